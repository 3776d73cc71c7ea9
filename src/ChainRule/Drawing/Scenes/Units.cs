using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Drawing.Scenes;

/// <summary>
/// The units of a graph: what is drawn as one. Nodes that only repeat a value are left out, and nodes of a folded group
/// are one box.
/// </summary>
internal sealed class Units
{
    private readonly Node _result;
    private readonly IReadOnlySet<Node> _omitted;
    private readonly List<Node> _visible;
    private readonly Dictionary<Node, List<Node>> _consumers = [];
    private readonly Dictionary<Node, (Node Exit, string Title)> _groups = [];

    private Units(IEnumerable<Node> order, Node result, IReadOnlySet<Node> omitted)
    {
        (_result, _omitted) = (result, omitted);
        _visible = [.. order.Where(node => !IsHidden(node))];
        foreach (Node node in _visible)
        {
            for (int input = 0; input < node.Inputs.Length; input++)
            {
                Node source = SourceOf(node, input);
                if (!_consumers.TryGetValue(source, out List<Node>? list)) _consumers.Add(source, list = []);
                list.Add(node);
            }
        }
    }

    /// <summary>Finds the units.</summary>
    /// <param name="order">The nodes of the graph, each behind its inputs.</param>
    /// <param name="result">The last one.</param>
    /// <param name="folding">What is folded.</param>
    /// <param name="omitted">Leaves that are left out.</param>
    /// <returns>Each behind the units of its inputs.</returns>
    public static List<Unit> Of(
        IEnumerable<Node> order, Node result, Folding folding, IReadOnlySet<Node> omitted)
    {
        var units = new Units(order, result, omitted);
        units.Fold(folding);
        return units.All();
    }

    /// <summary>The node that computes an operand, before what only repeats it.</summary>
    public static Node SourceOf(Node consumer, int input, Node result)
    {
        Node source = consumer.Inputs[input];
        while (IsHidden(source, result)) source = source.Inputs[0];
        return source;
    }

    /// <summary>Whether a node only passes a value on, as a broadcast does: no step that a reader takes.</summary>
    public static bool IsHidden(Node node, Node result) =>
        (node.Op is Broadcast or Alias or StopGradient || OnlyAddsOnes(node)) && node.Name is null && node != result;

    /// <summary>
    /// The shapes in which values are shown whose axes of one element were only needed for an op: those that they have
    /// behind it.
    /// </summary>
    public static Dictionary<Node, Shape> ShownShapes(IEnumerable<Node> order, Node result)
    {
        var shapes = new Dictionary<Node, Shape>();
        var used = new HashSet<Node>();
        foreach (Node node in order)
        {
            foreach (Node input in node.Inputs)
            {
                bool isFirst = used.Add(input), drops = node.Shape.Rank < input.Shape.Rank;
                if (isFirst && drops && IsHidden(node, result) && OnlyAddsOnes(node)) shapes.Add(input, node.Shape);
                else shapes.Remove(input);
            }
        }

        return shapes;
    }

    /// <summary>Whether a number that was written into the program.</summary>
    public static bool IsConstant(Node node) => node.Op is Constant && node.Name is null;

    private static bool OnlyAddsOnes(Node node) => node.Op is Reshape
        && node.Shape.Where(static size => size != 1).SequenceEqual(
            node.Inputs[0].Shape.Where(static size => size != 1));

    private bool IsHidden(Node node) => IsHidden(node, _result);

    private Node SourceOf(Node consumer, int input) => SourceOf(consumer, input, _result);

    private void Fold(Folding folding)
    {
        foreach (string name in folding.Values)
        {
            if (_visible.FindLast(node => node.Name == name && node.Inputs.Length > 0) is { } exit)
                TryFold([.. LeadingOnlyTo(exit)], name);
        }

        // The outermost groups first: what they hold is folded with them, and leaves that were made in them.
        var members = new Dictionary<Scope, List<Node>>();
        foreach (Node node in _visible)
        {
            for (Scope? scope = node.Scope; scope is not null; scope = scope.Parent)
            {
                if (!folding.Folds(scope)) continue;
                if (!members.TryGetValue(scope, out List<Node>? list)) members.Add(scope, list = []);
                list.Add(node);
            }
        }

        foreach ((Scope scope, List<Node> list) in members.OrderBy(static pair => Depth(pair.Key)))
            TryFold(list, scope.Name);
    }

    private static int Depth(Scope scope) => scope.Parent is null ? 0 : 1 + Depth(scope.Parent);

    /// <summary>A value and all steps that lead to it and nowhere else.</summary>
    private IEnumerable<Node> LeadingOnlyTo(Node exit)
    {
        var found = new HashSet<Node> { exit };
        foreach (Node node in Enumerable.Reverse(_visible))
        {
            bool isUsed = _consumers.TryGetValue(node, out List<Node>? uses);
            if (node.Inputs.Length > 0 && isUsed && uses!.TrueForAll(found.Contains)) found.Add(node);
        }

        return _visible.Where(found.Contains);
    }

    // A box gives one value; what has several stays open. A box around one node that is called like it says nothing.
    private void TryFold(List<Node> members, string title)
    {
        Node[] steps = [.. members.Where(static node => node.Inputs.Length > 0)];
        bool isItsOp = steps is [var only] && title.StartsWith(only.Op.Name, StringComparison.OrdinalIgnoreCase);
        if (steps.Length == 0 || isItsOp || members.Exists(_groups.ContainsKey)) return;
        var inside = new HashSet<Node>(members);
        Node[] exits = [.. members.Where(node => node == _result
            || !_consumers.TryGetValue(node, out List<Node>? uses) || !uses.TrueForAll(inside.Contains))];
        if (exits is not [var exit]) return;
        foreach (Node member in members) _groups.Add(member, (exit, title));
    }

    private List<Unit> All()
    {
        var units = new List<Unit>();
        var boxes = new Dictionary<Node, Unit>();
        foreach (Node node in _visible.Where(node => !_omitted.Contains(node)))
        {
            if (!_groups.TryGetValue(node, out (Node Exit, string Title) group))
            {
                var unit = new Unit(node, null);
                for (int input = 0; input < node.Inputs.Length; input++)
                {
                    Node source = SourceOf(node, input);
                    if (!_omitted.Contains(source)) unit.Inputs.Add(new(source) { Uses = { (node, input) } });
                }

                units.Add(unit);
                continue;
            }

            if (!boxes.TryGetValue(group.Exit, out Unit? box))
                boxes.Add(group.Exit, box = new(group.Exit, group.Title));
            TakeIn(box, node);
            if (node == group.Exit) units.Add(box);
        }

        return units;
    }

    private void TakeIn(Unit box, Node member)
    {
        for (int input = 0; input < member.Inputs.Length; input++)
        {
            Node source = SourceOf(member, input);
            bool isInside = _groups.TryGetValue(source, out (Node Exit, string Title) group) && group.Exit == box.Node;
            if (isInside || IsConstant(source) || _omitted.Contains(source)) continue;
            UnitInput? known = box.Inputs.Find(known => known.Source == source);
            if (known is null) box.Inputs.Add(known = new(source));
            known.Uses.Add((member, input));
        }
    }
}
