using System.Numerics;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>Indices that came as a tensor, checked once they are known.</summary>
internal static class Positions
{
    /// <summary>The positions on an axis of x that the indices name, counted from the front.</summary>
    /// <exception cref="IndexOutOfRangeException">An index is outside the axis.</exception>
    public static int[] Read(string op, Node x, int axis, Node indices, Storage values)
    {
        var positions = new int[values.Length];
        Read(op, x, axis, indices, values, positions);
        return positions;
    }

    /// <summary>The same, into an array that is there already.</summary>
    public static void Read(string op, Node x, int axis, Node indices, Storage values, Span<int> positions)
    {
        if (values.DType == DType.Int32) Read<int>(op, x, axis, indices, values.Elements<int>(), positions);
        else Read<long>(op, x, axis, indices, values.Elements<long>(), positions);
    }

    private static void Read<T>(
        string op, Node x, int axis, Node indices, ReadOnlySpan<T> values, Span<int> positions)
        where T : unmanaged, IBinaryInteger<T>
    {
        int size = x.Shape[axis];
        for (int i = 0; i < positions.Length; i++)
        {
            long index = long.CreateTruncating(values[i]);
            if (index < -size || index >= size) throw OutOfRange(op, x, axis, indices, i, index);
            positions[i] = (int)(index < 0 ? index + size : index);
        }
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
