using ChainRule.Kernels;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// Takes a kernel apart into what registers do in a few instructions: functions become the steps of their bodies, what
/// is the same for all columns moves out of the loop over them.
/// </summary>
internal static class LoopLowering
{
    /// <summary>A kernel that computes the same bits.</summary>
    public static LoopKernel Lower(LoopKernel kernel)
    {
        LoopBuilder builder = new(kernel);
        var values = new int[kernel.Instructions.Length];
        for (int i = 0; i < values.Length; i++)
        {
            Instruction step = kernel.Instructions[i];
            step = step with { A = At(step.A), B = At(step.B), C = At(step.C) };
            values[i] = Add(builder, kernel, step);
        }

        return builder.Build();

        int At(int value) => value < 0 ? value : values[value];
    }

    private static int Add(LoopBuilder builder, LoopKernel kernel, Instruction step)
    {
        Recording recording = new(builder, step.Level, step.Phase);
        return step switch
        {
            { Primitive: Primitive.Load, Level: Level.Element }
                when kernel.Operands[step.Operand].Column == ColumnAccess.Repeated =>
                builder.Add(step with { Level = Level.Row }),
            { Primitive: Primitive.Abs, Type: LaneType.Whole } => Abs(recording, step.A),
            { Primitive: Primitive.Sign, Type: LaneType.Whole } => WholeSign(recording, step.A),
            { Primitive: Primitive.Sign } => Sign(recording, step.A),
            { Primitive: >= Primitive.Exp and <= Primitive.Pow } => kernel.ElementSize == 4
                ? Function<float>(builder, recording, step)
                : Function<double>(builder, recording, step),
            _ => builder.Add(step),
        };
    }

    // What has no body stays as it is. Some bodies are right up to a limit: there the function stays too, with the
    // body's result as second argument, for the lanes that are beyond.
    private static int Function<T>(LoopBuilder builder, Recording recording, Instruction step) where T : unmanaged
    {
        int? body = recording.Run(() => Body<T>(step.Primitive, new(step.A), new(step.B)))?.Position;
        if (body is null) return builder.Add(step);
        bool hasLimit = step.Primitive is Primitive.Sin or Primitive.Cos or Primitive.Tan;
        return hasLimit ? builder.Add(step with { B = body.Value }) : body.Value;
    }

    private static Recorded<T>? Body<T>(Primitive function, Recorded<T> x, Recorded<T> y)
        where T : unmanaged => function switch
        {
            Primitive.Exp => RealFunctions.Exp(x),
            Primitive.Expm1 => RealFunctions.Expm1(x),
            Primitive.Log => RealFunctions.Log(x),
            Primitive.Log1p => RealFunctions.Log1p(x),
            Primitive.Sin => RealFunctions.Sin(x),
            Primitive.Cos => RealFunctions.Cos(x),
            Primitive.Tan => RealFunctions.Tan(x),
            Primitive.Asin => RealFunctions.Asin(x),
            Primitive.Acos => RealFunctions.Acos(x),
            Primitive.Atan => RealFunctions.Atan(x),
            Primitive.Atan2 => RealFunctions.Atan2(x, y),
            Primitive.Sinh => RealFunctions.Sinh(x),
            Primitive.Cosh => RealFunctions.Cosh(x),
            Primitive.Tanh => RealFunctions.Tanh(x),
            Primitive.Erf => RealFunctions.Erf(x),
            Primitive.Erfc => RealFunctions.Erfc(x),
            _ => null,
        };

    // Wraps around, where the library's function may throw.
    private static int Abs(Recording recording, int x) =>
        recording.Add(Primitive.Max, LaneType.Whole, x, recording.Add(Primitive.Negate, LaneType.Whole, x));

    private static int WholeSign(Recording recording, int x)
    {
        int above = recording.Add(Primitive.Max, LaneType.Whole, x, recording.Constant(LaneType.Whole, -1));
        return recording.Add(Primitive.Min, LaneType.Whole, above, recording.Constant(LaneType.Whole, 1));
    }

    // Zeros and NaN are their own signs.
    private static int Sign(Recording recording, int x)
    {
        int zero = Real(0);
        int negative = recording.Add(Primitive.Less, LaneType.Mask, x, zero);
        int below = recording.Add(Primitive.Select, LaneType.Real, negative, Real(-1), x);
        int positive = recording.Add(Primitive.Less, LaneType.Mask, zero, x);
        return recording.Add(Primitive.Select, LaneType.Real, positive, Real(1), below);

        int Real(double constant) => recording.Constant(LaneType.Real, BitConverter.DoubleToInt64Bits(constant));
    }
}
