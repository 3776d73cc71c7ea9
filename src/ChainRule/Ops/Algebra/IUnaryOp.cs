namespace ChainRule.Ops;

/// <summary>
/// All that ChainRule must know of an elementwise op y = f(x); its shape rule, JVP, VJP and kernels follow.
/// </summary>
/// <remarks>
/// Implement it in an empty <c>readonly struct</c> and apply it with <see cref="Tensor.Apply{TOp}(Tensor)"/>.
/// </remarks>
public interface IUnaryOp
{
    /// <summary>The name in messages and pictures, in lower case.</summary>
    static abstract string Name { get; }

    /// <summary>The symbol inside a drawn node; the name unless the field has a symbol.</summary>
    static virtual string? Symbol => null;

    /// <summary>The dtypes the op takes; floats unless told otherwise.</summary>
    static virtual Domain Domain => Domain.Floats;

    /// <summary>The formula in TeX, given that of the argument.</summary>
    static abstract string Tex(string x);

    /// <summary>f(x).</summary>
    static abstract T Primal<T>(T x) where T : struct, IReal<T>;

    /// <summary>f′(x), given y = f(x) too, so that a rule may reuse the primal.</summary>
    static abstract T Derivative<T>(T x, T y) where T : struct, IReal<T>;

    /// <summary>
    /// On which of its pieces f works at x, for ops with kinks or jumps: checks of gradients warn of them.
    /// </summary>
    static virtual Graphs.Piece PieceAt(double x) => Graphs.Piece.Only;
}
