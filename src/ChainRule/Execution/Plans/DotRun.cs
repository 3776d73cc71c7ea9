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
    // In pinned arrays, because kernels read them through pointers.
    private readonly nint[]? _aRows = TableOf(step.A.Rows), _aColumns = TableOf(step.A.Columns);
    private readonly nint[]? _bRows = TableOf(step.B.Rows), _bColumns = TableOf(step.B.Columns);
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
        (int[] left, int[] right) = (step.A.Starts, step.B.Starts);
        var aAxes = new MatrixAxes(step.A.Rows.Stride, step.A.Columns.Stride, RunsOf(_aRows), RunsOf(_aColumns));
        var bAxes = new MatrixAxes(step.B.Rows.Stride, step.B.Columns.Stride, RunsOf(_bRows), RunsOf(_bColumns));
        T alpha = T.CreateTruncating(step.Alpha);
        for (int i = 0; i < left.Length; i++)
        {
            Products.Multiply(
                step.M, step.N, step.K,
                ref Unsafe.Add(ref a, left[i]), aAxes,
                ref Unsafe.Add(ref b, right[i]), bAxes,
                ref Unsafe.Add(ref c, (nint)i * step.M * step.N),
                alpha, step.Addend is not null, threads);
        }
    }

    private static nint[]? TableOf(AxisLayout axis)
    {
        if (axis.Starts.Length == 0) return null;
        nint[] table = GC.AllocateUninitializedArray<nint>(axis.Starts.Length + 1, pinned: true);
        table[0] = axis.Run;
        for (int i = 0; i < axis.Starts.Length; i++) table[i + 1] = axis.Starts[i];
        return table;
    }

    private static unsafe Runs RunsOf(nint[]? table) =>
        table is null ? default : new((nint*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(table)));

    private static ref T First<T>(Storage storage) => ref Unsafe.As<byte, T>(
        ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(storage.Array), storage.Offset));
}
