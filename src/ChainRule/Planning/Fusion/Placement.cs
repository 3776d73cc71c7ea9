namespace ChainRule.Planning;

/// <summary>
/// Where a value is computed: in the loops of a group, and which of its axes goes along which of them.
/// </summary>
/// <param name="Group">The group.</param>
/// <param name="Axes">For each axis of the value the loop along it, −1 for axes of size 1.</param>
/// <param name="InputAxes">The same for its inputs: more, if it is a reduction.</param>
internal sealed record Placement(Group Group, int[] Axes, int[] InputAxes)
{
    /// <summary>The loops that the value varies along.</summary>
    public uint Mask { get; } = MaskOf(Axes);

    /// <summary>The loops that its inputs vary along.</summary>
    public uint InputMask { get; } = MaskOf(InputAxes);

    /// <summary>The loops that it reduces.</summary>
    public uint Reduced => InputMask & ~Mask;

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
