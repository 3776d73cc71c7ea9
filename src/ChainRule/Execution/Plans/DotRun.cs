using System.Numerics;
using ChainRule.Graphs;
using ChainRule.Kernels;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>A <see cref="DotStep"/> with its memory: ready to run.</summary>
internal sealed class DotRun(DotStep step) : StepRun(step)
{
    private Storage? _a, _b, _c;

    public override void Bind(Place place, Storage storage)
    {
        if (step.A.Place == place) _a = storage;
        if (step.B.Place == place) _b = storage;
        if (step.C == place) _c = storage;
    }

    public override void Run(int threads)
    {
        if (step.C.DType == DType.Float32) Run<float>(threads);
        else Run<double>(threads);
    }

    private void Run<T>(int threads) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> c = _c!.Span<T>();
        if (c.Length == 0) return;
        ReadOnlySpan<T> a = _a!.Span<T>(), b = _b!.Span<T>();
        (int m, int n, int k) = (step.M, step.N, step.K);
        for (int i = 0; i < step.A.Starts.Length; i++)
        {
            Gemm.Multiply(
                m, n, k,
                a[(k == 0 ? 0 : step.A.Starts[i])..], step.A.RowStride, step.A.ColumnStride,
                b[(k == 0 ? 0 : step.B.Starts[i])..], step.B.RowStride, step.B.ColumnStride,
                c.Slice(i * m * n, m * n), n, accumulate: false, threads);
        }
    }
}
