namespace ChainRule.Ops;

/// <summary>
/// All that ChainRule must know of an elementwise op w = f(x, y, z); its shape rule, JVP, VJP and kernels follow.
/// </summary>
/// <remarks>
/// Implement it in an empty <c>readonly struct</c> and apply it with
/// <see cref="Tensor.Apply{TOp}(Tensor, Tensor, Tensor)"/>.
/// </remarks>
public interface ITernaryOp
{
    /// <summary>The name in messages and pictures, in lower case.</summary>
    static abstract string Name { get; }

    /// <summary>The symbol inside a drawn node; the name unless the field has a symbol.</summary>
    static virtual string? Symbol => null;

    /// <summary>The dtypes the op takes; floats unless told otherwise.</summary>
    static virtual Domain Domain => Domain.Floats;

    /// <summary>The formula in TeX, given those of the arguments.</summary>
    static abstract string Tex(string x, string y, string z);

    /// <summary>f(x, y, z).</summary>
    static abstract T Primal<T>(T x, T y, T z) where T : struct, IReal<T>;

    /// <summary>∂f/∂x.</summary>
    static abstract T DerivativeX<T>(T x, T y, T z) where T : struct, IReal<T>;

    /// <summary>∂f/∂y.</summary>
    static abstract T DerivativeY<T>(T x, T y, T z) where T : struct, IReal<T>;

    /// <summary>∂f/∂z.</summary>
    static abstract T DerivativeZ<T>(T x, T y, T z) where T : struct, IReal<T>;

    /// <summary>
    /// On which of its pieces f works at (x, y, z), for ops with kinks or jumps: checks of gradients warn of them.
    /// </summary>
    static virtual Graphs.Piece PieceAt(double x, double y, double z) => Graphs.Piece.Only;
}
