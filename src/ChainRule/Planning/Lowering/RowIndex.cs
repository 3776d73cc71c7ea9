using ChainRule.Graphs;

namespace ChainRule.Planning;

/// <summary>Which rows of its place an operand reads, where a tensor says so.</summary>
/// <param name="Place">The memory of the indices.</param>
/// <param name="Offset">The position of the first one there.</param>
/// <param name="First">Where the first one that the operand reads is from there.</param>
/// <param name="Strides">The distance between indices along each loop.</param>
/// <param name="RowStride">The distance between the rows in the operand's place.</param>
/// <param name="Gather">The node that tells the sizes, and that messages speak of.</param>
internal sealed record RowIndex(Place Place, int Offset, int First, int[] Strides, int RowStride, Node Gather)
{
    /// <summary>Whether two say the same.</summary>
    public bool Equals(RowIndex? other) =>
        other is not null
        && Place == other.Place
        && Offset == other.Offset
        && First == other.First
        && RowStride == other.RowStride
        && Gather == other.Gather
        && Strides.AsSpan().SequenceEqual(other.Strides);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Place.Index, Offset, First, RowStride);
}
