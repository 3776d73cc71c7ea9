using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Compiles a kernel of moderate size into one method.</summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class SingleLoop
{
    // Registers that hold values of a kernel or row for the elements; others are left for the arithmetic.
    private const int MostBroadcasts = 12;

    private const int MostInstructions = 800, MostElements = 250, MostReductions = 16, MostOperands = 64;

    private readonly ILGenerator _il;
    private readonly LoopKernel _kernel;
    private readonly VectorShape _wide;
    private readonly List<LoopRange> _runs;
    private readonly ValuePlan _plan;
    private readonly LocalPool _pool;
    private readonly LocalBuilder _row, _column, _count, _blockEnd;
    private readonly KernelArguments _arguments;
    private readonly ElementWriter _elements;
    private readonly ValueWriter _values;
    private readonly ReductionWriter _reductions;
    private readonly RangeWriter _ranges;

    private SingleLoop(ILGenerator il, LoopKernel kernel, int vectorBits)
    {
        _il = il;
        _kernel = kernel;
        _wide = VectorShape.Of(vectorBits, kernel.ElementSize);
        _runs = LoopRange.RunsOf(kernel);
        _plan = new(kernel, _runs);
        _pool = new(il);
        (_row, _column) = (il.DeclareLocal(typeof(nint)), il.DeclareLocal(typeof(nint)));
        (_count, _blockEnd) = (il.DeclareLocal(typeof(nint)), il.DeclareLocal(typeof(nint)));
        _arguments = new(il) { PushRow = () => il.Emit(OpCodes.Ldloc, _row) };
        VectorShape narrow = VectorShape.Of(128, kernel.ElementSize);
        CellWriter cells = new(il, kernel, _arguments, narrow);
        _elements = new(il, kernel, _arguments, _wide, _pool)
        {
            PushColumn = () => il.Emit(OpCodes.Ldloc, _column),
            PushCount = () => il.Emit(OpCodes.Ldloc, _count),
        };
        _values = new(il, kernel, _plan, cells, _elements, _pool, _wide);
        _reductions = new(il, kernel, _values, cells, _elements, _pool, _wide);
        _ranges = new(il, kernel, _plan, _values, cells, _elements, _pool) { Reduce = _reductions.Add };
    }

    /// <summary>Whether one method is enough: the JIT optimises big ones badly or not at all.</summary>
    public static bool Takes(LoopKernel kernel)
    {
        int constants = kernel.Instructions.Count(static step => step.Primitive == Primitive.Constant);
        int elements = kernel.Instructions.Count(static step => step.Level == Level.Element);
        int cells = kernel.Instructions.Length - elements - constants;
        // Elements are emitted for full registers and again for the rest of a row.
        return cells + 2 * elements <= MostInstructions
            && elements <= MostElements
            && kernel.Operands.Length <= MostOperands
            && kernel.Instructions.Count(static step => step.IsReduction) <= MostReductions;
    }

    /// <summary>The machine code of a kernel.</summary>
    public static LoopFunction Compile(LoopKernel kernel, int vectorBits, string name)
    {
        DynamicMethod method = LoopEmitter.Method(
            name, typeof(Array[]), typeof(nint[]), typeof(nint[]), typeof(nint[]), typeof(nint), typeof(nint));
        SingleLoop loop = new(method.GetILGenerator(), kernel, vectorBits);
        loop.Emit();
        return method.CreateDelegate<LoopFunction>();
    }

    private void Emit()
    {
        int first = 0;
        for (; first < _runs.Count && _runs[first].Level == Level.Kernel; first++) _ranges.Emit(_runs[first]);
        if (first < _runs.Count)
        {
            KeepBroadcasts(_runs.Where(static run => run.Level == Level.Element), Level.Kernel);
            Counted(_row, () => _il.Emit(OpCodes.Ldarg, (short)4), 1, () => EmitRow(first));
        }

        _il.Emit(OpCodes.Ret);
    }

    private void EmitRow(int first)
    {
        int[] operands = [.. _kernel.Instructions
            .Where(static step => step.Operand >= 0 && step.Level != Level.Kernel)
            .Select(static step => step.Operand)
            .Distinct()];
        Array.ForEach(operands, _arguments.KeepOrigin);
        foreach (LoopRange run in _runs[first..])
        {
            if (run.Level == Level.Element) EmitPass(run);
            else _ranges.Emit(run);
            ReleaseCells(run);
        }
    }

    private void EmitPass(LoopRange run)
    {
        List<int> broadcasts = KeepBroadcasts([run], Level.Row);
        _reductions.BeginRow(run);
        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Stloc, _column);
        if (_reductions.Any) EmitBlocks(run);
        else EmitColumns(run, PushColumns);
        _reductions.EndRow();
        foreach (int value in broadcasts)
        {
            _pool.Return(_values.Broadcasts[value]!);
            _values.Broadcasts[value] = null;
        }
    }

    private void EmitBlocks(LoopRange run)
    {
        Label top = _il.DefineLabel(), test = _il.DefineLabel();
        _il.Emit(OpCodes.Br, test);
        _il.MarkLabel(top);
        Label isLast = _il.DefineLabel(), known = _il.DefineLabel();
        PushColumns();
        _il.Emit(OpCodes.Ldloc, _column);
        _il.Emit(OpCodes.Sub);
        PushNumber(LoopKernel.BlockLength);
        _il.Emit(OpCodes.Ble, isLast);
        _il.Emit(OpCodes.Ldloc, _column);
        PushNumber(LoopKernel.BlockLength);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Br, known);
        _il.MarkLabel(isLast);
        PushColumns();
        _il.MarkLabel(known);
        _il.Emit(OpCodes.Stloc, _blockEnd);
        _reductions.BeginBlock();
        EmitColumns(run, () => _il.Emit(OpCodes.Ldloc, _blockEnd));
        _reductions.EndBlock();
        _il.MarkLabel(test);
        _il.Emit(OpCodes.Ldloc, _column);
        PushColumns();
        _il.Emit(OpCodes.Blt, top);
    }

    // Whole registers, then the rest. Leaves the column behind the last one.
    private void EmitColumns(LoopRange run, Action pushEnd)
    {
        Label top = _il.DefineLabel(), test = _il.DefineLabel(), done = _il.DefineLabel();
        _il.Emit(OpCodes.Br, test);
        _il.MarkLabel(top);
        _ranges.Emit(run);
        Advance(_column, _wide.Lanes);
        _il.MarkLabel(test);
        _il.Emit(OpCodes.Ldloc, _column);
        pushEnd();
        PushNumber(_wide.Lanes);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Ble, top);

        pushEnd();
        _il.Emit(OpCodes.Ldloc, _column);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Stloc, _count);
        _il.Emit(OpCodes.Ldloc, _count);
        _il.Emit(OpCodes.Brfalse, done);
        _elements.BeginTail();
        _ranges.Emit(run);
        _elements.EndTail();
        pushEnd();
        _il.Emit(OpCodes.Stloc, _column);
        _il.MarkLabel(done);
    }

    // The values of the level that the runs use most, in every lane.
    private List<int> KeepBroadcasts(IEnumerable<LoopRange> runs, Level level)
    {
        Dictionary<int, int> uses = [];
        foreach (LoopRange run in runs)
        {
            for (int i = run.Start; i < run.End; i++)
            {
                Instruction step = _kernel.Instructions[i];
                foreach (int value in (ReadOnlySpan<int>)[step.A, step.B, step.C])
                {
                    if (value < 0 || _values.IsElement(value) || _values.Broadcasts[value] is not null) continue;
                    Instruction used = _kernel.Instructions[value];
                    if (used.Primitive == Primitive.Constant) continue;
                    if ((used.Level == Level.Kernel) == (level == Level.Kernel))
                        uses[value] = uses.GetValueOrDefault(value) + 1;
                }
            }
        }

        List<int> kept = [.. uses.Keys.OrderByDescending(value => uses[value]).Take(MostBroadcasts)];
        foreach (int value in kept)
        {
            _values.PushBroadcast(value);
            LocalBuilder local = _pool.Rent(_wide.Register(_kernel.Instructions[value].Type));
            _il.Emit(OpCodes.Stloc, local);
            _values.Broadcasts[value] = local;
        }

        return kept;
    }

    // Variables of earlier runs of the row whose values are used in this run for the last time.
    private void ReleaseCells(LoopRange run)
    {
        for (int i = 0; i < run.Start; i++)
        {
            bool isOfRow = _kernel.Instructions[i] is { Level: Level.Row } or { IsReduction: true };
            if (!isOfRow || plan(i) < run.Start || plan(i) >= run.End) continue;
            if (_values.Locals[i] is { } local) _pool.Return(local);
            _values.Locals[i] = null;
        }

        int plan(int value) => _plan.LastUse[value];
    }

    private void Counted(LocalBuilder counter, Action pushEnd, int step, Action body)
    {
        Label top = _il.DefineLabel(), test = _il.DefineLabel();
        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Stloc, counter);
        _il.Emit(OpCodes.Br, test);
        _il.MarkLabel(top);
        body();
        Advance(counter, step);
        _il.MarkLabel(test);
        _il.Emit(OpCodes.Ldloc, counter);
        pushEnd();
        _il.Emit(OpCodes.Blt, top);
    }

    private void Advance(LocalBuilder counter, int step)
    {
        _il.Emit(OpCodes.Ldloc, counter);
        PushNumber(step);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Stloc, counter);
    }

    private void PushColumns() => _il.Emit(OpCodes.Ldarg, (short)5);

    private void PushNumber(int number)
    {
        _il.Emit(OpCodes.Ldc_I4, number);
        _il.Emit(OpCodes.Conv_I);
    }
}
