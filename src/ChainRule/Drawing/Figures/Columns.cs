using ChainRule.Drawing.Layout;
using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Figures;

/// <summary>How far to the right everything is: layers as wide as their nodes, gaps as wide as their labels.</summary>
internal sealed class Columns
{
    private readonly double[] _centres, _halves, _bends, _labels;

    /// <summary>Finds the places.</summary>
    public Columns(LayeredLayout layout, Lanes lanes)
    {
        int count = layout.Layers.Count;
        (_centres, _halves) = (new double[count], new double[count]);
        (_bends, _labels) = (new double[count], new double[count]);
        double x = Metrics.Margin + Widest(layout.Layers[0], NameWidth);
        for (int i = 0; i < count; i++)
        {
            List<LayerItem> layer = layout.Layers[i];
            _halves[i] = Widest(layer, HalfOf);
            _centres[i] = x + _halves[i];
            x = _centres[i] + _halves[i];
            List<Link> links = LayeredLayout.LinksAfter(layer);
            if (links.Count == 0)
            {
                Width = Math.Max(Width, x);
                continue;
            }

            if (layer.Exists(static item => item.IsBranch)) x += Metrics.Fan;
            double label = links.Max(static link => LabelWidth(link)) + Metrics.LabelMargin;
            _labels[i] = x + (label / 2);
            x += label;
            _bends[i] = x;
            bool bends = links.Exists(link => Math.Abs(lanes.Of(link.Source) - lanes.Of(link.Target.Item)) > 0.5);
            if (bends) x += Metrics.Elbow;
        }

        Width += layout.Layers.Max(static layer => Widest(layer, ResultWidth)) + Metrics.Margin;
    }

    /// <summary>How wide the whole is.</summary>
    public double Width { get; }

    /// <summary>The middle of a layer's nodes.</summary>
    public double CentreOf(int layer) => _centres[layer];

    /// <summary>Where what passes through a layer comes in and goes out.</summary>
    public (double Left, double Right) EdgesOf(int layer) =>
        (_centres[layer] - _halves[layer], _centres[layer] + _halves[layer]);

    /// <summary>Where the links behind a layer bend towards their targets.</summary>
    public double BendAfter(int layer) => _bends[layer];

    /// <summary>The middle of the labels behind a layer.</summary>
    public double LabelAfter(int layer) => _labels[layer];

    // The first layer is empty if nothing but constants come in.
    private static double Widest(List<LayerItem> layer, Func<LayerItem, double> width) =>
        layer.Select(width).DefaultIfEmpty().Max();

    private static double HalfOf(LayerItem item) =>
        item.IsOperation ? Metrics.NodeWidth(item.Node!.Symbol) / 2 : 0;

    private static double NameWidth(LayerItem item) =>
        item.Node is { Kind: SceneNodeKind.Leaf } leaf ? Metrics.WidthOf(leaf.Caption) + Metrics.LabelGap : 0;

    private static double ResultWidth(LayerItem item) =>
        item.Node is { Kind: SceneNodeKind.Result } result ? Metrics.WidthOf(result.Caption) + Metrics.LabelGap : 0;

    private static double LabelWidth(Link link) => link.IsFirst
        ? Math.Max(Metrics.WidthOf(link.Edge.Label ?? ""), Typesetting.DerivativeOf(link.Edge)?.Width ?? 0)
        : 0;
}
