using ChainRule.Drawing.Scenes;

namespace ChainRule;

/// <summary>
/// The derivative of a number by another one as a sum over all paths between them, each a product of local derivatives;
/// and how much less work it is to add up at every node before going on, which is backpropagation (Bauer 1974; Griewank
/// &amp; Walther 2008, §3.2).
/// </summary>
public sealed class GraphPaths
{
    /// <summary>More paths than this are counted, not listed.</summary>
    public const int MostListed = 1000;

    private readonly Dictionary<string, List<GraphStep.Backward>> _edges = [];
    private readonly Dictionary<string, (double Paths, double Multiplications)> _counts = [];

    private GraphPaths(string variable, string result, IReadOnlyList<GraphStep.Backward> edges)
    {
        if (edges.Count == 0)
        {
            // Without an edge the result is the variable, or its derivative is zero everywhere.
            bool isSame = variable == result;
            Paths = isSame ? [new([variable], [])] : [];
            Count = Total = isSame ? 1 : 0;
            return;
        }

        foreach (GraphStep.Backward edge in edges)
        {
            if (!_edges.TryGetValue(edge.Input.Name, out List<GraphStep.Backward>? list))
                _edges.Add(edge.Input.Name, list = []);
            list.Add(edge);
            if (edge.Output.Name != result) Multiplications++;
        }

        Additions = _edges.Values.Sum(static list => list.Count - 1);
        Total = _edges[variable].Sum(static edge => edge.Contribution.Exact!.Value);
        // Nodes come from the result back, so that the counts behind each are known.
        foreach (string node in edges.Select(static edge => edge.Output.Name).Append(variable).Distinct())
        {
            if (node != result) Follow(node, result);
        }

        (Count, PathMultiplications) = _counts[variable];
        Paths = Count > MostListed ? [] : [.. Listed(variable, result)];
    }

    /// <summary>All paths; empty if there are more than <see cref="MostListed"/>.</summary>
    public IReadOnlyList<GraphPath> Paths { get; }

    /// <summary>The number of paths. It doubles with every place where a value is used twice.</summary>
    public double Count { get; }

    /// <summary>The derivative: the sum of the paths' products.</summary>
    public double Total { get; }

    /// <summary>The multiplications that it takes path by path; one fewer additions than paths come on top.</summary>
    public double PathMultiplications { get; }

    /// <summary>
    /// The multiplications of backpropagation: one an edge, but none with the 1 at the result. <see
    /// cref="GraphCounts"/> has those of other ways.
    /// </summary>
    public int Multiplications { get; }

    /// <summary>The additions of backpropagation: one fewer than uses, at each value.</summary>
    public int Additions { get; }

    /// <summary>Finds the paths. Computes the graph.</summary>
    /// <param name="result">A scalar of floats, made from scalars.</param>
    /// <param name="variable">A scalar that it depends on.</param>
    /// <exception cref="GradientException">The result does not depend on the variable, or one is no float.</exception>
    /// <exception cref="ShapeException">A value on a path is no scalar.</exception>
    public static GraphPaths Of(Tensor result, Tensor variable)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(variable);
        Scene scene = SceneBuilder.Build(result.Node, [variable.Node]);
        IReadOnlyDictionary<SceneNode, string> names = ValueNames.Of(scene);
        string first = names.First(pair => pair.Key.Node == variable.Node).Value;
        string last = names[scene.Result.Inputs[0].Source];
        GraphStep.Backward[] edges = [.. GraphSteps.Of(scene).OfType<GraphStep.Backward>()];
        if (Array.Find(edges, static edge => edge.Local.Exact is null) is { } tensor)
            throw new ShapeException(
                $"paths: all values on the way must be single numbers, but {tensor.Local.Name} is between others. "
                + "Take one element of each.");
        return new(first, last, Leading(edges, first));
    }

    // An edge may end where a derivative is zero everywhere, as that of floor is.
    private static List<GraphStep.Backward> Leading(GraphStep.Backward[] edges, string variable)
    {
        var reached = new HashSet<string> { variable };
        var leading = new List<GraphStep.Backward>();
        foreach (GraphStep.Backward edge in edges.Reverse())
        {
            if (!reached.Contains(edge.Input.Name)) continue;
            reached.Add(edge.Output.Name);
            leading.Add(edge);
        }

        leading.Reverse();
        return leading;
    }

    // The paths from a node to the result, and the multiplications that they take one by one.
    private void Follow(string node, string result)
    {
        (double paths, double multiplications) = (0, 0);
        foreach (GraphStep.Backward edge in _edges[node])
        {
            string next = edge.Output.Name;
            (double more, double products) = next == result ? (1, 0) : _counts.GetValueOrDefault(next);
            paths += more;
            multiplications += products + (next == result ? 0 : more);
        }

        _counts[node] = (paths, multiplications);
    }

    private IEnumerable<GraphPath> Listed(string variable, string result)
    {
        var waiting = new Stack<(string Node, string[] Nodes, double[] Locals)>();
        waiting.Push((variable, [variable], []));
        while (waiting.TryPop(out (string Node, string[] Nodes, double[] Locals) way))
        {
            if (way.Node == result)
            {
                yield return new(way.Nodes, way.Locals);
                continue;
            }

            foreach (GraphStep.Backward edge in _edges[way.Node])
            {
                string next = edge.Output.Name;
                waiting.Push((next, [.. way.Nodes, next], [.. way.Locals, edge.Local.Exact!.Value]));
            }
        }
    }
}
