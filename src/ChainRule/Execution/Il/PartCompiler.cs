using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Compiles the ranges of a big kernel, each into a method of its own.</summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class PartCompiler
{
    private readonly LoopKernel _kernel;
    private readonly VectorShape _wide;
    private readonly string _name;
    private readonly List<LoopRange> _ranges;
    private readonly ValuePlan _plan;

    /// <summary>Cuts a kernel.</summary>
    /// <param name="kernel">The kernel, lowered.</param>
    /// <param name="vectorBits">The width of the registers.</param>
    /// <param name="name">What debuggers and profilers show.</param>
    /// <param name="longest">The number of instructions of a part.</param>
    public PartCompiler(LoopKernel kernel, int vectorBits, string name, int longest)
    {
        VectorBits = vectorBits;
        (_kernel, _name) = (kernel, name);
        _wide = VectorShape.Of(vectorBits, kernel.ElementSize);
        _ranges = [.. LoopRange.RunsOf(kernel).SelectMany(run => Cut(run, longest))];
        _plan = new(kernel, _ranges);
        Layout = new(kernel, _plan, _ranges, _wide);
    }

    /// <summary>The width of the registers.</summary>
    public int VectorBits { get; }

    /// <summary>How the parts share scratch memory.</summary>
    public ScratchLayout Layout { get; }

    /// <summary>The parts of one level and phase.</summary>
    /// <param name="level">The level.</param>
    /// <param name="phase">The phase.</param>
    /// <param name="isTail">At element level whether they are for the rest of a row, which fills no register.</param>
    public LoopPart[] Compile(Level level, int phase, bool isTail) =>
    [
        .. _ranges
            .Where(range => range.Level == level && range.Phase == phase)
            .Select(range => Compile(range, isTail)),
    ];

    /// <summary>The reductions of a phase.</summary>
    public LoopReduction[] Reductions(int phase) => [.. Enumerable
        .Range(0, _kernel.Instructions.Length)
        .Where(i => _kernel.Instructions[i].IsReduction && _kernel.Instructions[i].Phase == phase)
        .Select(i => new LoopReduction(
            _kernel.Instructions[i].Primitive,
            _kernel.Instructions[i].Type,
            Layout.Accumulators[i],
            Layout.Totals[i],
            Layout.Slots[i]))];

    private static IEnumerable<LoopRange> Cut(LoopRange run, int longest)
    {
        int parts = (run.End - run.Start + longest - 1) / longest;
        int length = (run.End - run.Start + parts - 1) / parts;
        for (int start = run.Start; start < run.End; start += length)
            yield return run with { Start = start, End = Math.Min(start + length, run.End) };
    }

    private LoopPart Compile(LoopRange range, bool isTail)
    {
        DynamicMethod method = LoopEmitter.Method(
            _name,
            typeof(Array[]),
            typeof(nint[]),
            typeof(nint[]),
            typeof(nint[]),
            typeof(byte).MakeByRefType(),
            typeof(nint),
            typeof(nint));
        ILGenerator il = method.GetILGenerator();
        LocalPool pool = new(il);
        KernelArguments arguments = new(il);
        CellWriter cells = new(il, _kernel, arguments, VectorShape.Of(128, _kernel.ElementSize));
        ElementWriter elements = new(il, _kernel, arguments, _wide, pool)
        {
            PushColumn = () => il.Emit(OpCodes.Ldarg_S, (byte)5),
            PushCount = () => il.Emit(OpCodes.Ldarg_S, (byte)6),
        };
        ValueWriter values = new(il, _kernel, _plan, cells, elements, pool, _wide) { Scratch = Layout };
        ReductionSteps reductions = new(il, _kernel, values, elements, _wide);
        RangeWriter writer = new(il, _kernel, _plan, values, cells, elements, pool)
        {
            Scratch = Layout,
            Reduce = reduction => Reduce(il, values, reductions, reduction),
        };
        if (isTail) elements.BeginTail();
        writer.Emit(range);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<LoopPart>();
    }

    private void Reduce(ILGenerator il, ValueWriter values, ReductionSteps reductions, int reduction)
    {
        Instruction step = _kernel.Instructions[reduction];
        Type register = _wide.Register(step.Type);
        values.PushSlot(Layout.Accumulators[reduction]);
        values.PushSlot(Layout.Accumulators[reduction]);
        il.Emit(OpCodes.Ldobj, register);
        reductions.PushElements(step);
        il.Emit(OpCodes.Call, ReductionSteps.Combination(step, _wide));
        il.Emit(OpCodes.Stobj, register);
    }
}
