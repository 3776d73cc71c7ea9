using System.Numerics;

namespace ChainRule.Kernels;

/// <summary>
/// What a processor does with a register of real numbers in a few instructions: the algebra that exp, log and the other
/// functions are written in, once. The type argument decides what running them means: a number computes, a register
/// computes many, a recording value lowers the function to the instructions of a kernel.
/// </summary>
/// <typeparam name="T">The type that implements the algebra.</typeparam>
internal interface IMachine<T> : IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>,
    IMultiplyOperators<T, T, T>, IDivisionOperators<T, T, T>, IUnaryNegationOperators<T, T>
    where T : struct, IMachine<T>
{
    /// <summary>Whether the numbers are doubles; they are floats otherwise.</summary>
    static abstract bool IsDouble { get; }

    /// <summary>The constant, rounded to the type.</summary>
    static abstract T Of(double constant);

    /// <summary>x·y + z, rounded once where the processor can, otherwise twice.</summary>
    static abstract T MultiplyAdd(T x, T y, T z);

    /// <summary>|x|.</summary>
    static abstract T Abs(T x);

    /// <summary>The largest integer not above x.</summary>
    static abstract T Floor(T x);

    /// <summary>The nearest integer, halves to the even one.</summary>
    static abstract T Round(T x);

    /// <summary>√x.</summary>
    static abstract T Sqrt(T x);

    /// <summary>The size of x with the sign of the other number.</summary>
    static abstract T CopySign(T x, T sign);

    /// <summary>
    /// x·2ⁿ for a whole n, rounded once: right also where the result is subnormal or infinite. |x| is 0, infinite or
    /// between 2⁻⁸ and 2⁸, or NaN, and |n| at most 2000 for doubles and 250 for floats; elsewhere the result is not
    /// defined, so that two multiplications do.
    /// </summary>
    static abstract T Scale(T x, T n);

    /// <summary>⌊log₂ x⌋ of a positive, finite, normal x; not defined elsewhere.</summary>
    static abstract T Exponent(T x);

    /// <summary>x / 2^Exponent(x) of a positive, finite, normal x, in [1, 2); not defined elsewhere.</summary>
    static abstract T Mantissa(T x);

    /// <summary>The smaller one; NaN if one of them is; −0 is below 0.</summary>
    static abstract T Min(T x, T y);

    /// <summary>The larger one; NaN if one of them is; 0 is above −0.</summary>
    static abstract T Max(T x, T y);

    /// <summary><paramref name="then"/> where a &lt; b, <paramref name="otherwise"/> elsewhere and at NaN.</summary>
    static abstract T IfLess(T a, T b, T then, T otherwise);

    /// <summary><paramref name="then"/> where a ≤ b, <paramref name="otherwise"/> elsewhere and at NaN.</summary>
    static abstract T IfLessOrEqual(T a, T b, T then, T otherwise);

    /// <summary><paramref name="then"/> where a = b, <paramref name="otherwise"/> elsewhere and at NaN.</summary>
    static abstract T IfEqual(T a, T b, T then, T otherwise);
}
