using System.Diagnostics;
using System.Runtime.CompilerServices;
using ChainRule.Ops;
using ChainRule.Planning;

namespace ChainRule.Execution;

internal sealed partial class StraightProgram<T, TWhole>
{
    // What is quick is done here; a call would take longer than the step.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run(BlockFrame frame, StraightStep[] steps, ref Lanes1<T> cells)
    {
        foreach (ref readonly StraightStep step in steps.AsSpan())
        {
            ref Lanes1<T> a = ref Unsafe.Add(ref cells, step.A), b = ref Unsafe.Add(ref cells, step.B);
            ref Lanes1<T> y = ref Unsafe.Add(ref cells, step.Y);
            switch (step.Code)
            {
                case (int)Primitive.Add: y = a + b; break;
                case (int)Primitive.Subtract: y = a - b; break;
                case (int)Primitive.Multiply: y = a * b; break;
                case (int)Primitive.Divide: y = a / b; break;
                case (int)Primitive.Negate: y = -a; break;
                case (int)Primitive.Abs: y = Lanes1<T>.Abs(a); break;
                case (int)Primitive.Sign: y = Lanes1<T>.Sign(a); break;
                case (int)Primitive.Min: y = Lanes1<T>.Min(a, b); break;
                case (int)Primitive.Max: y = Lanes1<T>.Max(a, b); break;
                case (int)Primitive.Floor: y = Lanes1<T>.Floor(a); break;
                case (int)Primitive.Round: y = Lanes1<T>.Round(a); break;
                case (int)Primitive.Sqrt: y = Lanes1<T>.Sqrt(a); break;
                case (int)Primitive.MultiplyAdd:
                    y = Lanes1<T>.MultiplyAdd(a, b, Unsafe.Add(ref cells, step.C));
                    break;
                case (int)Primitive.CopySign: y = Lanes1<T>.CopySign(a, b); break;
                case (int)Primitive.Scale: y = Lanes1<T>.Scale(a, b); break;
                case (int)Primitive.Exponent: y = Lanes1<T>.Exponent(a); break;
                case (int)Primitive.Mantissa: y = Lanes1<T>.Mantissa(a); break;
                case (int)Primitive.Less: y = Lanes1<T>.Less(a, b); break;
                case (int)Primitive.LessOrEqual: y = Lanes1<T>.LessOrEqual(a, b); break;
                case (int)Primitive.Equal: y = Lanes1<T>.Equal(a, b); break;
                case (int)Primitive.Select:
                case StraightStep.OfWholes + (int)Primitive.Select:
                case StraightStep.OfMasks + (int)Primitive.Select:
                    y = TWhole.IsZero(Whole(ref a)) ? Unsafe.Add(ref cells, step.C) : b;
                    break;
                case (int)Primitive.FromMask:
                    y = Lanes1<T>.Of(TWhole.IsZero(Whole(ref a)) ? 0 : 1);
                    break;
                case (int)Primitive.Truncate: Whole(ref y) = TWhole.CreateTruncating(a.Value); break;
                case (int)Primitive.Load: y = frame.Operand<Lanes1<T>>(step.A, 0, 0); break;
                case (int)Primitive.Store: frame.Operand<Lanes1<T>>(step.Y, 0, 0) = a; break;
                case (int)Primitive.Accumulate:
                    frame.Operand<double>(step.Y, 0, 0) += double.CreateTruncating(a.Value);
                    break;
                case < StraightStep.OfWholes: y = Function(step.Code, a, b); break;
                default: Other(frame, in step, ref y, ref a, ref b); break;
            }
        }
    }

    private static Lanes1<T> Function(int code, Lanes1<T> a, Lanes1<T> b) => code switch
    {
        (int)Primitive.Exp => Call<Exp>(a),
        (int)Primitive.Expm1 => Call<Expm1>(a),
        (int)Primitive.Log => Call<Log>(a),
        (int)Primitive.Log1p => Call<Log1p>(a),
        (int)Primitive.Sin => Call<Sin>(a),
        (int)Primitive.Cos => Call<Cos>(a),
        (int)Primitive.Tan => Call<Tan>(a),
        (int)Primitive.Asin => Call<Asin>(a),
        (int)Primitive.Acos => Call<Acos>(a),
        (int)Primitive.Atan => Call<Atan>(a),
        (int)Primitive.Atan2 => Call<Atan2>(a, b),
        (int)Primitive.Sinh => Call<Sinh>(a),
        (int)Primitive.Cosh => Call<Cosh>(a),
        (int)Primitive.Tanh => Call<Tanh>(a),
        (int)Primitive.Erf => Call<Erf>(a),
        (int)Primitive.Erfc => Call<Erfc>(a),
        (int)Primitive.Pow => Call<Pow>(a, b),
        _ => throw new UnreachableException($"{(Primitive)code} takes no reals."),
    };

    private static void Other(
        BlockFrame frame, in StraightStep step, ref Lanes1<T> y, ref Lanes1<T> a, ref Lanes1<T> b)
    {
        TWhole x = Whole(ref a), z = Whole(ref b);
        ref TWhole result = ref Whole(ref y);
        switch (step.Code - StraightStep.OfWholes)
        {
            case (int)Primitive.Add: result = x + z; break;
            case (int)Primitive.Subtract: result = x - z; break;
            case (int)Primitive.Multiply: result = x * z; break;
            case (int)Primitive.Negate: result = -x; break;
            case (int)Primitive.Abs: result = WholeOp.Abs.Run(x, TWhole.Zero); break;
            case (int)Primitive.Sign: result = WholeOp.Sign.Run(x, TWhole.Zero); break;
            case (int)Primitive.Min: result = WholeOp.Min.Run(x, z); break;
            case (int)Primitive.Max: result = WholeOp.Max.Run(x, z); break;
            case (int)Primitive.Less: result = WholeOp.Less.Run(x, z); break;
            case (int)Primitive.LessOrEqual: result = WholeOp.LessOrEqual.Run(x, z); break;
            case (int)Primitive.Equal: result = WholeOp.Equal.Run(x, z); break;
            case (int)Primitive.FromWhole: y = Lanes1<T>.Broadcast(T.CreateTruncating(x)); break;
            case (int)Primitive.FromMask: result = TWhole.IsZero(x) ? TWhole.Zero : TWhole.One; break;
            case (int)Primitive.Load: result = frame.Operand<TWhole>(step.A, 0, 0); break;
            case (int)Primitive.Store: frame.Operand<TWhole>(step.Y, 0, 0) = x; break;
            case (int)Primitive.Accumulate: frame.Operand<TWhole>(step.Y, 0, 0) += x; break;
            default: OfMasks(frame, in step, ref result, x, z); break;
        }
    }

    private static void OfMasks(BlockFrame frame, in StraightStep step, ref TWhole result, TWhole x, TWhole z)
    {
        switch (step.Code - StraightStep.OfMasks)
        {
            case (int)Primitive.And: result = x & z; break;
            case (int)Primitive.Or: result = x | z; break;
            case (int)Primitive.Xor: result = x ^ z; break;
            case (int)Primitive.Not: result = ~x; break;
            case (int)Primitive.Load:
                result = BoolFormat<TWhole>.Read(frame.Operand<byte>(step.A, 0, 0));
                break;
            case (int)Primitive.Store:
                frame.Operand<byte>(step.Y, 0, 0) = BoolFormat<TWhole>.Write(x);
                break;
            default: throw new UnreachableException($"Step {step.Code} is not known.");
        }
    }

    // The functions are long, and all of them together no method that the compiler would like.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Lanes1<T> Call<TOp>(Lanes1<T> x) where TOp : struct, IUnaryOp => TOp.Primal(x);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Lanes1<T> Call<TOp>(Lanes1<T> x, Lanes1<T> y) where TOp : struct, IBinaryOp => TOp.Primal(x, y);

    private static ref TWhole Whole(ref Lanes1<T> cell) => ref Unsafe.As<Lanes1<T>, TWhole>(ref cell);
}
