using System.Diagnostics;
using System.Numerics;
using ChainRule.Ops;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <inheritdoc cref="IRealSteps"/>
/// <typeparam name="TLanes">The register.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class RealSteps<TLanes, T> : IRealSteps
    where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BlockStep Compute(Primitive primitive, int x, int y, int z, int result) => primitive switch
    {
        Primitive.Add => Binary<Add>(x, y, result),
        Primitive.Subtract => Binary<Sub>(x, y, result),
        Primitive.Multiply => Binary<Mul>(x, y, result),
        Primitive.Negate => Unary<Neg>(x, result),
        Primitive.Abs => Unary<Abs>(x, result),
        Primitive.Sign => Unary<Sign>(x, result),
        Primitive.Min => Binary<Min>(x, y, result),
        Primitive.Max => Binary<Max>(x, y, result),
        Primitive.Divide => Binary<Div>(x, y, result),
        Primitive.Floor => Unary<Floor>(x, result),
        Primitive.Round => Unary<Round>(x, result),
        Primitive.Sqrt => Unary<Sqrt>(x, result),
        Primitive.Exp => Unary<Exp>(x, result),
        Primitive.Expm1 => Unary<Expm1>(x, result),
        Primitive.Log => Unary<Log>(x, result),
        Primitive.Log1p => Unary<Log1p>(x, result),
        Primitive.Sin => Unary<Sin>(x, result),
        Primitive.Cos => Unary<Cos>(x, result),
        Primitive.Tan => Unary<Tan>(x, result),
        Primitive.Asin => Unary<Asin>(x, result),
        Primitive.Acos => Unary<Acos>(x, result),
        Primitive.Atan => Unary<Atan>(x, result),
        Primitive.Atan2 => Binary<Atan2>(x, y, result),
        Primitive.Sinh => Unary<Sinh>(x, result),
        Primitive.Cosh => Unary<Cosh>(x, result),
        Primitive.Tanh => Unary<Tanh>(x, result),
        Primitive.Erf => Unary<Erf>(x, result),
        Primitive.Erfc => Unary<Erfc>(x, result),
        Primitive.Pow => Binary<Pow>(x, y, result),
        Primitive.MultiplyAdd => new TernaryStep<RealOp.MultiplyAdd, TLanes, T>(x, y, z, result),
        Primitive.CopySign => new BinaryStep<RealOp.CopySign, TLanes, T>(x, y, result),
        Primitive.Scale => new BinaryStep<RealOp.Scale, TLanes, T>(x, y, result),
        Primitive.Exponent => new UnaryStep<RealOp.Exponent, TLanes, T>(x, result),
        Primitive.Mantissa => new UnaryStep<RealOp.Mantissa, TLanes, T>(x, result),
        Primitive.Less => new BinaryStep<RealOp.Less, TLanes, T>(x, y, result),
        Primitive.LessOrEqual => new BinaryStep<RealOp.LessOrEqual, TLanes, T>(x, y, result),
        Primitive.Equal => new BinaryStep<RealOp.Equal, TLanes, T>(x, y, result),
        _ => throw new UnreachableException($"{primitive} takes no reals."),
    };

    public BlockStep Reduce(Primitive primitive, int x, int result, int total) => primitive switch
    {
        Primitive.RowSum => new ReductionStep<ReductionOp.Sum, TLanes, T>(x, result, total),
        Primitive.RowMax => new ReductionStep<ReductionOp.Max, TLanes, T>(x, result, total),
        Primitive.RowMin => new ReductionStep<ReductionOp.Min, TLanes, T>(x, result, total),
        _ => throw new UnreachableException($"{primitive} is no reduction."),
    };

    private static UnaryStep<RealOp.Unary<TOp>, TLanes, T> Unary<TOp>(int x, int y)
        where TOp : struct, IUnaryOp => new(x, y);

    private static BinaryStep<RealOp.Binary<TOp>, TLanes, T> Binary<TOp>(int x, int y, int z)
        where TOp : struct, IBinaryOp => new(x, y, z);
}
