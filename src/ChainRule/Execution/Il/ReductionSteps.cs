using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Emits what all ways of reducing rows share.</summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class ReductionSteps(
    ILGenerator il, LoopKernel kernel, ValueWriter values, ElementWriter elements, VectorShape wide)
{
    /// <summary>Pushes what is reduced. What the row does not have does not count.</summary>
    public void PushElements(Instruction step)
    {
        if (!elements.IsTail)
        {
            values.Push(step.A, atElements: true);
            return;
        }

        il.Emit(OpCodes.Ldloc, elements.TailMask!);
        if (step.Type == LaneType.Whole) il.Emit(OpCodes.Call, wide.Reinterpret(LaneType.Mask, LaneType.Whole));
        values.Push(step.A, atElements: true);
        PushIdentity(step, wide);
        il.Emit(OpCodes.Call, wide.Function("ConditionalSelect", step.Type));
    }

    /// <summary>Pushes what a reduction starts from.</summary>
    public void PushIdentity(Instruction step, VectorShape shape) =>
        values.PushConstant(new(Primitive.Constant, step.Type, Level.Kernel, 0, Bits: Identity(step)), shape);

    /// <summary>What combines two values.</summary>
    public static MethodInfo Combination(Instruction step, VectorShape shape) => step.Primitive switch
    {
        Primitive.RowSum => shape.Operator("op_Addition", step.Type),
        Primitive.RowMax => shape.Function("Max", step.Type),
        _ => shape.Function("Min", step.Type),
    };

    private long Identity(Instruction step) => (step.Primitive, step.Type) switch
    {
        (Primitive.RowSum, _) => 0,
        (Primitive.RowMax, LaneType.Real) => BitConverter.DoubleToInt64Bits(double.NegativeInfinity),
        (Primitive.RowMin, LaneType.Real) => BitConverter.DoubleToInt64Bits(double.PositiveInfinity),
        (Primitive.RowMax, _) => kernel.ElementSize == 4 ? int.MinValue : long.MinValue,
        _ => kernel.ElementSize == 4 ? int.MaxValue : long.MaxValue,
    };
}
