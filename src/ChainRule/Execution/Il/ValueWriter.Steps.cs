using System.Reflection.Emit;
using System.Runtime.Intrinsics.X86;
using ChainRule.Planning;

namespace ChainRule.Execution;

internal sealed partial class ValueWriter
{
    /// <summary>Pushes the result of an instruction.</summary>
    public void Compute(int value)
    {
        Instruction step = _steps[value];
        if (step.Primitive == Primitive.Load)
        {
            if (step.Level == Level.Element) elements.Load(step);
            else cells.Load(step);
            return;
        }

        bool isNumber = step is { Type: LaneType.Real, Level: not Level.Element };
        if (isNumber && ComputeNumber(step)) return;
        ComputeRegister(step, IsElement(value) ? wide : _narrow);
        if (isNumber) cells.ToNumber(LaneType.Real);
    }

    // The steps that the JIT knows for numbers.
    private bool ComputeNumber(Instruction step)
    {
        if (step.Primitive is >= Primitive.Exp and <= Primitive.Pow && step.B < 0
            || step.Primitive is Primitive.Atan2 or Primitive.Pow)
        {
            CarrierNumber(step);
            return true;
        }

        if (step.Primitive
            is not (Primitive.Add or Primitive.Subtract or Primitive.Multiply or Primitive.Divide or Primitive.Negate))
        {
            return false;
        }

        Push(step.A, atElements: false);
        if (step.B >= 0) Push(step.B, atElements: false);
        il.Emit(step.Primitive switch
        {
            Primitive.Add => OpCodes.Add,
            Primitive.Subtract => OpCodes.Sub,
            Primitive.Multiply => OpCodes.Mul,
            Primitive.Divide => OpCodes.Div,
            _ => OpCodes.Neg,
        });
        return true;
    }

    private void ComputeRegister(Instruction step, VectorShape shape)
    {
        LaneType type = step.Type;
        switch (step.Primitive)
        {
            case Primitive.Add:
                Operator("op_Addition", step, shape);
                break;
            case Primitive.Subtract:
                Operator("op_Subtraction", step, shape);
                break;
            case Primitive.Multiply:
                Operator("op_Multiply", step, shape);
                break;
            case Primitive.Divide:
                Operator("op_Division", step, shape);
                break;
            case Primitive.Negate:
                Operator("op_UnaryNegation", step, shape);
                break;
            case Primitive.And:
                Operator("op_BitwiseAnd", step, shape);
                break;
            case Primitive.Or:
                Operator("op_BitwiseOr", step, shape);
                break;
            case Primitive.Xor:
                Operator("op_ExclusiveOr", step, shape);
                break;
            case Primitive.Not:
                Operator("op_OnesComplement", step, shape);
                break;
            case Primitive.Abs or Primitive.Floor or Primitive.Round or Primitive.Sqrt or Primitive.CopySign:
                Function(step.Primitive.ToString(), step, shape);
                break;
            case Primitive.MultiplyAdd:
                Function("MultiplyAddEstimate", step, shape);
                break;
            case Primitive.Min or Primitive.Max:
                Extreme(step, shape);
                break;
            case Primitive.Less:
                Comparison("LessThan", step, shape);
                break;
            case Primitive.LessOrEqual:
                Comparison("LessThanOrEqual", step, shape);
                break;
            case Primitive.Equal:
                Comparison("Equals", step, shape);
                break;
            case Primitive.Select:
                Mask(step, shape);
                PushRegister(step.B, step.Level == Level.Element);
                PushRegister(step.C, step.Level == Level.Element);
                Call(shape.Function("ConditionalSelect", type));
                break;
            case Primitive.FromMask:
                Mask(step, shape);
                PushConstant(step with { Bits = type == LaneType.Real ? BitConverter.DoubleToInt64Bits(1) : 1 }, shape);
                Call(shape.Operator("op_BitwiseAnd", type));
                break;
            case Primitive.FromWhole:
                PushArguments(step);
                Call(shape.Function(kernel.ElementSize == 4 ? "ConvertToSingle" : "ConvertToDouble", LaneType.Whole));
                break;
            case Primitive.Truncate:
                PushArguments(step);
                Call(shape.Function(kernel.ElementSize == 4 ? "ConvertToInt32" : "ConvertToInt64", LaneType.Real));
                break;
            case Primitive.Scale or Primitive.Exponent:
                ExponentStep(step, shape);
                break;
            case Primitive.Sin or Primitive.Cos or Primitive.Tan when step.B >= 0:
                Trigonometric(step, shape);
                break;
            default:
                CarrierFunction(step, shape);
                break;
        }
    }

    private void PushArguments(Instruction step)
    {
        bool atElements = step.Level == Level.Element;
        PushRegister(step.A, atElements);
        if (step.B >= 0) PushRegister(step.B, atElements);
        if (step.C >= 0) PushRegister(step.C, atElements);
    }

    private void Operator(string name, Instruction step, VectorShape shape)
    {
        PushArguments(step);
        Call(shape.Operator(name, step.Type));
    }

    private void Function(string name, Instruction step, VectorShape shape)
    {
        PushArguments(step);
        Call(shape.Function(name, step.Type));
    }

    private void Comparison(string name, Instruction step, VectorShape shape)
    {
        LaneType type = _steps[step.A].Type;
        PushArguments(step);
        Call(shape.Function(name, type));
        if (type == LaneType.Whole) Call(shape.Reinterpret(LaneType.Whole, LaneType.Mask));
    }

    // The mask that is the first argument, as bits of the instruction's type.
    private void Mask(Instruction step, VectorShape shape)
    {
        Push(step.A, step.Level == Level.Element);
        if (step.Type == LaneType.Whole) Call(shape.Reinterpret(LaneType.Mask, LaneType.Whole));
    }

    private void Extreme(Instruction step, VectorShape shape)
    {
        bool atElements = step.Level == Level.Element;
        string name = step.Primitive.ToString();
        bool isFirst = _steps[step.A].Primitive == Primitive.Constant;
        (int constant, int other) = isFirst ? (step.A, step.B) : (step.B, step.A);
        if (step.Type == LaneType.Whole || !X86Base.IsSupported || !Decides(step.Primitive, _steps[constant]))
        {
            Function(name, step, shape);
            return;
        }

        // The instruction of x86 gives its second argument where one is NaN or both are zeros.
        PushRegister(constant, atElements);
        PushRegister(other, atElements);
        Call(shape.Function(name + "Native", step.Type));
        if (step.Primitive == Primitive.Max && IsPositiveZero(Rounded(_steps[constant])))
        {
            // Turns −0 into 0 and changes nothing else.
            Call(shape.Property("Zero", step.Type));
            Call(shape.Operator("op_Addition", step.Type));
        }
    }

    // Whether the constant settles what is to be done with NaN and zeros.
    private bool Decides(Primitive primitive, Instruction constant)
    {
        double rounded = Rounded(constant);
        return constant.Primitive == Primitive.Constant && !double.IsNaN(rounded)
            && (rounded != 0 || primitive == Primitive.Max || IsPositiveZero(rounded));
    }

    private double Rounded(Instruction constant) =>
        kernel.ElementSize == 4 ? (float)constant.Constant : constant.Constant;

    private static bool IsPositiveZero(double number) => number == 0 && double.IsPositive(number);
}
