namespace ChainRule.Drawing.Layout;

/// <summary>
/// Orders the items of the layers so that few links cross: sweeps of the barycentre method (Sugiyama, Tagawa &amp;
/// Toda 1981), then sifting (Matuszewski, Schönfeld &amp; Molitor 1999), from the order given and from random ones.
/// </summary>
internal sealed class Ordering(LayeredLayout layout)
{
    // The first sweeps bring nearly all the gain. Large graphs must not take long, so they begin less often.
    private const int Sweeps = 8, Rounds = 10, MostStarts = 40, ItemsOfAllStarts = 8_000;

    private readonly List<List<LayerItem>> _layers = layout.Layers;
    private uint _random = 1;

    /// <summary>
    /// Reorders the items; never makes more crossings than there were, and of orders with as few takes the first.
    /// </summary>
    public void Improve()
    {
        Number();
        LayerItem[][] given = Copy(), best = given;
        int fewest = Crossed();
        int starts = Math.Clamp(ItemsOfAllStarts / _layers.Sum(static layer => layer.Count), 1, MostStarts);
        for (int start = 0; start < starts && fewest > 0; start++)
        {
            if (start > 0) Shuffle();
            Descend();
            int crossed = Crossed();
            if (crossed >= fewest) continue;
            (fewest, best) = (crossed, Copy());
        }

        Take(best);
    }

    // To an order that no move of one item makes better.
    private void Descend()
    {
        int fewest = Crossed();
        LayerItem[][] best = Copy();
        for (int sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            Sweep(toRight: sweep % 2 == 0);
            int crossed = Crossed();
            if (crossed >= fewest) continue;
            (fewest, best) = (crossed, Copy());
        }

        Take(best);
        if (fewest == 0) return;
        bool isBetter = true;
        for (int round = 0; round < Rounds && isBetter; round++)
        {
            isBetter = false;
            for (int i = 0; i < _layers.Count; i++)
            {
                int layer = round % 2 == 0 ? i : _layers.Count - 1 - i;
                foreach (LayerItem item in _layers[layer].ToArray()) isBetter |= Sift(item, layer);
            }
        }
    }

    // Moves an item to where its links cross the fewest of the others; stays if none is better.
    private bool Sift(LayerItem item, int layer)
    {
        List<LayerItem> items = _layers[layer];
        int best = item.Index, gain = 0;
        foreach (int step in (ReadOnlySpan<int>)[-1, 1])
        {
            int change = 0;
            for (int at = item.Index + step; at >= 0 && at < items.Count; at += step)
            {
                int over = Crossings.Between(item, items[at]), under = Crossings.Between(items[at], item);
                change += step * (under - over);
                if (change < gain) (gain, best) = (change, at);
            }
        }

        if (gain == 0) return false;
        items.RemoveAt(item.Index);
        items.Insert(best, item);
        Renumber(layer);
        return true;
    }

    private void Sweep(bool toRight)
    {
        for (int i = 0; i < _layers.Count; i++)
        {
            int layer = toRight ? i : _layers.Count - 1 - i;
            LayerItem[] sorted = [.. _layers[layer].OrderBy(item => Barycentre(item, toRight))];
            _layers[layer].Clear();
            _layers[layer].AddRange(sorted);
            Renumber(layer);
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

    // Fisher & Yates; the same on every machine and for every version of .NET.
    private void Shuffle()
    {
        foreach (List<LayerItem> layer in _layers)
        {
            for (int i = layer.Count - 1; i > 0; i--)
            {
                _random = (_random * 1_664_525) + 1_013_904_223;
                int other = (int)(((ulong)_random * (uint)(i + 1)) >> 32);
                (layer[i], layer[other]) = (layer[other], layer[i]);
            }
        }

        Number();
    }

    private int Crossed() => _layers.Sum(Crossings.After);

    private LayerItem[][] Copy() => [.. _layers.Select(static layer => layer.ToArray())];

    private void Take(LayerItem[][] order)
    {
        for (int i = 0; i < order.Length; i++)
        {
            _layers[i].Clear();
            _layers[i].AddRange(order[i]);
        }

        Number();
    }

    private void Number()
    {
        for (int i = 0; i < _layers.Count; i++) Count(i);
        for (int i = _layers.Count - 1; i >= 0; i--) Number(i);
    }

    // What is beside a layer follows its order.
    private void Renumber(int layer)
    {
        Count(layer);
        for (int i = Math.Min(layer + 1, _layers.Count - 1); i >= Math.Max(layer - 1, 0); i--) Number(i);
    }

    private void Count(int layer)
    {
        for (int i = 0; i < _layers[layer].Count; i++) _layers[layer][i].Index = i;
    }

    private void Number(int layer)
    {
        int position = 0;
        foreach (LayerItem item in _layers[layer])
        {
            if (item.IsCommutative) SortOperands(item);
            if (item.IsBranch) SortUses(item);
            foreach (Slot slot in item.Slots) slot.Position = position++;
        }
    }

    // A constant stands at its operation, wherever the other operand arrives.
    private static void SortOperands(LayerItem operation)
    {
        if (operation.Slots is not [{ In: { } upper }, { In: { } lower }]) return;
        if (upper.Source.Item.Index > lower.Source.Item.Index) operation.Turn();
    }

    private static void SortUses(LayerItem branch)
    {
        Link stem = branch.Slots.Select(static slot => slot.In).OfType<Link>().First();
        stem.Target.In = null;
        branch.Slots.Sort(static (a, b) => a.Out!.Target.Position.CompareTo(b.Out!.Target.Position));
        stem.Target = branch.Trunk;
        branch.Trunk.In = stem;
    }
}
