namespace ChainRule.Planning;

/// <summary>
/// What the members of a group ask of the order of its loops. Rows are the outer loops, columns the inner ones. A
/// member varies along all loops, or along the rows only, or along none.
/// </summary>
/// <param name="Full">All loops.</param>
/// <param name="Partial">The loops of the members that vary along some only; 0 if there are none.</param>
/// <param name="Inner">The loops that a member reduces for others to use at once; 0 if there are none.</param>
/// <param name="Sums">The loops kept by sums of all elements that nobody in the group uses.</param>
/// <param name="Outside">The loops that cannot be columns, because they tell which rows are gathered.</param>
/// <param name="IsPossible">Whether one order does for all.</param>
internal readonly record struct LoopOrder(
    uint Full, uint Partial, uint Inner, IReadOnlyList<uint> Sums, uint Outside, bool IsPossible)
{
    /// <summary>The loops that must be the columns; 0 if any may.</summary>
    public uint Columns => Inner != 0 ? Inner : Partial != 0 ? Full & ~Partial : 0;

    /// <summary>Whether all loops must be columns, so that there is one row only.</summary>
    public bool IsOneRow => Columns == Full;

    /// <summary>The order of no members.</summary>
    public static LoopOrder Of(uint full) => new(full, 0, 0, [], 0, true);

    /// <summary>What is asked when there is another member too.</summary>
    /// <param name="value">The member.</param>
    /// <param name="placement">Its place.</param>
    /// <param name="isUsed">Whether another member uses its value.</param>
    /// <param name="uses">The uses in the program.</param>
    public LoopOrder With(Value value, Placement placement, bool isUsed, Uses uses)
    {
        (uint full, uint partial, uint inner, bool possible) = (Full, Partial, Inner, IsPossible);
        IReadOnlyList<uint> sums = Sums;
        if (!value.IsReduction || placement.Reduced == 0)
        {
            Add(placement.Mask);
        }
        else if (value.Op is Ops.Sum && !isUsed)
        {
            // A sum of row values is taken row by row.
            if (placement.InputMask != Full) Add(placement.InputMask);
            else if (!sums.Contains(placement.Mask)) sums = [.. sums, placement.Mask];
        }
        else
        {
            possible &= placement.InputMask == Full && (inner == 0 || inner == placement.Reduced);
            inner = placement.Reduced;
            Add(placement.Mask);
        }

        if (inner != 0) possible &= partial == 0 || partial == (Full & ~inner);
        uint outside = Outside;
        if (uses.HasGatheredRows) outside |= GatheredRows.LoopsOf(value, placement, Full, uses);
        var order = new LoopOrder(Full, partial, inner, sums, outside, possible && (outside != Full || outside == 0));
        uint columns = order.Columns;
        if (columns == 0) return order;
        possible &= (columns & outside) == 0;
        foreach (uint kept in sums) possible &= (kept & columns) == 0 || (kept & columns) == columns;
        return order with { IsPossible = possible };

        void Add(uint mask)
        {
            if (mask == 0 || mask == full) return;
            possible &= partial == 0 || partial == mask;
            partial = mask;
        }
    }
}
