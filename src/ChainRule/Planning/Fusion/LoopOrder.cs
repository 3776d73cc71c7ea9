namespace ChainRule.Planning;

/// <summary>
/// What the members of a group ask of the order of its loops. Rows are the outer loops, columns the inner ones. A member
/// varies along all loops, or along the rows only, or along none.
/// </summary>
/// <param name="Full">All loops.</param>
/// <param name="Partial">The loops of the members that vary along some only; 0 if there are none.</param>
/// <param name="Inner">The loops that a member reduces for others to use at once; 0 if there are none.</param>
/// <param name="Sums">The loops kept by sums of all elements that nobody in the group uses.</param>
/// <param name="IsPossible">Whether one order does for all.</param>
internal readonly record struct LoopOrder(uint Full, uint Partial, uint Inner, uint[] Sums, bool IsPossible)
{
    /// <summary>The loops that must be the columns; 0 if any may.</summary>
    public uint Columns => Inner != 0 ? Inner : Partial != 0 ? Full & ~Partial : 0;

    /// <summary>Finds out what the members of a group ask for.</summary>
    /// <param name="full">All loops.</param>
    /// <param name="members">The members' places.</param>
    /// <param name="isUsed">Whether another member uses a member's value.</param>
    public static LoopOrder Of(uint full, IEnumerable<(Value Value, Placement Placement)> members, Func<Value, bool> isUsed)
    {
        uint partial = 0, inner = 0;
        bool possible = true;
        HashSet<uint> sums = [];
        List<(uint In, uint Out)> rowSums = [];
        foreach ((Value value, Placement placement) in members)
        {
            if (!value.IsReduction)
            {
                Add(placement.Mask);
            }
            else if (value.Op is Ops.Sum && !isUsed(value))
            {
                if (placement.InputMask == full) sums.Add(placement.Mask);
                else rowSums.Add((placement.InputMask, placement.Mask));
            }
            else
            {
                possible &= placement.InputMask == full && (inner == 0 || inner == placement.Reduced);
                inner = placement.Reduced;
                Add(placement.Mask);
            }
        }

        // A sum of row values is taken row by row.
        foreach ((uint input, _) in rowSums) Add(input);
        if (inner != 0) possible &= partial == 0 || partial == (full & ~inner);
        uint columns = inner != 0 ? inner : partial != 0 ? full & ~partial : 0;
        foreach (uint kept in sums) possible &= columns == 0 || (kept & columns) == 0 || (kept & columns) == columns;
        return new(full, partial, inner, [.. sums], possible);

        void Add(uint mask)
        {
            if (mask == 0 || mask == full) return;
            possible &= partial == 0 || partial == mask;
            partial = mask;
        }
    }
}
