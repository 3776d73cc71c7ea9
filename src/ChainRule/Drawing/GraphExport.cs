using ChainRule.Drawing.Exports;
using ChainRule.Drawing.Figures;
using ChainRule.Drawing.Scenes;

namespace ChainRule;

/// <summary>
/// Writes computational graphs, with values and derivatives, in the languages of other tools. For each the arguments
/// and the exceptions are those of <see cref="GraphSvg.Draw"/>.
/// </summary>
public static class GraphExport
{
    /// <summary>For Graphviz. Derivatives are thick arrows back, what was unfolded is a cluster.</summary>
    public static string Dot(
        Tensor result, IReadOnlyList<Tensor>? derivativesFor = null, GraphViewOptions? view = null) =>
        DotWriter.Write(Focus.Emptied(SceneOf(result, derivativesFor, view)));

    /// <summary>
    /// For Mermaid, a flow chart. Derivatives are thick arrows back, what was unfolded is a subgraph.
    /// </summary>
    public static string Mermaid(
        Tensor result, IReadOnlyList<Tensor>? derivativesFor = null, GraphViewOptions? view = null) =>
        MermaidWriter.Write(Focus.Emptied(SceneOf(result, derivativesFor, view)));

    /// <summary>For LaTeX: a document with a TikZ picture, the same as that of <see cref="GraphSvg"/>.</summary>
    public static string Tikz(
        Tensor result, IReadOnlyList<Tensor>? derivativesFor = null, GraphViewOptions? view = null) =>
        TikzWriter.Write(FigureBuilder.Build(SceneOf(result, derivativesFor, view), null, view?.Panels == true));

    /// <summary>
    /// For programs: <c>version</c> (1); <c>nodes</c>, each after its inputs, with <c>id</c> (from 0), <c>kind</c>
    /// (leaf, constant, operation, branch: where a value goes to several uses, result), <c>op</c>, <c>symbol</c>,
    /// <c>name</c> if it has one, <c>dtype</c>, <c>shape</c>, and of a scalar <c>value</c> and <c>derivative</c>, which
    /// is that of the result by it; <c>edges</c> with <c>from</c> and <c>to</c> (ids), <c>input</c> (which operand,
    /// from 0) and <c>derivative</c>, the share of this use. Numbers are exact; NaN and ∞ are strings. Nothing is left
    /// out for a focus.
    /// </summary>
    public static string Json(
        Tensor result, IReadOnlyList<Tensor>? derivativesFor = null, GraphViewOptions? view = null) =>
        JsonWriter.Write(SceneOf(result, derivativesFor, view));

    private static Scene SceneOf(Tensor result, IReadOnlyList<Tensor>? derivativesFor, GraphViewOptions? view)
    {
        ArgumentNullException.ThrowIfNull(result);
        return SceneBuilder.Build(result.Node, derivativesFor?.Select(static x => x.Node).ToArray(), view ?? new());
    }
}
