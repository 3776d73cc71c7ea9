using System.Numerics;
using ChainRule.Drawing.Scenes;

namespace ChainRule.Explaining;

/// <summary>
/// The part of a graph that carries derivatives, as numbers of nodes and edges, to be counted in sweeps.
/// </summary>
internal sealed class CountedGraph
{
    private readonly string[] _names;
    // Each after all edges that end where it begins.
    private readonly (int From, int To)[] _edges;
    private readonly int[] _variables;
    private readonly int _result;
    private readonly int _operations;

    private CountedGraph(string[] names, (int From, int To)[] edges, int[] variables, int result, int operations) =>
        (_names, _edges, _variables, _result, _operations) = (names, edges, variables, result, operations);

    /// <summary>Takes what carries derivatives from a scene.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="variables">The variables; null for all named leaves of floats.</param>
    public static CountedGraph Of(Scene scene, IReadOnlyList<Tensor>? variables)
    {
        IReadOnlyDictionary<SceneNode, string> names = ValueNames.Of(scene);
        SceneNode[] nodes = [.. names.Keys];
        var numbers = nodes.Select(static (node, number) => (node, number)).ToDictionary(
            static pair => pair.node, static pair => pair.number);
        (int From, int To)[] edges = [.. nodes.SelectMany(static node => node.Inputs)
            .Where(static edge => edge.Share is not null)
            .Select(edge => Checked(edge, numbers))];
        int[] ends = variables is null
            ? [.. nodes.Where(static node => node is { Kind: SceneNodeKind.Leaf, Name: not null })
                .Where(static node => node.Node.DType.IsFloat)
                .Select(node => numbers[node])]
            : [.. variables.Select(x => Array.FindIndex(nodes, node => node.Node == x.Node))];
        int operations = nodes.Count(static node => node.Kind == SceneNodeKind.Operation);
        int result = numbers[scene.Result.Inputs[0].Source];
        return new([.. names.Values], [.. Leading(edges, ends, nodes.Length)], ends, result, operations);
    }

    /// <summary>The names of the variables.</summary>
    public IEnumerable<string> Variables => _variables.Select(variable => _names[variable]);

    /// <summary>The name of the result.</summary>
    public string Result => _names[_result];

    /// <summary>The number of paths from a variable to the result.</summary>
    public BigInteger PathsFrom(string variable) => PathsFrom(Array.IndexOf(_names, variable)).Paths[_result];

    /// <summary>The operations of the sum over paths.</summary>
    public OperationCount PathByPath()
    {
        (BigInteger multiplications, BigInteger additions) = (0, 0);
        foreach (int variable in _variables)
        {
            (BigInteger[] paths, BigInteger[] lengths) = PathsFrom(variable);
            // The path from the result to itself has no factor.
            if (variable != _result) multiplications += lengths[_result] - paths[_result];
            additions += BigInteger.Max(0, paths[_result] - 1);
        }

        return new(multiplications, additions, _operations);
    }

    /// <summary>The operations of one sweep from the left for each variable.</summary>
    public OperationCount Forward()
    {
        (BigInteger multiplications, BigInteger additions) = (0, 0);
        foreach (int variable in _variables)
        {
            var reached = new bool[_names.Length];
            var arrivals = new int[_names.Length];
            reached[variable] = true;
            foreach ((int from, int to) in _edges)
            {
                if (!reached[from]) continue;
                reached[to] = true;
                if (from != variable) multiplications++;
                if (arrivals[to]++ > 0) additions++;
            }
        }

        return new(multiplications, additions, _operations);
    }

    /// <summary>The operations of one sweep from the right.</summary>
    public OperationCount Reverse() => new(
        _edges.Count(edge => edge.To != _result),
        _edges.Length - _edges.Select(static edge => edge.From).Distinct().Count(),
        _operations);

    /// <summary>The operations of central differences.</summary>
    public OperationCount Numerical()
    {
        BigInteger variables = _variables.Length;
        return new(variables, variables, 2 * variables * _operations);
    }

    /// <summary>The derivatives by intermediate values that several paths from variables need.</summary>
    public IEnumerable<SharedDerivative> Shared()
    {
        BigInteger[] uses = PathsFrom(_variables).Paths, paths = PathsToResult();
        for (int node = _names.Length - 1; node >= 0; node--)
        {
            if (node != _result && !_variables.Contains(node) && uses[node] > 1 && !paths[node].IsZero)
                yield return new(_names[node], uses[node], paths[node]);
        }
    }

    // An edge may begin where a derivative is zero everywhere, as that of floor is.
    private static IEnumerable<(int From, int To)> Leading((int From, int To)[] edges, int[] variables, int nodes)
    {
        var reached = new bool[nodes];
        foreach (int variable in variables) reached[variable] = true;
        foreach ((int from, int to) in edges)
        {
            if (!reached[from]) continue;
            reached[to] = true;
            yield return (from, to);
        }
    }

    private static (int From, int To) Checked(SceneEdge edge, Dictionary<SceneNode, int> numbers)
    {
        SceneNode from = edge.Source.Trunk, to = edge.Target;
        if (from.Node.Shape.IsScalar && to.Node.Shape.IsScalar) return (numbers[from], numbers[to]);
        throw new ShapeException(
            "counts: all values on the way must be single numbers, but "
            + $"{(to.Node.Shape.IsScalar ? from : to).Node.Description} is a tensor. Take one element of each.");
    }

    // To each node, the number of paths from some nodes, and the number of edges on all of them together.
    private (BigInteger[] Paths, BigInteger[] Lengths) PathsFrom(params ReadOnlySpan<int> starts)
    {
        BigInteger[] paths = new BigInteger[_names.Length], lengths = new BigInteger[_names.Length];
        foreach (int start in starts) paths[start] = 1;
        foreach ((int from, int to) in _edges)
        {
            paths[to] += paths[from];
            lengths[to] += lengths[from] + paths[from];
        }

        return (paths, lengths);
    }

    private BigInteger[] PathsToResult()
    {
        var paths = new BigInteger[_names.Length];
        paths[_result] = 1;
        foreach ((int from, int to) in _edges.Reverse()) paths[from] += paths[to];
        return paths;
    }
}
