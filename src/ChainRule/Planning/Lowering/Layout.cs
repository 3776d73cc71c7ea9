namespace ChainRule.Planning;

/// <summary>Where an operand's elements lie: its place, and the distances along the loops.</summary>
/// <param name="Slot">The memory.</param>
/// <param name="Offset">The position of the first element.</param>
/// <param name="Strides">The distance in elements along each loop, in the order of the loops.</param>
internal sealed record Layout(Slot Slot, int Offset, int[] Strides)
{
    /// <summary>Whether two layouts find the same elements at the same iteration.</summary>
    public bool Equals(Layout? other) =>
        other is not null && Slot == other.Slot && Offset == other.Offset && Strides.AsSpan().SequenceEqual(other.Strides);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Slot.Index, Offset, Strides.Length);
}
