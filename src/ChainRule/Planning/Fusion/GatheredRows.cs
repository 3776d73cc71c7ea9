using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// Gathers that need no step: the loops that use them read each row where it lies, at the position that the indices
/// say. So an embedding is looked up and used in one loop.
/// </summary>
internal static class GatheredRows
{
    // Finding a row costs as much as some elements.
    private const int ShortestRow = 16;

    /// <summary>Whether loops read the rows of a gather.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="uses">The uses of the value.</param>
    public static bool Are(Value value, IReadOnlyList<Use> uses)
    {
        if (value.IsInput || value.Op is not Gather || uses.Count == 0) return false;
        int row = 1;
        for (int axis = FirstOfRow(value); axis < value.Shape.Rank; axis++) row *= value.Shape[axis];
        return row >= ShortestRow && uses.All(static use => use.Along is not null && Fusible.Is(use.Consumer));
    }

    /// <summary>The first of the axes that are a row; those before it say which.</summary>
    public static int FirstOfRow(Value gather) => ((Gather)gather.Op).Axis + gather.Inputs[1].Shape.Rank;

    /// <summary>
    /// The loops along which a member finds the rows that it gathers: all but those of the row itself. 0 if it gathers
    /// none.
    /// </summary>
    public static uint LoopsOf(Value member, Placement placement, uint full, Uses uses)
    {
        uint loops = 0;
        foreach (Value input in member.Inputs)
        {
            if (!uses.AreRowsGathered(Uses.Base(input))) continue;
            AxisMap.TryOf(input, out AxisMap map);
            uint row = 0;
            for (int axis = FirstOfRow(map.Source); axis < map.Axes.Length; axis++)
            {
                int loop = map.Axes[axis] < 0 ? -1 : placement.InputAxes[map.Axes[axis]];
                if (loop >= 0) row |= 1u << loop;
            }

            loops |= full & ~row;
        }

        return loops;
    }
}
