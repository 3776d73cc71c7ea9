using ChainRule.Drawing.Scenes;
using ChainRule.Formulas;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule;

/// <summary>A graph in formulas: the function, each of its steps, and its derivatives by the chain rule.</summary>
public sealed class GraphFormulas
{
    /// <summary>A derivative with more paths is written without them.</summary>
    public const int MostPaths = 4;

    // A path through many steps is too long for a line.
    private const int MostFactors = 8;

    private readonly Scene _scene;
    private readonly Dictionary<Node, string> _names = [];
    private readonly Dictionary<Node, string> _leaves = [], _given = [];
    private readonly string _result;

    private GraphFormulas(Tensor result, Tensor[]? derivativesFor)
    {
        _scene = SceneBuilder.Build(result.Node, derivativesFor?.Select(static x => x.Node).ToArray());
        foreach ((SceneNode node, string name) in ValueNames.Of(_scene))
        {
            if (node.Name is null && node.Kind == SceneNodeKind.Leaf) continue;
            _names.Add(node.Node, name);
            if (node.Kind == SceneNodeKind.Leaf) _leaves.Add(node.Node, name);
            if (node.Name is not null) _given.Add(node.Node, name);
        }

        _result = _names.GetValueOrDefault(result.Node, "result");
        Function = Whole(result.Node) is { } whole ? Formula.Equal(NameOf(result.Node), whole) : null;
        Steps = [.. StepsOf()];
        Derivatives = [.. DerivativesOf(result)];
    }

    /// <summary>The whole function of its variables: <c>z = (x + y)²</c>; null if it is too long to be read.</summary>
    public Formula? Function { get; }

    /// <summary>Each step by the values it takes: <c>t = x + y</c>, then <c>z = t²</c>.</summary>
    public IReadOnlyList<Formula> Steps { get; }

    /// <summary>The derivatives, in the order in which they were asked for.</summary>
    public IReadOnlyList<DerivativeFormulas> Derivatives { get; }

    /// <summary>
    /// Writes the formulas of a graph. Its values play no role, but that labels, which add up to 1, do so.
    /// </summary>
    /// <param name="result">A tensor of any shape. There are derivatives if it is one float.</param>
    /// <param name="derivativesFor">
    /// By what to differentiate; if it is null, by all named leaves; if it is empty, by nothing.
    /// </param>
    /// <exception cref="GradientException">
    /// The result is not one float although derivatives were asked for, it does not depend on one of
    /// <paramref name="derivativesFor"/>, or one of them is not a float.
    /// </exception>
    public static GraphFormulas Of(Tensor result, IReadOnlyList<Tensor>? derivativesFor = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(result, derivativesFor?.ToArray());
    }

    private Term.Name NameOf(Node node) => new Term.Name(_names.GetValueOrDefault(node, _result), !node.Shape.IsScalar);

    // By the variables alone if that can be read, else by the steps that got a name.
    private Term? Whole(Node node) => new TermBuilder(_leaves).Of(node) ?? new TermBuilder(_given).Of(node);

    // y − t before softmax(a) − t, if that is called y.
    private Formula Simplified(Term.Derivative derivative, Term simple) =>
        Formula.Equal(derivative, new TermBuilder(_leaves).Named(simple, _given), simple);

    private IEnumerable<Formula> StepsOf()
    {
        foreach (SceneNode node in _scene.Nodes)
        {
            if (node.Kind != SceneNodeKind.Operation) continue;
            // A step that only passes a value on, such as StopGradient, says nothing.
            if (new TermBuilder(_names).Of(node.Node) is { } term and not Term.Name)
                yield return Formula.Equal(NameOf(node.Node), term);
        }
    }

    private IEnumerable<DerivativeFormulas> DerivativesOf(Tensor result)
    {
        foreach (SceneNode leaf in _scene.Nodes)
        {
            if (leaf.Kind != SceneNodeKind.Leaf || leaf.Adjoint is null || leaf.Name is null) continue;
            string name = _names[leaf.Node];
            var derivative = new Term.Derivative(_result, name);
            Term? simple = Whole(leaf.Adjoint);
            Formula? simplified = simple is null ? null : Simplified(derivative, simple);
            if (result.Node == leaf.Node || PathsFrom(leaf) is not { } paths)
            {
                yield return new(name, null, null, simplified);
                continue;
            }

            Term products = Added(paths.Select(path => Product(path, isCancelled: false)));
            bool cancels = paths.Exists(static path => path.Length > 1);
            Term crossed = Added(paths.Select(path => Product(path, isCancelled: true)));
            Term? locals = Locals(paths);
            yield return new(
                name,
                Formula.Equal(new Term?[] { derivative, products, locals, simple }.OfType<Term>()),
                cancels ? Formula.Equal(derivative, crossed) : null,
                simplified);
        }
    }

    private static Term Added(IEnumerable<Term> terms) => terms.ToArray() switch
    {
        [var only] => only,
        var several => new Term.Sum(several),
    };

    // From the result back to the variable, as the chain rule is written.
    private Term Product(SceneEdge[] path, bool isCancelled)
    {
        Term[] factors = [.. path.Reverse().Select((edge, i) => new Term.Derivative(
            _names.GetValueOrDefault(edge.Target.Node, _result),
            _names[edge.Source.Trunk.Node],
            isCancelled && i > 0,
            isCancelled && i < path.Length - 1))];
        return factors is [var only] ? only : new Term.Chain(factors);
    }

    private Term? Locals(List<SceneEdge[]> paths)
    {
        var products = new List<Term>();
        foreach (SceneEdge[] path in paths)
        {
            var factors = new List<Term>();
            foreach (SceneEdge edge in path.Reverse())
            {
                if (LocalOf(edge) is not { } local) return null;
                factors.Add(local);
            }

            products.Add(factors is [var only] ? only : new Term.Chain([.. factors]));
        }

        return Added(products);
    }

    private Term? LocalOf(SceneEdge edge)
    {
        Node node = edge.Target.Node;
        Node? local = node.Op.Vjp(node, edge.Target.Inputs.IndexOf(edge), Build.Fill(1, node.Type));
        if (local is null) return null;
        return _names.TryGetValue(local, out string? name)
            ? new Term.Name(name)
            : new TermBuilder(_names, isDerivative: true).Of(local);
    }

    // Each path as the edges into operations, the variable's first; null if there are too many, or tensors on the way.
    private static List<SceneEdge[]>? PathsFrom(SceneNode leaf)
    {
        var paths = new List<SceneEdge[]>();
        return Follow(leaf, [], paths) ? paths : null;
    }

    private static bool Follow(SceneNode node, SceneEdge[] way, List<SceneEdge[]> paths)
    {
        if (!node.Node.Shape.IsScalar || way.Length > MostFactors) return false;
        foreach (SceneEdge edge in node.Outputs)
        {
            if (edge.Target.Kind == SceneNodeKind.Result) paths.Add(way);
            if (edge.Target.Kind == SceneNodeKind.Result || edge.Share is null) continue;
            bool isStep = edge.Target.Kind == SceneNodeKind.Operation;
            if (!Follow(edge.Target, isStep ? [.. way, edge] : way, paths) || paths.Count > MostPaths) return false;
        }

        return true;
    }
}
