using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Emits the instructions of a range, one after the other.</summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class RangeWriter(
    ILGenerator il, LoopKernel kernel, ValuePlan plan, ValueWriter values, CellWriter cells, ElementWriter elements,
    ReductionWriter reductions, LocalPool pool)
{
    /// <summary>Emits the range. Variables of values that are used in it only are free afterwards.</summary>
    public void Emit(LoopRange range)
    {
        List<int>?[] dying = Dying(range);
        for (int i = range.Start; i < range.End; i++)
        {
            Instruction step = kernel.Instructions[i];
            if (step.Primitive == Primitive.Constant || plan.IsInlined[i]) continue;
            if (step.IsEffect)
            {
                EmitEffect(step);
            }
            else if (step.IsReduction)
            {
                reductions.Add(i);
            }
            else
            {
                values.Compute(i);
                LocalBuilder local = pool.Rent(values.ShapeOf(i).Register(step.Type));
                il.Emit(OpCodes.Stloc, local);
                values.Locals[i] = local;
            }

            foreach (int dead in dying[i - range.Start] ?? []) pool.Return(values.Locals[dead]!);
        }
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

    private List<int>?[] Dying(LoopRange range)
    {
        var dying = new List<int>?[range.End - range.Start];
        for (int i = range.Start; i < range.End; i++)
        {
            Instruction step = kernel.Instructions[i];
            if (step.IsEffect || step.IsReduction || plan.IsInlined[i]) continue;
            if (step.Primitive == Primitive.Constant) continue;
            int last = plan.LastUse[i];
            if (last >= range.Start && last < range.End) (dying[last - range.Start] ??= []).Add(i);
        }

        return dying;
    }
}
