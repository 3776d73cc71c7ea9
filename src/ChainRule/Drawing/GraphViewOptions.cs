using ChainRule.Drawing.Scenes;
using ChainRule.Drawing.Unfolding;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>What a picture of a graph shows, whatever it is drawn with.</summary>
public record GraphViewOptions
{
    /// <summary>What stands on the arrows of derivatives.</summary>
    public DerivativeLabels Labels { get; init; }

    /// <summary>
    /// The derivative that comes from upstream, if the picture shows a part of a larger computation: a number such as
    /// <c>1.3</c>; or, unless derivatives are shown as values, what it is called: <c>E</c>, <c>∂L/∂z</c>. Then the
    /// result may have any shape. Null if nothing is upstream: the derivative of the result by itself is 1.
    /// </summary>
    public string? Upstream { get; init; }

    /// <summary>
    /// The names of values, each of which is drawn as one box together with all steps that only lead to it.
    /// </summary>
    public IReadOnlyCollection<string> Fold { get; init; } = [];

    /// <summary>
    /// What is not folded: the names of functions such as <c>softmax</c>, of layers and losses, or their paths, such as
    /// <c>net/conv1</c>; <c>all</c> for all of them. A function of numbers that is an operation of its own, such as
    /// <c>sigmoid</c>, is taken apart into the operations it consists of. <c>elements</c> unrolls tensors: every
    /// element becomes a number of its own, up to 400 operations; the result must be one number then.
    /// In figures the parts have a frame, unless it would go around other nodes too; in DOT and Mermaid always.
    /// </summary>
    public IReadOnlyCollection<string> Unfold { get; init; } = [];

    /// <summary>Vectors of up to so many numbers are shown instead of their shape; 0 for none.</summary>
    public int MostElements { get; init; }

    /// <summary>Leaves that are left out, such as the parameters of a network.</summary>
    public IReadOnlyCollection<Tensor> Omit { get; init; } = [];

    /// <summary>Whether an operation with a number is drawn as one node, such as ×2.</summary>
    public bool JoinConstants { get; init; }

    /// <summary>
    /// Whether a figure (SVG, PNG, PDF, TikZ) shows the derivatives in a picture of their own below that of the values.
    /// </summary>
    public bool Panels { get; init; }

    /// <summary>What <see cref="Fold"/> can draw as a box: the named values that are computed, in that order.</summary>
    /// <param name="result">The result of the graph.</param>
    public static IReadOnlyList<string> NamesToFold(Tensor result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return
        [
            .. Graph.TopologicalOrder(result.Node).Where(static node => node.Inputs.Length > 0)
                .Select(static node => node.Name).OfType<string>().Distinct(),
        ];
    }

    /// <summary>What <see cref="Unfold"/> can take apart in a graph, in the order of computation, each once.</summary>
    /// <param name="result">The result of the graph.</param>
    public static IReadOnlyList<string> NamesToUnfold(Tensor result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. Unfolded.NamesIn(result.Node).Distinct()];
    }

    /// <summary>
    /// The name of a node, as its value is called: it and what goes into it and out of it are drawn as ever, the rest
    /// faded, without values where there is no ink for that. Null for all alike.
    /// </summary>
    public string? Focus { get; init; }

    /// <summary>The language of the words in the picture and about it; names and numbers stay as they are.</summary>
    public Language Language { get; init; }

    internal Folding Folding => new(Fold, Unfold);

    /// <summary>What a step of a graph is told by: nothing folded, values.</summary>
    internal static GraphViewOptions Plain { get; } = new() { Unfold = [Folding.All] };
}
