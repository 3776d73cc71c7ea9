using System.Numerics;

namespace ChainRule.Execution;

/// <summary>
/// What a <see cref="WholeStep{TOp, T}"/> does with two wholes or masks; a mask is −1 where it holds, or 0.
/// </summary>
internal interface IWholeOp
{
    /// <summary>f(x, y).</summary>
    static abstract T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>;

    /// <summary>f(x, y) in every lane.</summary>
    static abstract Vector<T> Run<T>(Vector<T> x, Vector<T> y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>;
}
