namespace ChainRule.Planning;

/// <summary>
/// Where a value is computed: in the loops of a group, and which of its axes goes along which of them.
/// </summary>
/// <param name="Group">The group.</param>
/// <param name="Axes">For each axis of the value the loop along it, −1 for axes of size 1.</param>
/// <param name="InputAxes">The same for its inputs: more, if it is a reduction.</param>
internal sealed record Placement(Group Group, int[] Axes, int[] InputAxes)
{
    /// <summary>The loops that the value varies along, without those written out.</summary>
    public uint Mask => MaskOf(Axes) & ~Group.Unrolled;

    /// <summary>The loops that its inputs vary along, without those written out.</summary>
    public uint InputMask => MaskOf(InputAxes) & ~Group.Unrolled;

    /// <summary>The loops that it reduces; none if all of them are written out.</summary>
    public uint Reduced => InputMask & ~Mask;

    /// <summary>How often it is written down: once for each iteration of the loops written out.</summary>
    public int Copies
    {
        get
        {
            int copies = 1;
            foreach (int axis in InputAxes)
            {
                if (axis >= 0 && (Group.Unrolled & (1u << axis)) != 0) copies *= Group.Sizes[axis];
            }

            return copies;
        }
    }

    private static uint MaskOf(int[] axes)
    {
        uint mask = 0;
        foreach (int axis in axes)
        {
            if (axis >= 0) mask |= 1u << axis;
        }

        return mask;
    }
}
