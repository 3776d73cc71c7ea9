using System.Numerics;
using ChainRule.Graphs;
using ChainRule.Kernels;

namespace ChainRule.Execution;

/// <summary>The matrix product of views: transposed and sliced operands are read where they lie.</summary>
internal static class DotKernel
{
    /// <summary>
    /// Whether the product can read a view as it is. Rows and columns may be far apart, but not in reverse.
    /// </summary>
    public static bool Takes(View view) => view.Strides[^1] >= 0 && view.Strides[^2] >= 0;

    public static void Run(Node node, View a, View b, Storage output)
    {
        if (node.DType == DType.Float32) Run<float>(node, a, b, output);
        else Run<double>(node, a, b, output);
    }

    private static void Run<T>(Node node, View a, View b, Storage output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> c = output.Span<T>();
        if (c.Length == 0) return;
        ReadOnlySpan<T> left = a.Storage.Span<T>(), right = b.Storage.Span<T>();
        int rank = node.Shape.Rank, m = node.Shape[rank - 2], n = node.Shape[rank - 1], k = a.Shape[rank - 1];
        ReadOnlySpan<int> batch = node.Shape.Sizes[..^2];
        int[] leftStarts = Strided.Offsets(batch, a.Strides.AsSpan(0, batch.Length));
        int[] rightStarts = Strided.Offsets(batch, b.Strides.AsSpan(0, batch.Length));
        for (int i = 0; i < leftStarts.Length; i++)
        {
            Gemm.Multiply(
                m, n, k,
                left[(k == 0 ? 0 : a.Offset + leftStarts[i])..], a.Strides[^2], a.Strides[^1],
                right[(k == 0 ? 0 : b.Offset + rightStarts[i])..], b.Strides[^2], b.Strides[^1],
                c.Slice(i * m * n, m * n), n, accumulate: false, ExecutionSettings.Threads);
        }
    }
}
