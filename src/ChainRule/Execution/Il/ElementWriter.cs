using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Emits reading and writing the elements of a row, a register at a time.</summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class ElementWriter(
    ILGenerator il, LoopKernel kernel, KernelArguments arguments, VectorShape shape, LocalPool pool)
{
    private readonly MaskedAccess? _masked = MaskedAccess.Of(shape);
    private readonly BoolAccess? _bools = BoolAccess.Of(shape);

    /// <summary>Pushes the number of the register's first column.</summary>
    public required Action PushColumn { get; init; }

    /// <summary>Pushes how many columns are left, where they do not fill a register.</summary>
    public required Action PushCount { get; init; }

    /// <summary>Whether only the first lanes are elements of the row.</summary>
    public bool IsTail { get; set; }

    /// <summary>In the tail the mask of the lanes that are elements of the row.</summary>
    public LocalBuilder? TailMask { get; private set; }

    /// <summary>Emits the mask of the lanes that are elements of the row.</summary>
    public void BeginTail()
    {
        IsTail = true;
        TailMask = pool.Rent(shape.Real);
        il.Emit(OpCodes.Call, shape.Property("Indices", LaneType.Whole));
        PushCount();
        if (shape.WholeElement == typeof(int)) il.Emit(OpCodes.Conv_I4);
        else il.Emit(OpCodes.Conv_I8);
        il.Emit(OpCodes.Call, shape.Creation("Create", LaneType.Whole));
        il.Emit(OpCodes.Call, shape.Function("LessThan", LaneType.Whole));
        il.Emit(OpCodes.Call, shape.Reinterpret(LaneType.Whole, LaneType.Real));
        il.Emit(OpCodes.Stloc, TailMask);
    }

    /// <summary>Ends what <see cref="BeginTail"/> began.</summary>
    public void EndTail()
    {
        pool.Return(TailMask!);
        TailMask = null;
        IsTail = false;
    }

    /// <summary>Pushes the elements as a register.</summary>
    public void Load(Instruction step)
    {
        PushAddress(step.Operand);
        Operand operand = kernel.Operands[step.Operand];
        if (operand is { DType: DType.Bool, Column: ColumnAccess.Contiguous } && !IsTail && _bools is not null)
        {
            _bools.Load(il);
        }
        else if (operand.DType == DType.Bool || operand.Column == ColumnAccess.Strided || IsTail && _masked is null)
        {
            PushStride(step.Operand);
            PushLanes();
            il.Emit(OpCodes.Call, Helper(operand.DType == DType.Bool ? "GatherMask" : "Gather", step.Type));
        }
        else if (IsTail)
        {
            _masked!.Load(il, step.Type, TailMask!);
        }
        else
        {
            il.Emit(OpCodes.Unaligned, (byte)1);
            il.Emit(OpCodes.Ldobj, shape.Register(step.Type));
        }
    }

    /// <summary>Writes the register that <paramref name="push"/> pushes.</summary>
    public void Store(Instruction step, Action push)
    {
        PushAddress(step.Operand);
        Operand operand = kernel.Operands[step.Operand];
        if (operand is { DType: DType.Bool, Column: ColumnAccess.Contiguous } && !IsTail && _bools is not null)
        {
            push();
            _bools.Store(il);
        }
        else if (operand.DType == DType.Bool || operand.Column == ColumnAccess.Strided || IsTail && _masked is null)
        {
            PushStride(step.Operand);
            PushLanes();
            push();
            il.Emit(OpCodes.Call, Helper(operand.DType == DType.Bool ? "ScatterMask" : "Scatter", step.Type));
        }
        else if (IsTail)
        {
            _masked!.Store(il, step.Type, TailMask!, push);
        }
        else
        {
            push();
            il.Emit(OpCodes.Unaligned, (byte)1);
            il.Emit(OpCodes.Stobj, shape.Register(step.Type));
        }
    }

    private void PushAddress(int operand)
    {
        arguments.PushRowOrigin(operand);
        PushColumn();
        if (kernel.Operands[operand].Column == ColumnAccess.Strided)
        {
            arguments.PushColumnStride(operand);
            il.Emit(OpCodes.Mul);
        }
        else if (kernel.Operands[operand].DType != DType.Bool)
        {
            il.Emit(OpCodes.Ldc_I4, kernel.ElementSize == 4 ? 2 : 3);
            il.Emit(OpCodes.Shl);
        }

        il.Emit(OpCodes.Add);
    }

    private void PushStride(int operand)
    {
        if (kernel.Operands[operand].Column == ColumnAccess.Strided)
        {
            arguments.PushColumnStride(operand);
            return;
        }

        il.Emit(OpCodes.Ldc_I4, kernel.Operands[operand].DType.Size);
        il.Emit(OpCodes.Conv_I);
    }

    private void PushLanes()
    {
        if (IsTail)
        {
            PushCount();
            return;
        }

        il.Emit(OpCodes.Ldc_I4, shape.Lanes);
        il.Emit(OpCodes.Conv_I);
    }

    private MethodInfo Helper(string name, LaneType type) =>
        LoopEmitter.Close(typeof(LaneMemory).GetMethod(name)!, shape.Register(type), shape.Element(type));
}
