using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>Indices that came as a tensor, checked once they are known.</summary>
internal static class Positions
{
    /// <summary>The positions on an axis of x that the indices name, counted from the front.</summary>
    /// <exception cref="IndexOutOfRangeException">An index is outside the axis.</exception>
    public static int[] Read(string op, Node x, int axis, Node indices, Storage values)
    {
        int size = x.Shape[axis];
        var positions = new int[values.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            long index = values.DType == DType.Int32 ? values.Span<int>()[i] : values.Span<long>()[i];
            if (index < -size || index >= size) throw OutOfRange(op, x, axis, indices, i, index);
            positions[i] = (int)(index < 0 ? index + size : index);
        }

        return positions;
    }

#pragma warning disable CA2201 // The runtime's own type for a position outside its range is what users catch.
    private static IndexOutOfRangeException OutOfRange(
        string op, Node x, int axis, Node indices, int at, long index) =>
        new($"{op}: element {at} of {indices.Description} is {(index < 0 ? $"−{-(decimal)index}" : $"{index}")}, "
            + $"but axis {axis} of {x.Description} of shape {x.Shape} "
            + (x.Shape[axis] == 0
                ? "has no positions."
                : $"has positions 0 to {x.Shape[axis] - 1}, or −{x.Shape[axis]} to −1 counted from the end."));
#pragma warning restore CA2201
}
