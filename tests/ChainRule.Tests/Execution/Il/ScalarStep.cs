using System.Diagnostics;
using System.Numerics;
using ChainRule.Execution;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution;

/// <summary>What each primitive does with numbers.</summary>
internal static class ScalarStep
{
    public static ScalarValue<TReal, TWhole> Compute<TReal, TWhole>(
        Instruction step,
        ScalarValue<TReal, TWhole> a,
        ScalarValue<TReal, TWhole> b,
        ScalarValue<TReal, TWhole> c,
        LaneType argument)
        where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>, IMinMaxValue<TReal>
        where TWhole : unmanaged, IBinaryInteger<TWhole>, IMinMaxValue<TWhole>
    {
        if (step.Primitive == Primitive.Constant)
        {
            return step.Type switch
            {
                LaneType.Real => Real(TReal.CreateTruncating(step.Constant)),
                LaneType.Whole => Whole(TWhole.CreateTruncating(step.Bits)),
                _ => Mask(step.Bits != 0),
            };
        }

        return step.Type switch
        {
            LaneType.Real => Real(ComputeReal(step.Primitive, a, b, c)),
            LaneType.Whole => Whole(ComputeWhole(step.Primitive, a, b, c)),
            _ => Mask(ComputeMask(step.Primitive, argument == LaneType.Whole, a, b, c)),
        };

        static ScalarValue<TReal, TWhole> Real(TReal value) => new(value, default, false);
        static ScalarValue<TReal, TWhole> Whole(TWhole value) => new(default, value, false);
        static ScalarValue<TReal, TWhole> Mask(bool value) => new(default, default, value);
    }

    private static TReal ComputeReal<TReal, TWhole>(
        Primitive primitive,
        ScalarValue<TReal, TWhole> a,
        ScalarValue<TReal, TWhole> b,
        ScalarValue<TReal, TWhole> c)
        where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>, IMinMaxValue<TReal>
        where TWhole : unmanaged, IBinaryInteger<TWhole>, IMinMaxValue<TWhole>
    {
        (TReal x, TReal y) = (a.Real, b.Real);
        return primitive switch
        {
            Primitive.Add => x + y,
            Primitive.Subtract => x - y,
            Primitive.Multiply => x * y,
            Primitive.Divide => x / y,
            Primitive.Negate => -x,
            Primitive.Abs => TReal.Abs(x),
            Primitive.Sign => x > TReal.Zero ? TReal.One : x < TReal.Zero ? -TReal.One : x,
            Primitive.Min => TReal.Min(x, y),
            Primitive.Max => TReal.Max(x, y),
            Primitive.Floor => TReal.Floor(x),
            Primitive.Round => TReal.Round(x),
            Primitive.Sqrt => TReal.Sqrt(x),
            Primitive.MultiplyAdd => TReal.MultiplyAddEstimate(x, y, c.Real),
            Primitive.CopySign => TReal.CopySign(x, y),
            Primitive.Scale => TReal.ScaleB(x, int.CreateTruncating(y)),
            Primitive.Exponent => TReal.CreateChecked(TReal.ILogB(x)),
            Primitive.Mantissa => TReal.ScaleB(x, -TReal.ILogB(x)),
            Primitive.Select => a.Mask ? y : c.Real,
            Primitive.FromMask => a.Mask ? TReal.One : TReal.Zero,
            Primitive.FromWhole => TReal.CreateTruncating(a.Whole),
            _ => Function(primitive, Lanes1<TReal>.Broadcast(x), Lanes1<TReal>.Broadcast(y)).Value,
        };
    }

    // The approximations are tested elsewhere; here it matters that every loop computes the same one.
    private static Lanes1<T> Function<T>(Primitive primitive, Lanes1<T> x, Lanes1<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => primitive switch
        {
            Primitive.Exp => Lanes1<T>.Exp(x),
            Primitive.Expm1 => Lanes1<T>.Expm1(x),
            Primitive.Log => Lanes1<T>.Log(x),
            Primitive.Log1p => Lanes1<T>.Log1p(x),
            Primitive.Sin => Lanes1<T>.Sin(x),
            Primitive.Cos => Lanes1<T>.Cos(x),
            Primitive.Tan => Lanes1<T>.Tan(x),
            Primitive.Asin => Lanes1<T>.Asin(x),
            Primitive.Acos => Lanes1<T>.Acos(x),
            Primitive.Atan => Lanes1<T>.Atan(x),
            Primitive.Atan2 => Lanes1<T>.Atan2(x, y),
            Primitive.Sinh => Lanes1<T>.Sinh(x),
            Primitive.Cosh => Lanes1<T>.Cosh(x),
            Primitive.Tanh => Lanes1<T>.Tanh(x),
            Primitive.Erf => Lanes1<T>.Erf(x),
            Primitive.Erfc => Lanes1<T>.Erfc(x),
            Primitive.Pow => Lanes1<T>.Pow(x, y),
            _ => throw new UnreachableException($"{primitive}"),
        };

    private static TWhole ComputeWhole<TReal, TWhole>(
        Primitive primitive,
        ScalarValue<TReal, TWhole> a,
        ScalarValue<TReal, TWhole> b,
        ScalarValue<TReal, TWhole> c)
        where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>, IMinMaxValue<TReal>
        where TWhole : unmanaged, IBinaryInteger<TWhole>, IMinMaxValue<TWhole>
    {
        (TWhole x, TWhole y) = (a.Whole, b.Whole);
        return primitive switch
        {
            Primitive.Add => unchecked(x + y),
            Primitive.Subtract => unchecked(x - y),
            Primitive.Multiply => unchecked(x * y),
            Primitive.Negate => unchecked(-x),
            Primitive.Abs => TWhole.IsNegative(x) ? unchecked(-x) : x,
            Primitive.Sign => TWhole.CreateChecked(TWhole.Sign(x)),
            Primitive.Min => TWhole.Min(x, y),
            Primitive.Max => TWhole.Max(x, y),
            Primitive.Select => a.Mask ? y : c.Whole,
            Primitive.FromMask => a.Mask ? TWhole.One : TWhole.Zero,
            Primitive.Truncate => TReal.IsNaN(a.Real) ? TWhole.Zero : TWhole.CreateSaturating(a.Real),
            _ => throw new UnreachableException($"{primitive}"),
        };
    }

    private static bool ComputeMask<TReal, TWhole>(
        Primitive primitive,
        bool isWhole,
        ScalarValue<TReal, TWhole> a,
        ScalarValue<TReal, TWhole> b,
        ScalarValue<TReal, TWhole> c)
        where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>, IMinMaxValue<TReal>
        where TWhole : unmanaged, IBinaryInteger<TWhole>, IMinMaxValue<TWhole> => primitive switch
        {
            Primitive.Less => isWhole ? a.Whole < b.Whole : a.Real < b.Real,
            Primitive.LessOrEqual => isWhole ? a.Whole <= b.Whole : a.Real <= b.Real,
            Primitive.Equal => isWhole ? a.Whole == b.Whole : a.Real == b.Real,
            Primitive.And => a.Mask && b.Mask,
            Primitive.Or => a.Mask || b.Mask,
            Primitive.Xor => a.Mask != b.Mask,
            Primitive.Not => !a.Mask,
            Primitive.Select => a.Mask ? b.Mask : c.Mask,
            _ => throw new UnreachableException($"{primitive}"),
        };
}
