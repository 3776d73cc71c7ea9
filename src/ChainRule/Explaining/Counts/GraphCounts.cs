using System.Numerics;
using ChainRule.Drawing.Scenes;
using ChainRule.Explaining;

namespace ChainRule;

/// <summary>
/// How many operations it takes to differentiate a graph of numbers: path by path, by forward mode, by reverse mode
/// (backpropagation) and numerically; and which derivatives paths share. Nothing is listed to be counted, so counts are
/// exact however many paths there are.
/// </summary>
/// <remarks>
/// <para>
/// The graph is the one of <see cref="GraphText"/> and <see cref="GraphSteps"/>. Of its edges, those count that carry a
/// derivative: they lie on a path from a variable to the result, and no rule on it says that the derivative is zero
/// everywhere. The local derivative of each edge is taken as known. A value that is used twice by one node, as in x·x,
/// has two edges to it.
/// </para>
/// <para>
/// A product of n factors takes n − 1 multiplications, a sum of n terms n − 1 additions, whatever the numbers are: a
/// local derivative of 1 is multiplied with too. The 1 that a sweep starts with is not.
/// </para>
/// </remarks>
public sealed class GraphCounts
{
    private readonly string _result;

    private GraphCounts(CountedGraph graph)
    {
        _result = graph.Result;
        Paths = [.. graph.Variables.Select(variable => new PathCount(variable, graph.PathsFrom(variable)))];
        TotalPaths = Paths.Aggregate(BigInteger.Zero, static (sum, count) => sum + count.Paths);
        PathByPath = graph.PathByPath();
        Forward = graph.Forward();
        Reverse = graph.Reverse();
        Numerical = graph.Numerical();
        Shared = [.. graph.Shared()];
    }

    /// <summary>The number of paths from each variable to the result.</summary>
    public IReadOnlyList<PathCount> Paths { get; }

    /// <summary>The number of all paths, from whichever variable.</summary>
    public BigInteger TotalPaths { get; }

    /// <summary>
    /// Each path by itself: for one of n edges n − 1 multiplications; for each variable one addition fewer than paths.
    /// </summary>
    public OperationCount PathByPath { get; }

    /// <summary>
    /// One sweep from the left for each variable: along each edge that can be reached from it a multiplication, but
    /// not along those that begin at the variable itself; at each node an addition fewer than such edges arrive.
    /// </summary>
    public OperationCount Forward { get; }

    /// <summary>
    /// One sweep from the right for all variables: along each edge a multiplication, but not along those that end at
    /// the result; at each node an addition fewer than edges leave it.
    /// </summary>
    public OperationCount Reverse { get; }

    /// <summary>
    /// Central differences: for each variable two evaluations of all nodes, a subtraction and a division.
    /// </summary>
    public OperationCount Numerical { get; }

    /// <summary>
    /// The derivatives by intermediate values that several paths need, the result's by itself left out; in the order
    /// in which backpropagation comes to them.
    /// </summary>
    public IReadOnlyList<SharedDerivative> Shared { get; }

    /// <summary>Counts. Computes the graph.</summary>
    /// <param name="result">A scalar of floats, made from scalars.</param>
    /// <param name="variables">Scalars to differentiate by; null for all named leaves.</param>
    /// <exception cref="GradientException">
    /// The result is not one float, does not depend on a variable, or one is not a float.
    /// </exception>
    /// <exception cref="ShapeException">A value on a path is no scalar.</exception>
    public static GraphCounts Of(Tensor result, IReadOnlyList<Tensor>? variables = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        Scene scene = SceneBuilder.Build(result.Node, variables?.Select(static x => x.Node).ToArray());
        return new(CountedGraph.Of(scene, variables));
    }

    /// <summary>The four ways with what they are called, the one that is slowest for many paths first.</summary>
    /// <param name="language">The language.</param>
    public IReadOnlyList<(string Way, OperationCount Count)> Ways(Language language = Language.English) =>
        [.. CountWords.Ways(Paths.Count, language).Zip([PathByPath, Forward, Reverse, Numerical])];

    /// <summary>How many paths there are, and which derivatives they share: one sentence each.</summary>
    /// <param name="language">The language.</param>
    public IReadOnlyList<string> Words(Language language = Language.English) =>
        [CountWords.Of(TotalPaths, language), .. Shared.Select(shared => CountWords.Of(shared, _result, language))];
}
