using ChainRule.Drawing.Layout;

namespace ChainRule.Drawing.Text;

/// <summary>
/// Gives every slot its line. Slots joined by straight links share one, so all straight links together are chains that
/// keep their order in every layer; each chain goes as far up as those above it allow.
/// </summary>
internal static class RowPlacement
{
    private const int Attempts = 30;

    /// <summary>Places the slots, so that the links that bend can be drawn.</summary>
    /// <returns>False if bending links are so entangled that no order of their bends was found.</returns>
    public static bool TryPlace(LayeredLayout layout)
    {
        var chains = new Dictionary<Slot, List<Slot>>();
        foreach (Slot slot in layout.Layers.SelectMany(static layer => layer).SelectMany(static item => item.Slots))
        {
            List<Slot> chain = slot.In is { IsStraight: true } link ? chains[link.Source] : [];
            chain.Add(slot);
            chains.Add(slot, chain);
        }

        var extra = new Dictionary<Slot, int>();
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            foreach (Slot slot in chains.Keys) slot.Row = 0;
            while (layout.Layers.Exists(layer => PushDown(layer, chains, extra))) ;
            Slot? entangled = layout.Layers.Select(static layer => new Bends(LayeredLayout.LinksAfter(layer)).Entangled)
                .FirstOrDefault(static slot => slot is not null);
            if (entangled is null) return true;
            // Further down its line is free of the others.
            extra[entangled] = extra.GetValueOrDefault(entangled) + 1;
        }

        return false;
    }

    private static bool PushDown(
        List<LayerItem> layer, Dictionary<Slot, List<Slot>> chains, Dictionary<Slot, int> extra)
    {
        bool pushed = false;
        Slot? above = null;
        foreach (Slot slot in layer.SelectMany(static item => item.Slots))
        {
            int least = LeastRow(above, slot) + extra.GetValueOrDefault(slot);
            if (slot.Row < least)
            {
                foreach (Slot other in chains[slot]) other.Row = least;
                pushed = true;
            }

            above = slot;
        }

        return pushed;
    }

    // A box has a border above its first slot and below its last; between other slots a line stays free.
    private static int LeastRow(Slot? above, Slot slot)
    {
        if (above is null) return slot.Item.IsOperation ? 1 : 0;
        int next = above.Row + above.Height;
        if (above.Item == slot.Item) return next + (slot.Constant is null && above.Constant is null ? 1 : 0);
        int borders = (above.Item.IsOperation ? 1 : 0) + (slot.Item.IsOperation ? 1 : 0);
        return next + Math.Max(1, borders);
    }
}
