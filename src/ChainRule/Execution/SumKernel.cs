using System.Numerics;
using System.Runtime.InteropServices;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Execution;

/// <summary>
/// Vectorised sums of floats over neighbouring axes of a contiguous tensor. The order of
/// additions depends on the shape alone.
/// </summary>
internal static class SumKernel
{
    // Sums of this many elements are added up in the elements' own precision, and those sums in
    // double: rounding errors stay small.
    private const int BlockLength = 512;

    /// <returns>Whether the axes are neighbours, so that this kernel is the one to use.</returns>
    public static bool TryRun(Sum sum, View input, Storage output)
    {
        ReadOnlySpan<int> axes = sum.Axes.Span;
        if (axes[^1] - axes[0] != axes.Length - 1) return false;
        int outer = 1, count = 1, inner = 1;
        for (int axis = 0; axis < input.Shape.Rank; axis++)
        {
            if (axis < axes[0]) outer *= input.Shape[axis];
            else if (axis <= axes[^1]) count *= input.Shape[axis];
            else inner *= input.Shape[axis];
        }

        if (output.DType == DType.Float32) Run(input.Span<float>(), outer, count, inner, output.Span<float>());
        else Run(input.Span<double>(), outer, count, inner, output.Span<double>());
        return true;
    }

    private static void Run<T>(ReadOnlySpan<T> x, int outer, int count, int inner, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < outer; i++)
        {
            ReadOnlySpan<T> block = x.Slice(i * count * inner, count * inner);
            if (inner == 1) y[i] = T.CreateTruncating(SumRun(block));
            else SumRows(block, count, y.Slice(i * inner, inner));
        }
    }

    private static double SumRun<T>(ReadOnlySpan<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double total = 0;
        while (x.Length > 0)
        {
            ReadOnlySpan<T> block = x[..Math.Min(BlockLength, x.Length)];
            ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(block);
            // Four sums hide the latency of an addition.
            Vector<T> a = default, b = default, c = default, d = default;
            int i = 0;
            for (; i + 4 <= vectors.Length; i += 4)
            {
                a += vectors[i];
                b += vectors[i + 1];
                c += vectors[i + 2];
                d += vectors[i + 3];
            }

            for (; i < vectors.Length; i++) a += vectors[i];
            T sum = Vector.Sum(a + b + (c + d));
            for (int j = vectors.Length * Vector<T>.Count; j < block.Length; j++) sum += block[j];
            total += double.CreateTruncating(sum);
            x = x[block.Length..];
        }

        return total;
    }

    private static void SumRows<T>(ReadOnlySpan<T> x, int rows, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        y.Clear();
        var block = new T[y.Length];
        for (int row = 0; row < rows;)
        {
            Array.Clear(block);
            for (int end = Math.Min(rows, row + BlockLength); row < end; row++)
                AddTo(x.Slice(row * y.Length, y.Length), block);
            AddTo(block, y);
        }
    }

    private static void AddTo<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<Vector<T>> xs = MemoryMarshal.Cast<T, Vector<T>>(x);
        Span<Vector<T>> ys = MemoryMarshal.Cast<T, Vector<T>>(y);
        for (int i = 0; i < ys.Length; i++) ys[i] += xs[i];
        for (int i = ys.Length * Vector<T>.Count; i < y.Length; i++) y[i] += x[i];
    }
}
