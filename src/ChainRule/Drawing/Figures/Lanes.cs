using ChainRule.Drawing.Layout;
using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Figures;

/// <summary>
/// How high everything is: items of a layer stay in their order and apart, and as near as that allows to what they are
/// joined with, above all along the trunk and where an edge passes through.
/// </summary>
internal sealed class Lanes
{
    // Enough for a chain of bends to come to rest; the last ones go to the right, along the trunk.
    private const int Sweeps = 24, LastSweeps = 8;

    // Nearly straight looks worse than bent.
    private const double Nearly = 10;

    private readonly LayeredLayout _layout;
    private readonly Dictionary<LayerItem, double> _y = [];
    private readonly Dictionary<LayerItem, (double Above, double Below)> _reach = [];
    private readonly Dictionary<SceneEdge, double> _below = [];

    /// <summary>Finds the places.</summary>
    public Lanes(LayeredLayout layout)
    {
        _layout = layout;
        foreach (LayerItem item in layout.Layers.SelectMany(static layer => layer))
            _reach.Add(item, (Above(item), Below(item)));
        foreach (List<LayerItem> layer in layout.Layers)
        {
            double y = 0;
            for (int i = 0; i < layer.Count; i++)
            {
                if (i > 0) y += Apart(layer[i - 1], layer[i]);
                _y.Add(layer[i], y);
            }
        }

        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            bool toRight = sweep % 2 == 0 || sweep >= Sweeps - LastSweeps;
            for (int i = 0; i < layout.Layers.Count; i++)
                Settle(layout.Layers[toRight ? i : layout.Layers.Count - 1 - i], toRight);
        }

        foreach (List<LayerItem> layer in layout.Layers) Snap(layer);
        double top = layout.Layers.SelectMany(static layer => layer).Min(item => _y[item] - _reach[item].Above);
        foreach (LayerItem item in _y.Keys) _y[item] += Metrics.Margin - top;
        Height = _y.Max(entry => entry.Value + _reach[entry.Key].Below) + Metrics.Margin;
    }

    /// <summary>How high the whole is.</summary>
    public double Height { get; }

    /// <summary>Where an item is: the middle of a node, the line of a leaf.</summary>
    public double Of(LayerItem item) => _y[item];

    /// <summary>Where the line begins that leaves a slot.</summary>
    public double Of(Slot slot) => _y[slot.Item] + OffsetOf(slot);

    // Only the uses at a branch part before they leave.
    private static double OffsetOf(Slot slot) => slot.Item.IsBranch
        ? (slot.Item.Slots.IndexOf(slot) - ((slot.Item.Slots.Count - 1) / 2.0)) * Metrics.Lane
        : 0;

    private double Apart(LayerItem upper, LayerItem lower) => _reach[upper].Below + _reach[lower].Above;

    private static double Above(LayerItem item) => item.IsOperation
        ? Math.Max(Metrics.Radius + 8, Metrics.Above)
        : Metrics.Above + (item.IsBranch ? (item.Slots.Count - 1) / 2.0 * Metrics.Lane : 0);

    private double Below(LayerItem item)
    {
        double line = item.Slots.Max(slot => Math.Max(Below(slot.In?.Edge), Below(slot.Out?.Edge)));
        if (item.IsBranch) return line + ((item.Slots.Count - 1) / 2.0 * Metrics.Lane);
        if (!item.IsOperation) return line;
        bool hasConstant = item.Slots.Exists(static slot => slot.Constant is not null);
        return Math.Max(line, Metrics.Radius + 8 + (hasConstant ? Metrics.Stub + Metrics.TextSize : 0));
    }

    // An edge passes many layers.
    private double Below(SceneEdge? edge)
    {
        if (edge is null) return Metrics.Below;
        if (_below.TryGetValue(edge, out double known)) return known;
        double below = Typesetting.DerivativeOf(edge) is { } derivative
            ? Metrics.PairGap + Metrics.LabelGap + derivative.Above + derivative.Below + Metrics.UnderDerivative
            : Metrics.Below;
        _below.Add(edge, below);
        return below;
    }

    // Isotonic regression by pooling adjacent violators (Ayer et al. 1955).
    private void Settle(List<LayerItem> layer, bool toRight)
    {
        var blocks = new List<(double Sum, double Weight, int Count)>();
        double offset = 0;
        var offsets = new double[layer.Count];
        for (int i = 0; i < layer.Count; i++)
        {
            if (i > 0) offset += Apart(layer[i - 1], layer[i]);
            offsets[i] = offset;
            (double wanted, double weight) = Wanted(layer[i], toRight);
            blocks.Add(((wanted - offset) * weight, weight, 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Weight > blocks[^1].Sum / blocks[^1].Weight)
            {
                (double sum, double mass, int count) = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                blocks[^1] = (blocks[^1].Sum + sum, blocks[^1].Weight + mass, blocks[^1].Count + count);
            }
        }

        int at = 0;
        foreach ((double sum, double weight, int count) in blocks)
        {
            for (int end = at + count; at < end; at++) _y[layer[at]] = (sum / weight) + offsets[at];
        }
    }

    // Where an item would like to be, for what is on one side of it; without anything there, where it is.
    private (double Y, double Weight) Wanted(LayerItem item, bool toRight)
    {
        double sum = 0, weight = 0;
        foreach (Slot slot in item.Slots)
        {
            if ((toRight ? slot.In : slot.Out) is not { } link) continue;
            double y = toRight ? Of(link.Source) : _y[link.Target.Item] - OffsetOf(slot);
            sum += WeightOf(link) * y;
            weight += WeightOf(link);
        }

        return weight == 0 ? (_y[item], 0.01) : (sum / weight, weight);
    }

    private static double WeightOf(Link link) =>
        !link.IsFirst && !link.IsLast ? 400 : link.Target == link.Target.Item.Trunk ? 40 : 1;

    // Items that are nearly on the line of what comes in move onto it, if there is room.
    private void Snap(List<LayerItem> layer)
    {
        for (int i = 0; i < layer.Count; i++)
        {
            LayerItem item = layer[i];
            if ((item.Trunk.In ?? item.Slots.Find(static slot => slot.In is not null)?.In) is not { } link) continue;
            double wanted = Of(link.Source), least = double.NegativeInfinity, most = double.PositiveInfinity;
            if (i > 0) least = _y[layer[i - 1]] + Apart(layer[i - 1], item);
            if (i + 1 < layer.Count) most = _y[layer[i + 1]] - Apart(item, layer[i + 1]);
            if (Math.Abs(wanted - _y[item]) < Nearly && wanted >= least && wanted <= most) _y[item] = wanted;
        }
    }
}
