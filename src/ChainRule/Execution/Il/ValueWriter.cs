using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// Emits the values of a kernel: where one is used, either its variable or its computation is pushed.
/// </summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed partial class ValueWriter(
    ILGenerator il, LoopKernel kernel, ValuePlan plan, CellWriter cells, ElementWriter elements, LocalPool pool,
    VectorShape wide)
{
    private readonly Instruction[] _steps = kernel.Instructions;
    private readonly VectorShape _narrow = VectorShape.Of(128, kernel.ElementSize);

    /// <summary>For each value the variable that holds it, null if none does.</summary>
    public LocalBuilder?[] Locals { get; } = new LocalBuilder?[kernel.Instructions.Length];

    /// <summary>
    /// For each value of a kernel or a row the variable that holds it in every lane, null if none does.
    /// </summary>
    public LocalBuilder?[] Broadcasts { get; } = new LocalBuilder?[kernel.Instructions.Length];

    /// <summary>Where values lie that other parts compute, null if all have variables.</summary>
    public ScratchLayout? Scratch { get; init; }

    /// <summary>The registers at element level.</summary>
    public VectorShape ShapeOfElements => wide;

    /// <summary>
    /// The type of a value's variable. At element level it is a register; otherwise reals are numbers, because the JIT
    /// handles those best, and the others first lanes of registers, because masks are.
    /// </summary>
    public Type VariableOf(int value)
    {
        LaneType type = _steps[value].Type;
        if (IsElement(value)) return wide.Register(type);
        return type == LaneType.Real ? _narrow.RealElement : _narrow.Register(type);
    }

    /// <summary>Pushes a value for an instruction at element level or another one.</summary>
    public void Push(int value, bool atElements)
    {
        if (_steps[value].Primitive == Primitive.Constant)
        {
            if (!atElements && _steps[value].Type == LaneType.Real) PushNumber(_steps[value]);
            else PushConstant(_steps[value], atElements ? wide : _narrow);
        }
        else if (atElements && !IsElement(value))
        {
            if (Broadcasts[value] is { } broadcast) il.Emit(OpCodes.Ldloc, broadcast);
            else PushBroadcast(value);
        }
        else if (plan.IsInlined[value])
        {
            Compute(value);
        }
        else if (Locals[value] is { } local)
        {
            il.Emit(OpCodes.Ldloc, local);
        }
        else
        {
            PushKept(value);
        }
    }

    /// <summary>Pushes a value of a kernel or a row in every lane.</summary>
    public void PushBroadcast(int value)
    {
        LaneType type = _steps[value].Type;
        if (Locals[value] is null && !plan.IsInlined[value])
        {
            PushKeptNumber(value);
        }
        else
        {
            Push(value, atElements: false);
            if (type != LaneType.Real) cells.ToNumber(type);
        }

        il.Emit(OpCodes.Call, wide.Creation("Create", type));
    }

    /// <summary>Writes a value, which has just got its variable, to scratch memory.</summary>
    public void Keep(int value)
    {
        Instruction step = _steps[value];
        PushSlot(Scratch!.Slots[value]);
        il.Emit(OpCodes.Ldloc, Locals[value]!);
        if (IsElement(value))
        {
            il.Emit(OpCodes.Stobj, wide.Register(step.Type));
            return;
        }

        if (step.Type != LaneType.Real) cells.ToNumber(step.Type);
        il.Emit(OpCodes.Stobj, wide.Element(step.Type));
    }

    /// <summary>Pushes an address in scratch memory, which is the fifth argument of a part.</summary>
    public void PushSlot(int distance)
    {
        il.Emit(OpCodes.Ldarg_S, (byte)4);
        il.Emit(OpCodes.Ldc_I4, distance);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
    }

    /// <summary>Whether a value has a lane for each column.</summary>
    public bool IsElement(int value) => _steps[value] is { Level: Level.Element, IsReduction: false };

    /// <summary>Pushes a constant in every lane.</summary>
    public void PushConstant(Instruction step, VectorShape shape)
    {
        if (step.Bits == 0)
        {
            il.Emit(OpCodes.Call, shape.Property("Zero", step.Type));
            return;
        }

        if (step.Type == LaneType.Mask)
        {
            il.Emit(OpCodes.Call, shape.Property("AllBitsSet", step.Type));
            return;
        }

        PushNumber(step);
        il.Emit(OpCodes.Call, shape.Creation("Create", step.Type));
    }

    private void PushNumber(Instruction step)
    {
        switch (step.Type)
        {
            case LaneType.Real when kernel.ElementSize == 4:
                il.Emit(OpCodes.Ldc_R4, (float)step.Constant);
                break;
            case LaneType.Real:
                il.Emit(OpCodes.Ldc_R8, step.Constant);
                break;
            case LaneType.Whole when kernel.ElementSize == 4:
                il.Emit(OpCodes.Ldc_I4, (int)step.Bits);
                break;
            default:
                il.Emit(OpCodes.Ldc_I8, step.Bits);
                break;
        }
    }

    // Pushes a value as a register, also where it is a number.
    private void PushRegister(int value, bool atElements)
    {
        bool isNumber = !atElements && _steps[value].Type == LaneType.Real;
        if (isNumber && _steps[value].Primitive == Primitive.Constant)
        {
            PushConstant(_steps[value], _narrow);
            return;
        }

        Push(value, atElements);
        if (isNumber) cells.FromNumber(LaneType.Real);
    }

    private void PushKept(int value)
    {
        if (IsElement(value))
        {
            PushSlot(Scratch!.Slots[value]);
            il.Emit(OpCodes.Ldobj, wide.Register(_steps[value].Type));
            return;
        }

        PushKeptNumber(value);
        if (_steps[value].Type != LaneType.Real) cells.FromNumber(_steps[value].Type);
    }

    private void PushKeptNumber(int value)
    {
        PushSlot(Scratch!.Slots[value]);
        il.Emit(OpCodes.Ldobj, wide.Element(_steps[value].Type));
    }

    private void Call(MethodInfo method) => il.Emit(OpCodes.Call, method);
}
