namespace ChainRule.Planning;

/// <summary>Where an operand's elements lie: its place, and the distances along the loops.</summary>
/// <param name="Place">The memory.</param>
/// <param name="Offset">The position of the first element.</param>
/// <param name="Strides">The distance in elements along each loop, in the order of the loops.</param>
/// <param name="Index">Which rows of the place it reads; null if the loops alone tell.</param>
internal sealed record Layout(Place Place, int Offset, int[] Strides, RowIndex? Index = null)
{
    /// <summary>The memory that it needs.</summary>
    public IEnumerable<Place> Places => Index is null ? [Place] : [Place, Index.Place];

    /// <summary>Whether two layouts find the same elements at the same iteration.</summary>
    public bool Equals(Layout? other) =>
        other is not null
        && Place == other.Place
        && Offset == other.Offset
        && Equals(Index, other.Index)
        && Strides.AsSpan().SequenceEqual(other.Strides);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Place.Index, Offset, Strides.Length);
}
