using ChainRule.Drawing.Layout;
using ChainRule.Drawing.Scenes;
using ChainRule.Drawing.Text;

namespace ChainRule;

/// <summary>
/// Draws computational graphs as text: from left to right, on every edge the arrow of the value and below it, pointing
/// back, the arrow of the derivative.
/// </summary>
/// <example>
/// <code>
///            ┌───┐             ┌────┐
/// x ─── 3 ──▶│ + ├─── t = 7 ──▶│ x² ├─── 49 ──▶ z
///   ◀── 14 ──┤   │◀─── 14 ─────┤    │◀── 1 ────
///            │   │             └────┘
/// y ─── 4 ──▶│   │
///   ◀── 14 ──┤   │
///            └───┘
/// </code>
/// </example>
public static class GraphText
{
    /// <summary>
    /// Draws the graph of a result, or lists it line by line if it is too large for a picture. Computes what it shows.
    /// </summary>
    /// <param name="result">A tensor of any shape. Derivatives are shown if it is one float.</param>
    /// <param name="derivativesFor">
    /// The derivatives of the result are shown on all paths to these tensors; if it is null, to all
    /// named leaves; if it is empty, none.
    /// </param>
    /// <param name="options">Characters and width.</param>
    /// <returns>
    /// Lines ending in <c>\n</c>, without trailing spaces. Scalars are rounded to six digits; other tensors show their
    /// shape. An edge without a derivative (a constant, whole numbers, what lies before StopGradient) has no arrow
    /// back. Graphs with placeholders have neither values nor derivatives.
    /// </returns>
    /// <exception cref="GradientException">
    /// The result is not one float although derivatives were asked for, it does not depend on one of
    /// <paramref name="derivativesFor"/>, or one of them is not a float.
    /// </exception>
    public static string Draw(
        Tensor result, IReadOnlyList<Tensor>? derivativesFor = null, GraphTextOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        options ??= new GraphTextOptions();
        Charset charset = options.Ascii ? Charset.Ascii : Charset.Unicode;
        Scene scene = Focus.Emptied(
            SceneBuilder.Build(result.Node, derivativesFor?.Select(static x => x.Node).ToArray(), options));
        if (scene.Size <= options.MaxNodes)
        {
            LayeredLayout layout = LayeredLayout.Of(scene);
            if (RowPlacement.TryPlace(layout))
            {
                // Long dashes are easier on the eye; short ones often save the picture.
                foreach (int dashes in (ReadOnlySpan<int>)[2, 1, 0])
                {
                    var columns = new ColumnPlacement(layout, charset, dashes);
                    if (columns.Width <= options.MaxWidth) return Picture.Write(layout, columns, charset);
                }
            }
        }

        return Listing.Write(scene, charset, options.MaxWidth);
    }
}
