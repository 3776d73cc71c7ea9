using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// Emits what is done once for a kernel or a row: reading and writing single numbers. Wholes and masks are the first
/// lanes of registers of 128 bits.
/// </summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class CellWriter(ILGenerator il, LoopKernel kernel, KernelArguments arguments, VectorShape shape)
{
    /// <summary>Pushes the address of an operand's first column.</summary>
    public void PushAddress(Instruction step)
    {
        if (step.Level == Level.Kernel) arguments.PushFirst(step.Operand);
        else arguments.PushRowOrigin(step.Operand);
    }

    /// <summary>Pushes what is read: a real as a number, others as a register.</summary>
    public void Load(Instruction step)
    {
        PushAddress(step);
        switch (kernel.Operands[step.Operand].DType)
        {
            case DType.Bool:
                il.Emit(OpCodes.Ldind_U1);
                il.Emit(OpCodes.Ldc_I4_0);
                il.Emit(OpCodes.Cgt_Un);
                il.Emit(OpCodes.Neg);
                if (kernel.ElementSize == 8) il.Emit(OpCodes.Conv_I8);
                il.Emit(OpCodes.Call, shape.Creation("CreateScalarUnsafe", LaneType.Whole));
                il.Emit(OpCodes.Call, shape.Reinterpret(LaneType.Whole, LaneType.Mask));
                return;
            case DType.Float64 when kernel.ElementSize == 4:
                il.Emit(OpCodes.Ldind_R8);
                il.Emit(OpCodes.Conv_R4);
                return;
            case DType.Float64:
                il.Emit(OpCodes.Ldind_R8);
                return;
            case DType.Float32:
                il.Emit(OpCodes.Ldind_R4);
                return;
            case DType.Int32:
                il.Emit(OpCodes.Ldind_I4);
                break;
            default:
                il.Emit(OpCodes.Ldind_I8);
                break;
        }

        FromNumber(step.Type);
    }

    /// <summary>Writes what <paramref name="push"/> pushes: a real as a number, others as a register.</summary>
    public void Store(Instruction step, Action push)
    {
        PushAddress(step);
        push();
        switch (kernel.Operands[step.Operand].DType)
        {
            case DType.Bool:
                il.Emit(OpCodes.Call, shape.Reinterpret(LaneType.Mask, LaneType.Whole));
                ToNumber(LaneType.Whole);
                il.Emit(OpCodes.Conv_I4);
                il.Emit(OpCodes.Ldc_I4_1);
                il.Emit(OpCodes.And);
                il.Emit(OpCodes.Stind_I1);
                return;
            case DType.Float64:
                il.Emit(OpCodes.Conv_R8);
                il.Emit(OpCodes.Stind_R8);
                return;
            case DType.Float32:
                il.Emit(OpCodes.Stind_R4);
                return;
            case DType.Int32:
                ToNumber(step.Type);
                il.Emit(OpCodes.Stind_I4);
                return;
            default:
                ToNumber(step.Type);
                il.Emit(OpCodes.Stind_I8);
                return;
        }
    }

    /// <summary>
    /// Adds what <paramref name="push"/> pushes, a real as a number or a register of wholes, to a cell; that of reals
    /// is a double.
    /// </summary>
    public void Accumulate(Instruction step, Action push)
    {
        PushAddress(step);
        il.Emit(OpCodes.Dup);
        OpCode store;
        switch (kernel.Operands[step.Operand].DType)
        {
            case DType.Float64:
                il.Emit(OpCodes.Ldind_R8);
                store = OpCodes.Stind_R8;
                break;
            case DType.Int32:
                il.Emit(OpCodes.Ldind_I4);
                store = OpCodes.Stind_I4;
                break;
            case DType.Int64:
                il.Emit(OpCodes.Ldind_I8);
                store = OpCodes.Stind_I8;
                break;
            case var other:
                throw new UnreachableException($"A row is accumulated in {other}.");
        }

        push();
        if (step.Type == LaneType.Real) il.Emit(OpCodes.Conv_R8);
        else ToNumber(step.Type);
        il.Emit(OpCodes.Add);
        il.Emit(store);
    }

    /// <summary>Turns the register on top into the number in its first lane.</summary>
    public void ToNumber(LaneType type) => il.Emit(OpCodes.Call, shape.Function("ToScalar", type));

    /// <summary>Turns the number on top into a register; the other lanes are not defined.</summary>
    public void FromNumber(LaneType type) => il.Emit(OpCodes.Call, shape.Creation("CreateScalarUnsafe", type));
}
