namespace ChainRule.Drawing.Layout;

/// <summary>
/// Counts the links that cross between layers. The uses at a branch leave it in the order in which they arrive, so
/// they do not cross each other; likewise the operands where their order means nothing.
/// </summary>
internal static class Crossings
{
    /// <summary>All that follow a layer.</summary>
    /// <param name="layer">Whose links; what is behind it has its positions.</param>
    public static int After(List<LayerItem> layer)
    {
        // Where the links before arrive; each crosses those that arrive further below.
        var arrived = new List<int>();
        int crossings = 0;
        foreach (LayerItem item in layer)
        {
            int before = arrived.Count;
            foreach (Slot slot in item.Slots)
            {
                if (slot.Out is not { } link) continue;
                int at = link.Target.Position;
                for (int i = 0; i < before; i++)
                {
                    if (arrived[i] > at) crossings++;
                }

                arrived.Add(at);
            }
        }

        return crossings;
    }

    /// <summary>Those of the links of two items of a layer, at both sides.</summary>
    /// <param name="upper">The item above.</param>
    /// <param name="lower">The item below.</param>
    public static int Between(LayerItem upper, LayerItem lower)
    {
        int crossings = 0;
        foreach (Slot above in upper.Slots)
        {
            foreach (Slot below in lower.Slots)
            {
                if (above.In?.Source.Item.Index > below.In?.Source.Item.Index) crossings++;
                if (above.Out?.Target is not { } first || below.Out?.Target is not { } second) continue;
                bool isFree = first.Item == second.Item && first.Item.IsCommutative;
                if (first.Position > second.Position && !isFree) crossings++;
            }
        }

        return crossings;
    }
}
