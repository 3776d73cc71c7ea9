using ChainRule.Autodiff;
using ChainRule.Drawing.Unfolding;
using ChainRule.Formulas;
using ChainRule.Graphs;

namespace ChainRule.Drawing.Scenes;

/// <summary>Makes the scene of a graph: its units, with what is shown computed.</summary>
internal sealed class SceneBuilder
{
    // To be filled in; of spaces that no renderer joins.
    private const string Blank = "[\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0]";

    private readonly List<Node> _order;
    private readonly List<Unit> _units;
    private readonly Node _result;
    private readonly GraphViewOptions _view;
    private readonly Upstream? _upstream;
    private readonly Derivatives? _derivatives;
    private readonly List<SceneNode> _nodes = [];
    private readonly Dictionary<Node, List<UnitInput>> _uses = [];
    private readonly Dictionary<UnitInput, SceneNode> _sources = [];
    private readonly Dictionary<SceneEdge, UnitInput> _inputs = [];
    private readonly Dictionary<Node, Shape> _shapes;
    private readonly Dictionary<Node, Node> _norms = [];

    private SceneBuilder(Node result, Node[]? arguments, GraphViewOptions view)
    {
        (_result, _view) = (result, view);
        _order = Graph.TopologicalOrder(result);
        _shapes = Units.ShownShapes(_order, result);
        arguments = Arguments(arguments);
        if (arguments.Length > 0)
        {
            _upstream = Upstream.Read(UpstreamOf(view, result), result.Type);
            if (_upstream.IsSymbol && !IsSymbolic)
                throw new ArgumentException(
                    $"Upstream is {view.Upstream}, which is no number, but derivatives are shown as values. "
                    + "Give a number, or choose other Labels.");
            _derivatives = new(result, _upstream.Node, arguments);
        }

        _units = Units.Of(_order, result, view.Folding, view.Omit.Select(static leaf => leaf.Node).ToHashSet());
        foreach (UnitInput input in _units.SelectMany(static unit => unit.Inputs))
        {
            if (!_uses.TryGetValue(input.Source, out List<UnitInput>? uses)) _uses.Add(input.Source, uses = []);
            uses.Add(input);
            input.Share = _derivatives?.Share(input);
        }
    }

    /// <summary>Makes the scene of a graph as it is, with values.</summary>
    /// <param name="result">What is drawn.</param>
    /// <param name="arguments">By what it is differentiated; null for all named leaves.</param>
    public static Scene Build(Node result, Node[]? arguments) => Build(result, arguments, GraphViewOptions.Plain);

    /// <summary>Makes the scene of a graph.</summary>
    /// <param name="result">What is drawn.</param>
    /// <param name="arguments">By what it is differentiated; null for all named leaves.</param>
    /// <param name="view">What is shown of it.</param>
    public static Scene Build(Node result, Node[]? arguments, GraphViewOptions view)
    {
        Unfolded graph = Unfolded.Of(result, arguments, view.Unfold);
        var builder = new SceneBuilder(graph.Result, graph.Arguments, view);
        builder.Compute();
        Scene scene = builder.Connect();
        if (builder.IsSymbolic)
            new SymbolicLabels(scene, view.Labels, builder._upstream, builder._inputs).Write();
        if (view.Focus is { } name) Focus.On(name, scene);
        return scene;
    }

    private bool IsSymbolic =>
        _view.Labels is DerivativeLabels.ChainRule or DerivativeLabels.Local or DerivativeLabels.Simplified;

    private bool HasValues => !_order.Exists(static node => node.Op is Placeholder && node.Value is null);

    // What is not one number is a part of something that ends in one: L, if it has no name.
    private static string? UpstreamOf(GraphViewOptions view, Node result) =>
        view.Upstream is null && !result.Shape.IsScalar ? $"∂L/∂{result.Name ?? "y"}" : view.Upstream;

    private Node[] Arguments(Node[]? arguments)
    {
        bool isPart = _view.Upstream is not null || IsSymbolic;
        bool isFloat = _result.DType.IsFloat && (isPart || _result.Shape.Length == 1);
        if (arguments is null)
        {
            if (!isFloat) return [];
            arguments = [.. _order.Where(static node =>
                node.Inputs.Length == 0 && node.Name is not null && node.DType.IsFloat)];
        }

        if (arguments.Length == 0) return [];
        if (!isFloat) throw NotOneFloat();
        var known = new HashSet<Node>(_order);
        foreach (Node argument in arguments)
        {
            Differentiable.CheckFloat("derivativesFor", argument);
            if (!known.Contains(argument))
                throw new GradientException(
                    $"derivativesFor: {_result.Description} does not depend on {argument.Description}, "
                    + "so no path leads there. "
                    + "Leave it out of derivativesFor, or draw the result that was built from it.");
        }

        return HasValues || IsSymbolic ? arguments : [];
    }

    // Whatever it is drawn with.
    private GradientException NotOneFloat()
    {
        string what = _result.DType.IsFloat ? $"has shape {_result.Shape}" : $"is {_result.DType.Name}";
        return new($"derivativesFor: {_result.Description} {what}, but derivatives are those of one float. "
            + "Reduce it with Sum or Mean, cast it to a float, give Upstream, or leave derivativesFor empty.");
    }

    private void Compute()
    {
        if (!HasValues) return;
        IEnumerable<Node> derivatives = _upstream is null or { IsSymbol: true }
            ? []
            : _order.Select(node => _derivatives!.Of(node))
                .Concat(_units.SelectMany(static unit => unit.Inputs).Select(static input => input.Share))
                .OfType<Node>();
        if (_view.Labels == DerivativeLabels.Norms)
        {
            foreach (Node derivative in derivatives.Where(static node => !node.Shape.IsScalar))
                _norms.TryAdd(derivative, NormOf(derivative));
        }

        Tensor.Compute([.. _order.Concat(derivatives).Concat(_norms.Values)
            .Where(node => node.Shape.Length == 1 || ValueText.IsShown(node.Shape, _view.MostElements))
            .Select(static node => new Tensor(node))]);
    }

    private static Node NormOf(Node node) => new Tensor(node).Square().Sum().Sqrt().Node;

    private Scene Connect()
    {
        foreach (Unit unit in _units)
        {
            Node node = unit.Node;
            if (Units.IsConstant(node) && node != _result) continue;
            var drawn = new SceneNode(
                node.Inputs.Length == 0 ? SceneNodeKind.Leaf : SceneNodeKind.Operation, node, unit.Title);
            // A picture begins with leaves: of numbers alone, they are.
            bool isOfNumbers = unit.Inputs.TrueForAll(static input => Units.IsConstant(input.Source));
            UnitInput? joined = isOfNumbers ? null : Joined(unit);
            if (joined is not null) drawn.Symbol += drawn.Joined = ValueText.Of(joined.Source);
            foreach (UnitInput input in unit.Inputs)
            {
                if (input == joined) continue;
                SceneNode from = Units.IsConstant(input.Source)
                    ? Add(isOfNumbers ? SceneNodeKind.Leaf : SceneNodeKind.Constant, input.Source)
                    : _sources[input];
                bool first = from.Kind == SceneNodeKind.Operation;
                _inputs.Add(Join(from, drawn, first ? Label(from) : from.Value, input.Share), input);
            }

            Add(drawn, node);
            Branch(drawn, node);
        }

        SceneNode last = _nodes.Last(static node => node.Kind is SceneNodeKind.Leaf or SceneNodeKind.Operation);
        SceneNode result = Add(SceneNodeKind.Result, _result);
        Join(last, result, last.Value, last.Adjoint);
        return new Scene(_nodes, _view.Language, SceneGroup.Of(_nodes, _view.Folding));
    }

    // ×2 and −2, but 2 − x is not −2.
    private UnitInput? Joined(Unit unit)
    {
        if (!_view.JoinConstants || unit.Inputs.Count != 2) return null;
        UnitInput? constant = unit.Inputs.Find(static input => Units.IsConstant(input.Source));
        return constant == unit.Inputs[1] || unit.Node.Op.Name is "add" or "mul" ? constant : null;
    }

    /// <summary>Notes where the uses of a node's value begin: at the node, or at a branch behind it.</summary>
    private void Branch(SceneNode drawn, Node node)
    {
        if (!_uses.TryGetValue(node, out List<UnitInput>? uses)) return;
        SceneNode source = drawn;
        if (uses.Count > 1)
        {
            source = Add(SceneNodeKind.Branch, node);
            Join(drawn, source, drawn.Kind == SceneNodeKind.Operation ? Label(drawn) : drawn.Value, drawn.Adjoint);
        }

        foreach (UnitInput use in uses) _sources.Add(use, source);
    }

    private SceneNode Add(SceneNodeKind kind, Node node) => Add(new SceneNode(kind, node), node);

    private SceneNode Add(SceneNode drawn, Node node)
    {
        drawn.Shape = ShapeOf(node);
        drawn.Value = Text(node, drawn.Shape);
        drawn.Adjoint = _derivatives?.Of(node);
        drawn.Derivative = DerivativeText(drawn.Adjoint, drawn.Shape);
        drawn.Caption = SceneWords.NameOf(drawn, _view.Language);
        _nodes.Add(drawn);
        return drawn;
    }

    private SceneEdge Join(SceneNode source, SceneNode target, string? label, Node? share)
    {
        string? derivative = share is not null && _view.Labels == DerivativeLabels.Blank
            ? Blank
            : DerivativeText(share, source.Shape);
        var edge = new SceneEdge(source, target, label, derivative, share);
        source.Outputs.Add(edge);
        target.Inputs.Add(edge);
        return edge;
    }

    // The name of a leaf stands at its left, that of a step on its edge.
    private static string? Label(SceneNode node) =>
        node.Name is null ? node.Value
        : node.Value is null ? node.Name
        : node.Value.StartsWith('(') ? $"{node.Name} {node.Value}"
        : $"{node.Name} = {node.Value}";

    private Shape ShapeOf(Node node) => _shapes.GetValueOrDefault(node, node.Shape);

    private string? DerivativeText(Node? node, Shape shape) =>
        node is not null && _norms.TryGetValue(node, out Node? norm)
            ? $"‖∂‖ {ValueText.OfNumber(norm.Value![0])}"
            : Text(node, shape);

    private string? Text(Node? node, Shape shape) =>
        node is null ? null : ValueText.Of(node, shape, _view.MostElements);
}
