using ChainRule.Graphs;
using ChainRule.Kernels;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>A <see cref="LoopStep"/> with its memory: ready to run.</summary>
internal sealed class LoopRun : StepRun
{
    [ThreadStatic]
    private static nint[]? _partOffsets;

    private readonly LoopStep _step;
    private readonly CompiledKernel _kernel;
    private readonly Array[] _arrays;
    private readonly nint[] _offsets, _rowStrides, _columnStrides;
    private readonly nint[][] _outerStrides;
    private readonly nint[] _sumBytes;
    private readonly int _rowCount, _parts, _rows;
    private readonly bool _isSimple;
    private readonly Storage[] _partials, _targets;
    private readonly GatheredOperand[] _gathered;
    private readonly ILookup<Place, int> _operandsAt;

    public LoopRun(LoopStep step)
        : base(step)
    {
        int operands = step.Kernel.Operands.Length;
        (_step, _kernel, _arrays) = (step, KernelCache.Get(step.Kernel), new Array[operands]);
        (_offsets, _rowStrides, _columnStrides) = (new nint[operands], new nint[operands], new nint[operands]);
        (_sumBytes, _outerStrides) = (new nint[operands], new nint[operands][]);
        (_rowCount, _parts) = (step.RowCount, step.Parts);
        _rows = step.Rows.Length == 0 ? 1 : step.Rows[^1];
        (_partials, _targets) = (new Storage[step.Accumulators.Length], new Storage[step.Accumulators.Length]);
        Array.Fill(_arrays, Array.Empty<byte>());
        for (int i = 0; i < operands; i++)
        {
            _outerStrides[i] = [];
            if (step.Layouts[i] is { } layout) SetStrides(i, layout.Strides);
        }

        foreach (Accumulator sum in step.Accumulators)
        {
            foreach (int operand in sum.Operands)
            {
                SetStrides(operand, sum.Strides);
                _sumBytes[operand] = (nint)(sum.Partials.Bytes / Math.Max(1, _parts));
            }
        }

        _gathered =
        [
            .. step.Layouts.Select((layout, i) => layout?.Index is { } index
                    ? new GatheredOperand(i, index, layout.Place.DType.Size)
                    : null)
                .OfType<GatheredOperand>(),
        ];
        _operandsAt = Enumerable.Range(0, operands)
            .Where(i => step.Layouts[i] is not null)
            .ToLookup(i => step.Layouts[i]!.Place);
        _isSimple = !step.Gathers && _parts == 1 && step.Rows.Length <= 1 && step.Accumulators.Length == 0;
    }

    public override void Bind(Place place, Storage storage)
    {
        BindingOf(place).Bind(storage.Array, storage.Offset);
        foreach (GatheredOperand gathered in _gathered)
        {
            if (gathered.IsAt(place)) gathered.Bind(storage);
        }

        for (int i = 0; i < _targets.Length; i++)
        {
            Accumulator sum = _step.Accumulators[i];
            if (sum.Target == place) _targets[i] = storage;
            if (sum.Partials != place) continue;
            _partials[i] = storage;
            for (int copy = 0; copy < sum.Operands.Length; copy++)
            {
                (_arrays[sum.Operands[copy]], _offsets[sum.Operands[copy]]) =
                    (storage.Array, storage.Offset + ((nint)sum.Offsets[copy] * place.DType.Size));
            }
        }
    }

    public override Binding? FastBinding(Place place)
    {
        bool isMore = Array.Exists(_step.Accumulators, sum => sum.Target == place || sum.Partials == place)
            || Array.Exists(_gathered, gathered => gathered.IsAt(place));
        return isMore ? null : BindingOf(place);
    }

    private Binding BindingOf(Place place) => new(
        _arrays,
        _offsets,
        [.. _operandsAt[place].Select(i => (i, (nint)_step.Layouts[i]!.Offset * place.DType.Size))]);

    public override void Run(int threads)
    {
        LoopFunction function = _kernel.Function;
        if (_isSimple)
        {
            if (_rows > 0)
                function(_arrays, _offsets, _rowStrides, _columnStrides, _rows, _step.Columns);
            return;
        }

        foreach (GatheredOperand gathered in _gathered) gathered.Read();
        foreach (Storage partials in _partials) partials.Clear();
        if (_parts > 1) Workers.Run(new Job(this, function), _parts, threads);
        else if (_parts == 1) RunPart(function, 0);
        for (int i = 0; i < _targets.Length; i++)
        {
            if (_partials[i] != _targets[i]) PartialSums.Add(_partials[i], _targets[i]);
        }
    }

    private void RunPart(LoopFunction function, int part)
    {
        nint[] offsets = _partOffsets is { } known && known.Length >= _offsets.Length
            ? known
            : _partOffsets = new nint[Math.Max(32, _offsets.Length)];
        int row = part * _step.RowsInPart, end = Math.Min(row + _step.RowsInPart, _rowCount);
        if (row >= _rowCount)
        {
            Locate(offsets, part, 0, _rowCount);
            FindRows(offsets, 0, _rowCount);
            function(_arrays, offsets, _rowStrides, _columnStrides, 1, _step.LastColumns);
            return;
        }

        while (row < end)
        {
            int outer = row / _rows, inner = row % _rows, count = Math.Min(_rows - inner, end - row);
            Locate(offsets, part, outer, inner);
            FindRows(offsets, outer, inner);
            if (_gathered.Length > 0) count = 1;
            function(_arrays, offsets, _rowStrides, _columnStrides, count, _step.Columns);
            row += count;
        }
    }

    // Where the operands are at a row.
    private void Locate(nint[] offsets, int part, int outer, int inner)
    {
        for (int i = 0; i < _offsets.Length; i++)
            offsets[i] = _offsets[i] + (part * _sumBytes[i]) + (inner * _rowStrides[i]);
        for (int loop = _step.Rows.Length - 2; loop >= 0 && outer > 0; loop--)
        {
            (outer, int index) = Math.DivRem(outer, _step.Rows[loop]);
            for (int i = 0; i < offsets.Length && i < _offsets.Length; i++)
            {
                if (_outerStrides[i].Length > 0) offsets[i] += index * _outerStrides[i][loop];
            }
        }
    }

    // Each of the operands of which a tensor says which rows are read is somewhere else at each row.
    private void FindRows(nint[] offsets, int outer, int inner)
    {
        foreach (GatheredOperand gathered in _gathered)
            offsets[gathered.Operand] += gathered.Distance(_step.Rows, outer, inner);
    }

    private void SetStrides(int operand, int[] strides)
    {
        int size = _step.Kernel.Operands[operand].DType.Size;
        _columnStrides[operand] = (nint)strides[^1] * size;
        if (strides.Length < 2) return;
        _rowStrides[operand] = (nint)strides[^2] * size;
        _outerStrides[operand] = Array.ConvertAll(strides[..^2], stride => (nint)stride * size);
    }

    private readonly struct Job(LoopRun run, LoopFunction function) : IJob
    {
        public void Run(int chunk) => run.RunPart(function, chunk);
    }
}
