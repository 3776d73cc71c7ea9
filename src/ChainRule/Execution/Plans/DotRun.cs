using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChainRule.Graphs;
using ChainRule.Kernels;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>A <see cref="DotStep"/> with its memory: ready to run.</summary>
internal sealed class DotRun : StepRun
{
    // Of one matrix of a batch, that a thread should get by itself: some times what handing it over takes.
    private const long MatrixOperations = 1 << 16;

    private readonly DotStep _step;

    // In pinned arrays, because kernels read them through pointers.
    private readonly nint[]? _aRows, _aColumns, _bRows, _bColumns;
    private readonly MatrixAxes _aAxes, _bAxes;
    private readonly int _vectorBits = ExecutionSettings.VectorBits;
    private Storage? _a, _b, _c, _addend, _factor, _condition;

    public DotRun(DotStep step)
        : base(step)
    {
        _step = step;
        (_aRows, _aColumns) = (TableOf(step.A.Rows), TableOf(step.A.Columns));
        (_bRows, _bColumns) = (TableOf(step.B.Rows), TableOf(step.B.Columns));
        _aAxes = AxesOf(step.A, _aRows, _aColumns);
        _bAxes = AxesOf(step.B, _bRows, _bColumns);
    }

    public override void Bind(Place place, Storage storage)
    {
        if (_step.A.Place == place) _a = storage;
        if (_step.B.Place == place) _b = storage;
        if (_step.C == place) _c = storage;
        if (_step.Addend == place) _addend = storage;
        if (_step.Factor == place) _factor = storage;
        if (_step.Condition == place) _condition = storage;
    }

    public override void Run(int threads)
    {
        // Where the sum does not replace the addend, it begins as a copy of it.
        if (_addend is { } addend && (addend.Array != _c!.Array || addend.Offset != _c.Offset)) addend.CopyTo(_c);
        if (_condition is { } condition && !condition.Elements<bool>()[0]) return;
        if (_step.C.DType == DType.Float32) Run<float>(threads);
        else Run<double>(threads);
    }

    private void Run<T>(int threads) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int batch = _step.A.Starts.Length;
        // Either the matrices are shared out, or each product is: whichever gives threads the larger pieces.
        if (batch >= threads && threads > 1 && _step.Operations / batch >= MatrixOperations)
            Workers.Run(new Job<T>(this), batch, threads);
        else
            for (int i = 0; i < batch; i++) Multiply<T>(i, threads);
    }

    private void Multiply<T>(int index, int threads) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T a = ref Unsafe.Add(ref First<T>(_a!), _step.A.Starts[index]);
        ref T b = ref Unsafe.Add(ref First<T>(_b!), _step.B.Starts[index]);
        ref T c = ref Unsafe.Add(ref First<T>(_c!), (nint)index * _step.M * _step.N);
        T alpha = T.CreateTruncating(_step.Alpha);
        if (_factor is { } factor) alpha *= First<T>(factor);
        Products.Multiply(
            _step.M, _step.N, _step.K, ref a, _aAxes, ref b, _bAxes, ref c, alpha, _step.Addend is not null, threads,
            _vectorBits);
    }

    private static MatrixAxes AxesOf(MatrixLayout matrix, nint[]? rows, nint[]? columns) =>
        new(matrix.Rows.Stride, matrix.Columns.Stride, RunsOf(rows), RunsOf(columns));

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

    private readonly struct Job<T>(DotRun run) : IJob
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(int chunk) => run.Multiply<T>(chunk, threads: 1);
    }
}
