namespace ChainRule.Drawing.Layout;

/// <summary>
/// Orders the items of the layers so that few links cross: sweeps of the barycentre method, then swaps of neighbours.
/// </summary>
internal sealed class Ordering(LayeredLayout layout)
{
    // The first sweeps bring nearly all the gain.
    private const int Sweeps = 8, Rounds = 8;

    private readonly List<List<LayerItem>> _layers = layout.Layers;

    /// <summary>Reorders the items; never makes more crossings than there were.</summary>
    public void Improve()
    {
        Number();
        int fewest = Crossings();
        List<LayerItem>[] best = Copy();
        for (int sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            Sweep(toRight: sweep % 2 == 0);
            int crossings = Crossings();
            if (crossings >= fewest) continue;
            (fewest, best) = (crossings, Copy());
        }

        for (int i = 0; i < best.Length; i++)
        {
            _layers[i].Clear();
            _layers[i].AddRange(best[i]);
        }

        Number();
        fewest = Crossings();
        for (int round = 0; round < Rounds && fewest > 0 && SwapNeighbours(ref fewest); round++) ;
    }

    private List<LayerItem>[] Copy() => [.. _layers.Select(static layer => layer.ToList())];

    private void Sweep(bool toRight)
    {
        for (int i = 0; i < _layers.Count; i++)
        {
            int at = toRight ? i : _layers.Count - 1 - i;
            Sort(_layers[at], toRight);
            NumberAround(at);
        }
    }

    // By insertion: most are in order, and equals stay so.
    private static void Sort(List<LayerItem> layer, bool toRight)
    {
        double[] keys = [.. layer.Select(item => Barycentre(item, toRight))];
        for (int i = 1; i < keys.Length; i++)
        {
            (LayerItem item, double key) = (layer[i], keys[i]);
            int at = i;
            for (; at > 0 && keys[at - 1] > key; at--) (layer[at], keys[at]) = (layer[at - 1], keys[at - 1]);
            (layer[at], keys[at]) = (item, key);
        }
    }

    private static double Barycentre(LayerItem item, bool toRight)
    {
        double sum = 0;
        int count = 0;
        foreach (Slot slot in item.Slots)
        {
            if ((toRight ? slot.In?.Source : slot.Out?.Target) is not { } neighbour) continue;
            sum += neighbour.Position;
            count++;
        }

        return count == 0 ? item.Slots[0].Position : sum / count;
    }

    private bool SwapNeighbours(ref int fewest)
    {
        bool better = false;
        for (int at = 0; at < _layers.Count; at++)
        {
            List<LayerItem> layer = _layers[at];
            for (int i = 0; i + 1 < layer.Count; i++)
            {
                // Links of others cross these as often as before.
                int gain = Crossings(layer[i], layer[i + 1]) - Crossings(layer[i + 1], layer[i]);
                if (gain <= 0) continue;
                (layer[i], layer[i + 1]) = (layer[i + 1], layer[i]);
                NumberAround(at);
                fewest -= gain;
                better = true;
            }
        }

        return better;
    }

    /// <summary>How often the links of two items of a layer cross each other if one is above the other.</summary>
    private static int Crossings(LayerItem upper, LayerItem lower)
    {
        int crossings = 0;
        foreach (Slot high in upper.Slots)
        {
            foreach (Slot low in lower.Slots)
            {
                if (high.Out is { } highOut && low.Out is { } lowOut
                    && highOut.Target.Position > lowOut.Target.Position) crossings++;
                // The uses at a branch follow the order of their targets.
                if (high.In?.Source is { } from && low.In?.Source is { } other
                    && from.Item != other.Item && from.Position > other.Position) crossings++;
            }
        }

        return crossings;
    }

    // What another order in a layer changes: its own places, and the uses at branches before it.
    private void NumberAround(int layer)
    {
        Number(layer);
        if (layer > 0) Number(layer - 1);
    }

    /// <summary>
    /// Counts the slots through, from right to left so that the uses at a branch follow the order of their targets.
    /// </summary>
    private void Number()
    {
        for (int i = _layers.Count - 1; i >= 0; i--) Number(i);
    }

    private void Number(int layer)
    {
        int position = 0;
        foreach (LayerItem item in _layers[layer])
        {
            if (item.IsBranch) SortUses(item);
            foreach (Slot slot in item.Slots) slot.Position = position++;
        }
    }

    private static void SortUses(LayerItem branch)
    {
        Link stem = branch.Slots.Select(static slot => slot.In).OfType<Link>().First();
        stem.Target.In = null;
        branch.Slots.Sort(static (a, b) => a.Out!.Target.Position.CompareTo(b.Out!.Target.Position));
        stem.Target = branch.Trunk;
        branch.Trunk.In = stem;
    }

    private int Crossings()
    {
        int crossings = 0;
        foreach (List<LayerItem> layer in _layers)
        {
            int[] targets = [.. LayeredLayout.LinksAfter(layer).Select(static link => link.Target.Position)];
            for (int i = 0; i < targets.Length; i++)
            {
                int target = targets[i];
                for (int j = i + 1; j < targets.Length; j++)
                {
                    if (target > targets[j]) crossings++;
                }
            }
        }

        return crossings;
    }
}
