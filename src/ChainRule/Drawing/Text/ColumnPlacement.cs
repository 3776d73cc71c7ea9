using ChainRule.Drawing.Layout;
using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Text;

/// <summary>
/// Gives the layers their columns. Between two layers there is first the room for bends, then that for the labels of
/// the edges which end there, so that no line crosses a label.
/// </summary>
internal sealed class ColumnPlacement
{
    private readonly int[] _left, _width, _labels;
    private readonly Bends[] _bends;

    /// <summary>Measures the layers.</summary>
    /// <param name="layout">What is drawn.</param>
    /// <param name="charset">The characters.</param>
    /// <param name="dashes">How much line is seen at least between a label and the head of its arrow.</param>
    public ColumnPlacement(LayeredLayout layout, Charset charset, int dashes)
    {
        int count = layout.Layers.Count;
        (_left, _width, _labels, _bends) = (new int[count], new int[count], new int[count], new Bends[count]);
        for (int i = 0; i < count; i++)
        {
            _width[i] = layout.Layers[i].Max(item => ItemWidth(item, charset));
            if (i == 0) continue;
            List<Link> links = LayeredLayout.LinksAfter(layout.Layers[i - 1]);
            _bends[i] = new Bends(links);
            int end = _left[i - 1] + _width[i - 1];
            _labels[i] = end + (_bends[i].Count == 0 ? 0 : 2 + (_bends[i].Count * Bends.Pitch));
            // A space and the head of one of the arrows at both sides of the label, so that the
            // labels of a pair are centred alike.
            int label = links.Where(static link => link.IsLast)
                .Select(link => LabelWidth(link.Edge, charset)).DefaultIfEmpty(0).Max();
            int constant = layout.Layers[i].SelectMany(static item => item.Slots)
                .Select(static slot => slot.Constant).OfType<SceneNode>()
                .Select(node => TextWidth.Of(Constant(node, charset))).DefaultIfEmpty(0).Max();
            _left[i] = _labels[i] + Math.Max(
                links.Exists(static link => link.IsLast) ? label + 4 + (2 * dashes) : 1, constant);
        }

        Width = _left[^1] + _width[^1];
    }

    /// <summary>The columns of the whole picture.</summary>
    public int Width { get; }

    /// <summary>The first column of a layer.</summary>
    public int Left(int layer) => _left[layer];

    /// <summary>The columns of a layer.</summary>
    public int WidthOf(int layer) => _width[layer];

    /// <summary>Where the room for labels before a layer begins; it ends where the layer begins.</summary>
    public int Labels(int layer) => _labels[layer];

    /// <summary>
    /// The left one of the two columns in which a link to the given layer bends; null if it does not.
    /// </summary>
    public int? Bend(int layer, Link link) =>
        _bends[layer].TrackOf(link) is { } track
            ? _left[layer - 1] + _width[layer - 1] + 2 + (track * Bends.Pitch)
            : null;

    /// <summary>How a constant stands before its box: <c>2 ─▶</c>.</summary>
    public static string Constant(SceneNode node, Charset charset) =>
        charset.Text(node.Symbol) + " " + charset.Line(Directions.Left | Directions.Right) + charset.Right;

    private static int LabelWidth(SceneEdge edge, Charset charset) =>
        Math.Max(TextWidth.Of(charset.Text(edge.Label ?? "")), TextWidth.Of(charset.Text(edge.Derivative ?? "")));

    private static int ItemWidth(LayerItem item, Charset charset) => item.Node switch
    {
        null => 1,
        { Kind: SceneNodeKind.Branch } => 1,
        { Kind: SceneNodeKind.Operation } node => TextWidth.Of(charset.Symbol(node)) + 4,
        { } node => Picture.NameOf(node) is { Length: > 0 } name ? TextWidth.Of(name) + 1 : 0,
    };
}
