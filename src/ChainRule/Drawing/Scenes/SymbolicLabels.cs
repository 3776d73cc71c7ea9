using ChainRule.Formulas;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Drawing.Scenes;

/// <summary>Writes names instead of values on the arrows of a scene, and formulas on those of derivatives.</summary>
internal sealed class SymbolicLabels
{
    // A longer product would push the nodes apart.
    private const int MostFactors = 4, Longest = 48;

    private static readonly string[] ResultNames = ["f", "g", "h"];

    private readonly Scene _scene;
    private readonly DerivativeLabels _labels;
    private readonly Upstream? _upstream;
    private readonly IReadOnlyDictionary<SceneEdge, UnitInput> _inputs;
    private readonly Dictionary<SceneNode, string> _names;
    private readonly Dictionary<Node, string> _all = [], _given = [], _apart;
    private readonly SceneNode _last;

    /// <summary>Prepares it.</summary>
    /// <param name="scene">Whose labels are changed.</param>
    /// <param name="labels">What is to stand on the arrows of derivatives.</param>
    /// <param name="upstream">What backpropagation begins with; null if there are no derivatives.</param>
    /// <param name="inputs">What each edge into an operation stands for.</param>
    public SymbolicLabels(
        Scene scene,
        DerivativeLabels labels,
        Upstream? upstream,
        IReadOnlyDictionary<SceneEdge, UnitInput> inputs)
    {
        (_scene, _labels, _upstream, _inputs) = (scene, labels, upstream, inputs);
        _last = scene.Result.Inputs[0].Source.Trunk;
        _names = new(ValueNames.Of(scene));
        if (_last.Name is null && _last.Kind == SceneNodeKind.Operation) _names[_last] = NameOfResult();
        foreach ((SceneNode node, string name) in _names)
        {
            if (Units.IsConstant(node.Node)) continue;
            _all.TryAdd(node.Node, name);
            if (node.Name is not null) _given.TryAdd(node.Node, name);
        }

        // A softmax taken apart may cancel with what is made of it.
        _apart = _given.Where(pair => new TermBuilder(_given).Of(pair.Key) is not Term.Call { Function: Softmax.Name })
            .ToDictionary();
    }

    /// <summary>Writes the labels.</summary>
    public void Write()
    {
        foreach (SceneNode node in _scene.Nodes)
        {
            if (node.Adjoint is { } adjoint)
            {
                Term? simplified = _labels == DerivativeLabels.Simplified ? Short(Simplified(adjoint)) : null;
                node.Derivative = new Formula(simplified ?? Total(node)).ToString();
            }

            foreach (SceneEdge edge in node.Inputs) Write(edge);
        }
    }

    private void Write(SceneEdge edge)
    {
        SceneNode source = edge.Source;
        if (source.Kind == SceneNodeKind.Operation)
        {
            bool isNamedBehind = edge.Target.Kind == SceneNodeKind.Result && source.Name is not null;
            edge.Label = (isNamedBehind ? null : _names[source], ShapeOf(source)) switch
            {
                (null, var sizes) => sizes,
                (var name, null) => name,
                var (name, sizes) => $"{name} {sizes}",
            };
        }
        else if (source.Kind == SceneNodeKind.Leaf && !Units.IsConstant(source.Node))
        {
            edge.Label = ShapeOf(source);
        }
        else if (source.Kind == SceneNodeKind.Branch)
        {
            edge.Label = null;
        }

        if (edge.Share is null || _upstream is null) return;
        var formula = new Formula(TermOf(edge));
        string shape = ShapeOf(edge.Source) is { } text ? $"  {text}" : "";
        edge.Stacked = formula.Stacked + shape;
        edge.Derivative = formula + shape;
    }

    private static string? ShapeOf(SceneNode node) =>
        node.Shape.IsScalar ? null : ValueText.OfShape(node.Shape);

    private string NameOfResult() =>
        ResultNames.FirstOrDefault(name => !_names.ContainsValue(name)) ?? _names[_last];

    private Term TermOf(SceneEdge edge)
    {
        if (edge.Target.Kind == SceneNodeKind.Result) return AtResult();
        if (_labels == DerivativeLabels.Simplified) return Short(Simplified(edge.Share!)) ?? Total(edge.Source);
        if (edge.Target.Kind == SceneNodeKind.Branch) return Total(edge.Source);
        return Short(_labels == DerivativeLabels.ChainRule ? Chain(edge) : Local(edge)) ?? Total(edge.Source);
    }

    private Term AtResult() => _upstream!.Term
        ?? (_labels == DerivativeLabels.ChainRule ? DerivativeOf(_names[_last], _last) : Algebra.One);

    // ∂L/∂x: the derivative by a value, by its name.
    private Term Total(SceneNode node) =>
        Product(TotalFactors(node.Kind == SceneNodeKind.Result ? _last : node.Trunk));

    private Term[] TotalFactors(SceneNode node)
    {
        if (_upstream!.Of is { } of) return [DerivativeOf(of, node)];
        Term.Derivative derivative = DerivativeOf(_names[_last], node);
        if (_upstream.Term is null) return [derivative];
        return node == _last ? [_upstream.Term] : [_upstream.Term, derivative];
    }

    private Term.Derivative DerivativeOf(string of, SceneNode by) =>
        new(of, _names[by.Trunk], isTensor: !by.Node.Shape.IsScalar);

    private Term Chain(SceneEdge edge)
    {
        Term.Derivative own = DerivativeOf(_names[edge.Target], edge.Source);
        Term[] before = Before(edge.Target);
        return Product(before.Length < MostFactors ? [.. before, own] : [.. TotalFactors(edge.Target), own]);
    }

    // The product that arrives at an operation, as long as there is one way only.
    private Term[] Before(SceneNode node)
    {
        if (node == _last) return [AtResult()];
        return node.Outputs is [{ Target: { Kind: SceneNodeKind.Operation } next }]
            ? [.. Before(next), DerivativeOf(_names[next], node)]
            : TotalFactors(node);
    }

    private Term? Local(SceneEdge edge)
    {
        SceneNode target = edge.Target;
        Term[] before = target == _last ? [AtResult()] : TotalFactors(target);
        UnitInput input = _inputs[edge];
        bool areNumbers = target.Node.Shape.IsScalar && input.Source.Shape.IsScalar;
        Node seed = areNumbers || (target == _last && _upstream!.Term is null)
            ? Build.Fill(1, target.Node.Type)
            : Node.Placeholder(target.Node.Type);
        if (new Derivatives(target.Node, seed, [input.Source]).Share(input) is not { } share) return null;
        if (!areNumbers) return TermOf(share, _all, (seed, Product(before)));
        return TermOf(share, _all) is { } local ? Product([.. before, local]) : null;
    }

    private Term? Simplified(Node share)
    {
        (Node, Term)? known = _upstream!.Term is { } given ? (_upstream.Node, given) : null;
        Term? term = TermOf(share, _given, known);
        if (_apart.Count == _given.Count) return term;
        Term? other = TermOf(share, _apart, known);
        if (other is not null) other = new TermBuilder(_apart).Named(other, _given);
        return other is not null && !(term?.Size <= other.Size) ? other : term;
    }

    private static Term? TermOf(Node node, Dictionary<Node, string> names, (Node Node, Term Term)? known = null)
    {
        if (node == known?.Node) return known.Value.Term;
        return names.TryGetValue(node, out string? name)
            ? new Term.Name(name, !node.Shape.IsScalar)
            : new TermBuilder(names, isDerivative: true, known).Of(node);
    }

    private static Term Product(Term[] factors) => factors is [var only] ? only : new Term.Chain(factors);

    private static Term? Short(Term? term) =>
        term is not null && new Formula(term).ToString().Length <= Longest ? term : null;
}
