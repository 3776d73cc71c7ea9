using ChainRule.Autodiff;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Drawing.Scenes;

/// <summary>Makes the scene of a graph: leaves out what only repeats a value, and computes what is shown.</summary>
internal sealed class SceneBuilder
{
    private readonly List<Node> _order;
    private readonly Node _result;
    private readonly Derivatives? _derivatives;
    private readonly List<SceneNode> _nodes = [];
    private readonly Dictionary<Node, List<(Node Consumer, int Input)>> _uses = [];
    private readonly Dictionary<(Node Consumer, int Input), SceneNode> _sources = [];
    private readonly Dictionary<(Node Consumer, int Input), Node> _shares = [];

    private SceneBuilder(Node result, Node[]? arguments)
    {
        _result = result;
        _order = Graph.TopologicalOrder(result);
        _derivatives = FindDerivatives(arguments);
    }

    /// <summary>Makes the scene.</summary>
    /// <param name="result">What is drawn.</param>
    /// <param name="arguments">By what it is differentiated; null for all named leaves.</param>
    public static Scene Build(Node result, Node[]? arguments)
    {
        var builder = new SceneBuilder(result, arguments);
        builder.Compute();
        return builder.Connect();
    }

    private bool HasValues => !_order.Exists(static node => node.Op is Placeholder && node.Value is null);

    private Derivatives? FindDerivatives(Node[]? arguments)
    {
        if (arguments is null)
        {
            if (!_result.DType.IsFloat || _result.Shape.Length != 1) return null;
            arguments = [.. _order.Where(static node =>
                node.Inputs.Length == 0 && node.Name is not null && node.DType.IsFloat)];
        }

        if (arguments.Length == 0) return null;
        Differentiable.CheckScalar(_result);
        var known = new HashSet<Node>(_order);
        foreach (Node argument in arguments)
        {
            Differentiable.CheckFloat("GraphText.Draw", argument);
            if (!known.Contains(argument))
                throw new GradientException(
                    $"GraphText.Draw: {_result.Description} does not depend on {argument.Description}, "
                    + "so no path leads there. "
                    + "Leave it out of derivativesFor, or draw the result that was built from it.");
        }

        return HasValues ? new(_result, arguments) : null;
    }

    // A broadcast repeats its input, an alias is its input, and axes of one element change nothing: none is a step that
    // a reader would take.
    private bool IsHidden(Node node) => (node.Op is Broadcast or Alias || OnlyAddsOnes(node))
        && node.Name is null && node != _result;

    private static bool OnlyAddsOnes(Node node) => node.Op is Reshape
        && node.Shape.Where(static size => size != 1).SequenceEqual(
            node.Inputs[0].Shape.Where(static size => size != 1));

    private static bool IsConstant(Node node) => node.Op is Constant && node.Name is null;

    private void Compute()
    {
        foreach (Node node in _order)
        {
            if (IsHidden(node)) continue;
            for (int input = 0; input < node.Inputs.Length; input++)
            {
                Node source = Source(node, input);
                if (!_uses.TryGetValue(source, out List<(Node, int)>? uses)) _uses.Add(source, uses = []);
                uses.Add((node, input));
                if (FindShare(node, input) is { } share) _shares.Add((node, input), share);
            }
        }

        if (!HasValues) return;
        IEnumerable<Node> derivatives = _order.Select(node => _derivatives?.Of(node)).OfType<Node>();
        Tensor.Compute([.. _order.Concat(derivatives).Concat(_shares.Values)
            .Where(static node => node.Shape.IsScalar)
            .Select(static node => new Tensor(node))]);
    }

    private Scene Connect()
    {
        foreach (Node node in _order)
        {
            if (IsHidden(node) || (IsConstant(node) && node != _result)) continue;
            var drawn = new SceneNode(node.Inputs.Length == 0 ? SceneNodeKind.Leaf : SceneNodeKind.Operation, node);
            // A picture begins with leaves: of numbers alone, they are.
            bool isOfNumbers = Enumerable.Range(0, node.Inputs.Length).All(input => IsConstant(Source(node, input)));
            for (int input = 0; input < node.Inputs.Length; input++)
            {
                Node source = Source(node, input);
                SceneNode from = IsConstant(source)
                    ? Add(isOfNumbers ? SceneNodeKind.Leaf : SceneNodeKind.Constant, source)
                    : _sources[(node, input)];
                bool first = from.Kind == SceneNodeKind.Operation;
                Join(from, drawn, first ? Label(from) : from.Value, _shares.GetValueOrDefault((node, input)));
            }

            Add(drawn, node);
            Branch(drawn, node);
        }

        SceneNode last = _nodes.Last(static node => node.Kind is SceneNodeKind.Leaf or SceneNodeKind.Operation);
        SceneNode result = Add(SceneNodeKind.Result, _result);
        Join(last, result, last.Value, last.Adjoint);
        return new Scene(_nodes);
    }

    /// <summary>Notes where the uses of a node's value begin: at the node, or at a branch behind it.</summary>
    private void Branch(SceneNode drawn, Node node)
    {
        if (!_uses.TryGetValue(node, out List<(Node, int)>? uses)) return;
        SceneNode source = drawn;
        if (uses.Count > 1)
        {
            source = Add(SceneNodeKind.Branch, node);
            Join(drawn, source, drawn.Kind == SceneNodeKind.Operation ? Label(drawn) : drawn.Value, drawn.Adjoint);
        }

        foreach ((Node, int) use in uses) _sources.Add(use, source);
    }

    private SceneNode Add(SceneNodeKind kind, Node node) => Add(new SceneNode(kind, node), node);

    private SceneNode Add(SceneNode drawn, Node node)
    {
        drawn.Value = ValueText.Of(node);
        drawn.Adjoint = _derivatives?.Of(node);
        drawn.Derivative = Text(drawn.Adjoint);
        _nodes.Add(drawn);
        return drawn;
    }

    private static void Join(SceneNode source, SceneNode target, string? label, Node? share)
    {
        var edge = new SceneEdge(source, target, label, Text(share), share);
        source.Outputs.Add(edge);
        target.Inputs.Add(edge);
    }

    // The name of a leaf stands at its left, that of a step on its edge.
    private static string? Label(SceneNode node) =>
        node.Name is null ? node.Value
        : node.Value is null ? node.Name
        : node.Value.StartsWith('(') ? $"{node.Name} {node.Value}"
        : $"{node.Name} = {node.Value}";

    private static string? Text(Node? node) => node is null ? null : ValueText.Of(node);

    private Node Source(Node consumer, int input)
    {
        Node source = consumer.Inputs[input];
        while (IsHidden(source)) source = source.Inputs[0];
        return source;
    }

    /// <summary>What one use adds to the derivative of its source, taken back through what is hidden between.</summary>
    private Node? FindShare(Node consumer, int input)
    {
        Node? share = _derivatives?.Share(consumer, input);
        for (Node source = consumer.Inputs[input]; share is not null && IsHidden(source); source = source.Inputs[0])
            share = source.Op.Vjp(source, 0, share);
        return share;
    }
}
