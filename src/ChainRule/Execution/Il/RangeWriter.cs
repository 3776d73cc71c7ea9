using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Emits the instructions of a range, one after the other.</summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class RangeWriter(
    ILGenerator il, LoopKernel kernel, ValuePlan plan, ValueWriter values, CellWriter cells, ElementWriter elements,
    LocalPool pool)
{
    /// <summary>Emits a reduction's step for the columns of one register.</summary>
    public required Action<int> Reduce { get; init; }

    /// <summary>Where values lie that other parts need, null if all have variables.</summary>
    public ScratchLayout? Scratch { get; init; }

    /// <summary>Emits the range. Variables of values that are used in it only are free afterwards.</summary>
    public void Emit(LoopRange range)
    {
        List<int>?[] dying = Dying(range);
        for (int i = range.Start; i < range.End; i++)
        {
            if (kernel.Instructions[i].Primitive != Primitive.Constant && !plan.IsInlined[i]) Emit(i);
            foreach (int dead in dying[i - range.Start] ?? [])
            {
                pool.Return(values.Locals[dead]!);
                values.Locals[dead] = null;
            }
        }
    }

    private void Emit(int i)
    {
        Instruction step = kernel.Instructions[i];
        if (step.IsEffect)
        {
            EmitEffect(step);
            return;
        }

        if (step.IsReduction)
        {
            Reduce(i);
            return;
        }

        values.Compute(i);
        LocalBuilder local = pool.Rent(values.VariableOf(i));
        il.Emit(OpCodes.Stloc, local);
        values.Locals[i] = local;
        if (Scratch is not null && Scratch.Slots[i] >= 0) values.Keep(i);
    }

    private void EmitEffect(Instruction step)
    {
        bool atElements = step.Level == Level.Element;
        switch (step.Primitive)
        {
            case Primitive.Store when atElements:
                elements.Store(step, () => values.Push(step.A, atElements));
                break;
            case Primitive.Store:
                cells.Store(step, () => values.Push(step.A, atElements));
                break;
            case Primitive.Accumulate when atElements:
                elements.Store(step, () =>
                {
                    elements.Load(step);
                    values.Push(step.A, atElements);
                    il.Emit(OpCodes.Call, values.ShapeOfElements.Operator("op_Addition", step.Type));
                });
                break;
            default:
                cells.Accumulate(step, () => values.Push(step.A, atElements));
                break;
        }
    }

    // From then on the value is read from scratch memory.
    private int LastNear(int value, LoopRange range)
    {
        if (Scratch!.Slots[value] < 0) return range.End - 1;
        int near = range.Level == Level.Element ? ScratchLayout.NearElements : ScratchLayout.NearCells;
        return Math.Min(value + near, range.End - 1);
    }

    private List<int>?[] Dying(LoopRange range)
    {
        var dying = new List<int>?[range.End - range.Start];
        for (int i = range.Start; i < range.End; i++)
        {
            Instruction step = kernel.Instructions[i];
            if (step.IsEffect || step.IsReduction || plan.IsInlined[i]) continue;
            if (step.Primitive == Primitive.Constant) continue;
            int last = plan.LastUse[i];
            if (Scratch is not null) last = Math.Min(last, LastNear(i, range));
            if (last >= range.Start && last < range.End) (dying[last - range.Start] ??= []).Add(i);
        }

        return dying;
    }
}
