using System.Diagnostics;
using System.Numerics;
using ChainRule.Execution;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution.Blocks;

/// <summary>A value of a kernel for one element.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly record struct LoopScalar<T>(T Real = default, long Whole = 0, bool Mask = false)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static LoopScalar<T> Constant(Instruction step) => step.Type switch
    {
        LaneType.Real => new(T.CreateTruncating(step.Constant)),
        LaneType.Whole => new(Whole: step.Bits),
        _ => new(Mask: step.Bits != 0),
    };

    /// <summary>What a primitive does.</summary>
    public static LoopScalar<T> Compute(
        Primitive primitive, LaneType from, LaneType to, LoopScalar<T> a, LoopScalar<T> b, LoopScalar<T> c) =>
        (primitive, from) switch
        {
            (Primitive.Select, _) => a.Mask ? b : c,
            (Primitive.FromMask, _) => to == LaneType.Real
                ? new(a.Mask ? T.One : T.Zero)
                : new(Whole: a.Mask ? 1 : 0),
            (Primitive.FromWhole, _) => new(T.CreateTruncating(a.Whole)),
            (Primitive.Truncate, _) => new(Whole: typeof(T) == typeof(float)
                ? int.CreateTruncating(a.Real)
                : long.CreateTruncating(a.Real)),
            (Primitive.Less, LaneType.Real) => new(Mask: a.Real < b.Real),
            (Primitive.LessOrEqual, LaneType.Real) => new(Mask: a.Real <= b.Real),
            (Primitive.Equal, LaneType.Real) => new(Mask: a.Real == b.Real),
            (Primitive.Less, LaneType.Whole) => new(Mask: a.Whole < b.Whole),
            (Primitive.LessOrEqual, LaneType.Whole) => new(Mask: a.Whole <= b.Whole),
            (Primitive.Equal, LaneType.Whole) => new(Mask: a.Whole == b.Whole),
            (Primitive.And, _) => new(Mask: a.Mask && b.Mask),
            (Primitive.Or, _) => new(Mask: a.Mask || b.Mask),
            (Primitive.Xor, _) => new(Mask: a.Mask != b.Mask),
            (Primitive.Not, _) => new(Mask: !a.Mask),
            (_, LaneType.Whole) => new(Whole: Wrap(Wholes(primitive, a.Whole, b.Whole))),
            _ => new(Reals(primitive, Of(a), Of(b), Of(c)).Value),
        };

    private static Lanes1<T> Of(LoopScalar<T> x) => Lanes1<T>.Broadcast(x.Real);

    private static long Wrap(long x) => typeof(T) == typeof(float) ? (int)x : x;

    private static long Wholes(Primitive primitive, long a, long b) => primitive switch
    {
        Primitive.Add => a + b,
        Primitive.Subtract => a - b,
        Primitive.Multiply => a * b,
        Primitive.Negate => -a,
        Primitive.Abs => a < 0 ? -a : a,
        Primitive.Sign => Math.Sign(a),
        Primitive.Min => Math.Min(a, b),
        Primitive.Max => Math.Max(a, b),
        _ => throw new UnreachableException($"{primitive}"),
    };

    private static Lanes1<T> Reals(Primitive primitive, Lanes1<T> a, Lanes1<T> b, Lanes1<T> c) => primitive switch
    {
        Primitive.Add => a + b,
        Primitive.Subtract => a - b,
        Primitive.Multiply => a * b,
        Primitive.Negate => -a,
        Primitive.Abs => Lanes1<T>.Abs(a),
        Primitive.Sign => Lanes1<T>.Sign(a),
        Primitive.Min => Lanes1<T>.Min(a, b),
        Primitive.Max => Lanes1<T>.Max(a, b),
        Primitive.Divide => a / b,
        Primitive.Floor => Lanes1<T>.Floor(a),
        Primitive.Round => Lanes1<T>.Round(a),
        Primitive.Sqrt => Lanes1<T>.Sqrt(a),
        Primitive.Exp => Lanes1<T>.Exp(a),
        Primitive.Expm1 => Lanes1<T>.Expm1(a),
        Primitive.Log => Lanes1<T>.Log(a),
        Primitive.Log1p => Lanes1<T>.Log1p(a),
        Primitive.Sin => Lanes1<T>.Sin(a),
        Primitive.Cos => Lanes1<T>.Cos(a),
        Primitive.Tan => Lanes1<T>.Tan(a),
        Primitive.Asin => Lanes1<T>.Asin(a),
        Primitive.Acos => Lanes1<T>.Acos(a),
        Primitive.Atan => Lanes1<T>.Atan(a),
        Primitive.Atan2 => Lanes1<T>.Atan2(a, b),
        Primitive.Sinh => Lanes1<T>.Sinh(a),
        Primitive.Cosh => Lanes1<T>.Cosh(a),
        Primitive.Tanh => Lanes1<T>.Tanh(a),
        Primitive.Erf => Lanes1<T>.Erf(a),
        Primitive.Erfc => Lanes1<T>.Erfc(a),
        Primitive.Pow => Lanes1<T>.Pow(a, b),
        Primitive.MultiplyAdd => Lanes1<T>.MultiplyAdd(a, b, c),
        Primitive.CopySign => Lanes1<T>.CopySign(a, b),
        Primitive.Scale => Lanes1<T>.Scale(a, b),
        Primitive.Exponent => Lanes1<T>.Exponent(a),
        Primitive.Mantissa => Lanes1<T>.Mantissa(a),
        _ => throw new UnreachableException($"{primitive}"),
    };
}
