using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChainRule.Graphs;
using ChainRule.Kernels;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>A <see cref="DotStep"/> with its memory: ready to run.</summary>
internal sealed class DotRun(DotStep step) : StepRun(step)
{
    private Storage? _a, _b, _c, _addend;

    public override void Bind(Place place, Storage storage)
    {
        if (step.A.Place == place) _a = storage;
        if (step.B.Place == place) _b = storage;
        if (step.C == place) _c = storage;
        if (step.Addend == place) _addend = storage;
    }

    public override void Run(int threads)
    {
        // Where the sum does not replace the addend, it begins as a copy of it.
        if (_addend is { } addend && (addend.Array != _c!.Array || addend.Offset != _c.Offset)) addend.CopyTo(_c);
        if (step.C.DType == DType.Float32) Run<float>(threads);
        else Run<double>(threads);
    }

    private void Run<T>(int threads) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T a = ref First<T>(_a!), b = ref First<T>(_b!), c = ref First<T>(_c!);
        (MatrixLayout left, MatrixLayout right) = (step.A, step.B);
        T alpha = T.CreateTruncating(step.Alpha);
        for (int i = 0; i < left.Starts.Length; i++)
        {
            Products.Multiply(
                step.M, step.N, step.K,
                ref Unsafe.Add(ref a, left.Starts[i]), left.RowStride, left.ColumnStride,
                ref Unsafe.Add(ref b, right.Starts[i]), right.RowStride, right.ColumnStride,
                ref Unsafe.Add(ref c, (nint)i * step.M * step.N),
                alpha, step.Addend is not null, threads);
        }
    }

    private static ref T First<T>(Storage storage) => ref Unsafe.As<byte, T>(
        ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(storage.Array), storage.Offset));
}
