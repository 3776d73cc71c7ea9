using ChainRule.Kernels;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>A value of a kernel under construction: running a function's body on it appends the body's steps.</summary>
/// <param name="position">The value's position in the <see cref="LoopBuilder"/>.</param>
/// <typeparam name="T">float or double.</typeparam>
internal readonly struct Recorded<T>(int position) : IMachine<Recorded<T>>
    where T : unmanaged
{
    public int Position { get; } = position;

    public static bool IsDouble => typeof(T) == typeof(double);

    public static Recorded<T> Of(double constant) =>
        new(Recording.Current.Constant(LaneType.Real, BitConverter.DoubleToInt64Bits(constant)));

    public static Recorded<T> operator +(Recorded<T> left, Recorded<T> right) => Step(Primitive.Add, left, right);

    public static Recorded<T> operator -(Recorded<T> left, Recorded<T> right) => Step(Primitive.Subtract, left, right);

    public static Recorded<T> operator *(Recorded<T> left, Recorded<T> right) => Step(Primitive.Multiply, left, right);

    public static Recorded<T> operator /(Recorded<T> left, Recorded<T> right) => Step(Primitive.Divide, left, right);

    public static Recorded<T> operator -(Recorded<T> value) => Step(Primitive.Negate, value);

    public static Recorded<T> MultiplyAdd(Recorded<T> x, Recorded<T> y, Recorded<T> z) =>
        new(Recording.Current.Add(Primitive.MultiplyAdd, LaneType.Real, x.Position, y.Position, z.Position));

    public static Recorded<T> Abs(Recorded<T> x) => Step(Primitive.Abs, x);

    public static Recorded<T> Floor(Recorded<T> x) => Step(Primitive.Floor, x);

    public static Recorded<T> Round(Recorded<T> x) => Step(Primitive.Round, x);

    public static Recorded<T> Sqrt(Recorded<T> x) => Step(Primitive.Sqrt, x);

    public static Recorded<T> CopySign(Recorded<T> x, Recorded<T> sign) => Step(Primitive.CopySign, x, sign);

    public static Recorded<T> Scale(Recorded<T> x, Recorded<T> n) => Step(Primitive.Scale, x, n);

    public static Recorded<T> Exponent(Recorded<T> x) => Step(Primitive.Exponent, x);

    public static Recorded<T> Mantissa(Recorded<T> x) => Step(Primitive.Mantissa, x);

    public static Recorded<T> Min(Recorded<T> x, Recorded<T> y) => Step(Primitive.Min, x, y);

    public static Recorded<T> Max(Recorded<T> x, Recorded<T> y) => Step(Primitive.Max, x, y);

    public static Recorded<T> IfLess(Recorded<T> a, Recorded<T> b, Recorded<T> then, Recorded<T> otherwise) =>
        Select(Primitive.Less, a, b, then, otherwise);

    public static Recorded<T> IfLessOrEqual(Recorded<T> a, Recorded<T> b, Recorded<T> then, Recorded<T> otherwise) =>
        Select(Primitive.LessOrEqual, a, b, then, otherwise);

    public static Recorded<T> IfEqual(Recorded<T> a, Recorded<T> b, Recorded<T> then, Recorded<T> otherwise) =>
        Select(Primitive.Equal, a, b, then, otherwise);

    private static Recorded<T> Step(Primitive primitive, Recorded<T> x) =>
        new(Recording.Current.Add(primitive, LaneType.Real, x.Position));

    private static Recorded<T> Step(Primitive primitive, Recorded<T> x, Recorded<T> y) =>
        new(Recording.Current.Add(primitive, LaneType.Real, x.Position, y.Position));

    private static Recorded<T> Select(
        Primitive comparison, Recorded<T> a, Recorded<T> b, Recorded<T> then, Recorded<T> otherwise)
    {
        int mask = Recording.Current.Add(comparison, LaneType.Mask, a.Position, b.Position);
        return new(Recording.Current.Add(
            Primitive.Select, LaneType.Real, mask, then.Position, otherwise.Position));
    }
}
