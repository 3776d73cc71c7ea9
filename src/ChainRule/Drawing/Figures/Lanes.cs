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

    // A move that nobody sees, in pixels.
    private const double Unseen = 1e-6;

    // Nearly straight looks worse than bent.
    private const double Nearly = 10;

    private readonly Dictionary<LayerItem, Lane> _lanes = [];

    // Room to settle the widest layer.
    private readonly (double[] Sums, double[] Weights, int[] Ends) _blocks;

    // An edge passes many items.
    private readonly Dictionary<SceneEdge, double> _below = [];

    /// <summary>Finds the places.</summary>
    public Lanes(LayeredLayout layout)
    {
        Lane[][] layers = [.. layout.Layers.Select(layer => layer.Select(LaneOf).ToArray())];
        int widest = layers.Max(static layer => layer.Length);
        _blocks = (new double[widest], new double[widest], new int[widest]);
        foreach (Lane[] layer in layers)
        {
            for (int i = 1; i < layer.Length; i++)
                layer[i].Y = layer[i].Offset = layer[i - 1].Offset + Apart(layer[i - 1], layer[i]);
            foreach (Lane lane in layer)
            {
                lane.Before = [.. lane.Item.Slots.Select(static slot => slot.In).OfType<Link>().Select(ToSource)];
                lane.Behind = [.. lane.Item.Slots.Select(static slot => slot.Out).OfType<Link>().Select(ToTarget)];
            }
        }

        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            bool toRight = sweep % 2 == 0 || sweep >= Sweeps - LastSweeps;
            double moved = 0;
            for (int i = 0; i < layers.Length; i++)
                moved = Math.Max(moved, Settle(layers[toRight ? i : layers.Length - 1 - i], toRight));
            // The same way once more would change nothing.
            if (sweep >= Sweeps - LastSweeps && moved < Unseen) break;
        }

        foreach (Lane[] layer in layers) Snap(layer);
        double top = _lanes.Values.Min(static lane => lane.Y - lane.Above);
        foreach (Lane lane in _lanes.Values) lane.Y += Metrics.Margin - top;
        Height = _lanes.Values.Max(static lane => lane.Y + lane.Below) + Metrics.Margin;
    }

    /// <summary>How high the whole is.</summary>
    public double Height { get; }

    /// <summary>Where an item is: the middle of a node, the line of a leaf.</summary>
    public double Of(LayerItem item) => _lanes[item].Y;

    /// <summary>Where the line begins that leaves a slot.</summary>
    public double Of(Slot slot) => Of(slot.Item) + OffsetOf(slot);

    // Only the uses at a branch part before they leave.
    private static double OffsetOf(Slot slot) => slot.Item.IsBranch
        ? (slot.Item.Slots.IndexOf(slot) - ((slot.Item.Slots.Count - 1) / 2.0)) * Metrics.Lane
        : 0;

    private static double Apart(Lane upper, Lane lower) => upper.Below + lower.Above;

    private Lane LaneOf(LayerItem item)
    {
        var lane = new Lane(item, Above(item), Below(item));
        _lanes.Add(item, lane);
        return lane;
    }

    private Wish ToSource(Link link) => new(_lanes[link.Source.Item], OffsetOf(link.Source), WeightOf(link));

    private Wish ToTarget(Link link) => new(_lanes[link.Target.Item], -OffsetOf(link.Source), WeightOf(link));

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

    private double Below(SceneEdge? edge)
    {
        if (edge is null) return Metrics.Below;
        if (_below.TryGetValue(edge, out double below)) return below;
        below = Typesetting.DerivativeOf(edge) is { } derivative
            ? Metrics.PairGap + Metrics.LabelGap + derivative.Above + derivative.Below + Metrics.UnderDerivative
            : Metrics.Below;
        _below.Add(edge, below);
        return below;
    }

    // Isotonic regression by pooling adjacent violators (Ayer et al. 1955). Returns how far an item moves at most.
    private double Settle(Lane[] layer, bool toRight)
    {
        // Of each block the sum of what is wanted, the weight, and where it ends.
        (double[] sums, double[] weights, int[] ends) = _blocks;
        int last = -1;
        for (int i = 0; i < layer.Length; i++)
        {
            (double wanted, double weight) = Wanted(layer[i], toRight ? layer[i].Before : layer[i].Behind);
            double sum = (wanted - layer[i].Offset) * weight;
            while (last >= 0 && sums[last] / weights[last] > sum / weight)
            {
                sum = sums[last] + sum;
                weight = weights[last] + weight;
                last--;
            }

            last++;
            (sums[last], weights[last], ends[last]) = (sum, weight, i + 1);
        }

        double moved = 0;
        for (int block = 0, at = 0; block <= last; block++)
        {
            for (; at < ends[block]; at++)
            {
                double y = (sums[block] / weights[block]) + layer[at].Offset;
                moved = Math.Max(moved, Math.Abs(y - layer[at].Y));
                layer[at].Y = y;
            }
        }

        return moved;
    }

    // Where an item would like to be, for what is on one side of it; without anything there, where it is.
    private static (double Y, double Weight) Wanted(Lane lane, Wish[] wishes)
    {
        double sum = 0, weight = 0;
        foreach (Wish wish in wishes)
        {
            sum += wish.Weight * (wish.Other.Y + wish.Offset);
            weight += wish.Weight;
        }

        return weight == 0 ? (lane.Y, 0.01) : (sum / weight, weight);
    }

    private static double WeightOf(Link link) =>
        !link.IsFirst && !link.IsLast ? 400 : link.Target == link.Target.Item.Trunk ? 40 : 1;

    // Items that are nearly on the line of what comes in move onto it, if there is room.
    private void Snap(Lane[] layer)
    {
        for (int i = 0; i < layer.Length; i++)
        {
            (Lane lane, LayerItem item) = (layer[i], layer[i].Item);
            if ((item.Trunk.In ?? item.Slots.Find(static slot => slot.In is not null)?.In) is not { } link) continue;
            double wanted = Of(link.Source), least = double.NegativeInfinity, most = double.PositiveInfinity;
            if (i > 0) least = layer[i - 1].Y + Apart(layer[i - 1], lane);
            if (i + 1 < layer.Length) most = layer[i + 1].Y - Apart(lane, layer[i + 1]);
            if (Math.Abs(wanted - lane.Y) < Nearly && wanted >= least && wanted <= most) lane.Y = wanted;
        }
    }

    /// <summary>Where an item is.</summary>
    /// <param name="item">The item.</param>
    /// <param name="above">How much room it needs above.</param>
    /// <param name="below">And below.</param>
    private sealed class Lane(LayerItem item, double above, double below)
    {
        public LayerItem Item { get; } = item;

        public double Above { get; } = above;

        public double Below { get; } = below;

        /// <summary>How far below the first one of its layer it is at least.</summary>
        public double Offset { get; set; }

        public double Y { get; set; }

        /// <summary>What it is joined with at its left.</summary>
        public Wish[] Before { get; set; } = [];

        /// <summary>What it is joined with at its right.</summary>
        public Wish[] Behind { get; set; } = [];
    }

    /// <summary>To be at the height of another one, with an offset; the heavier, the more.</summary>
    private readonly record struct Wish(Lane Other, double Offset, double Weight);
}
