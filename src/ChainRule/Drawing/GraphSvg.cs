using ChainRule.Drawing.Figures;
using ChainRule.Drawing.Scenes;
using ChainRule.Drawing.Svg;

namespace ChainRule;

/// <summary>
/// Draws computational graphs as SVG pictures, as textbooks do: from left to right; on every edge a thin arrow with the
/// value above it and under it, pointing back, a thick one with the derivative below.
/// </summary>
public static class GraphSvg
{
    /// <summary>Draws the graph of a result. Computes what it shows.</summary>
    /// <param name="result">A tensor of any shape. Derivatives are shown if it is one float.</param>
    /// <param name="derivativesFor">
    /// The derivatives of the result are shown on all paths to these tensors; if it is null, to all named leaves; if it
    /// is empty, none.
    /// </param>
    /// <param name="options">Caption and colours.</param>
    /// <returns>
    /// A picture that needs no other file. The same graph gives the same picture on every machine. Scalars are rounded
    /// to six digits; other tensors show their shape.
    /// </returns>
    /// <exception cref="GradientException">
    /// The result is not one float although derivatives were asked for, it does not depend on one of
    /// <paramref name="derivativesFor"/>, or one of them is not a float.
    /// </exception>
    public static string Draw(
        Tensor result, IReadOnlyList<Tensor>? derivativesFor = null, GraphSvgOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        options ??= new GraphSvgOptions();
        Scene scene = SceneBuilder.Build(result.Node, derivativesFor?.Select(static x => x.Node).ToArray(), options);
        return SvgWriter.Write(
            FigureBuilder.Build(scene, options.Caption, options.Panels),
            options.Dark ? Palette.Dark : Palette.Light,
            options.MarkSteps);
    }
}
