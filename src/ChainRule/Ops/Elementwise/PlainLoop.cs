using System.Diagnostics;
using System.Runtime.InteropServices;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// The reference loop: one element after the other, through <see cref="Real{T}"/> and <see cref="Whole{T}"/>.
/// </summary>
internal readonly ref struct PlainLoop(ReadOnlySpan<Storage> inputs, Storage output) : IElementwiseLoop
{
    private readonly ReadOnlySpan<Storage> _inputs = inputs;

    public void Unary<TOp>() where TOp : struct, IUnaryOp
    {
        switch (output.DType)
        {
            case DType.Float32: Unary<TOp, Real<float>, float>(); break;
            case DType.Float64: Unary<TOp, Real<double>, double>(); break;
            case DType.Int32: Unary<TOp, Whole<int>, int>(); break;
            case DType.Int64: Unary<TOp, Whole<long>, long>(); break;
            default: throw new UnreachableException(output.DType.ToString());
        }
    }

    public void Binary<TOp>() where TOp : struct, IBinaryOp
    {
        switch (output.DType)
        {
            case DType.Float32: Binary<TOp, Real<float>, float>(); break;
            case DType.Float64: Binary<TOp, Real<double>, double>(); break;
            case DType.Int32: Binary<TOp, Whole<int>, int>(); break;
            case DType.Int64: Binary<TOp, Whole<long>, long>(); break;
            default: throw new UnreachableException(output.DType.ToString());
        }
    }

    public void Ternary<TOp>() where TOp : struct, ITernaryOp
    {
        switch (output.DType)
        {
            case DType.Float32: Ternary<TOp, Real<float>, float>(); break;
            case DType.Float64: Ternary<TOp, Real<double>, double>(); break;
            case DType.Int32: Ternary<TOp, Whole<int>, int>(); break;
            case DType.Int64: Ternary<TOp, Whole<long>, long>(); break;
            default: throw new UnreachableException(output.DType.ToString());
        }
    }

    private void Unary<TOp, T, TElement>()
        where TOp : struct, IUnaryOp where T : struct, IReal<T> where TElement : unmanaged
    {
        Span<T> y = As<T, TElement>(output), x = As<T, TElement>(_inputs[0]);
        for (int i = 0; i < y.Length; i++) y[i] = TOp.Primal(x[i]);
    }

    private void Binary<TOp, T, TElement>()
        where TOp : struct, IBinaryOp where T : struct, IReal<T> where TElement : unmanaged
    {
        Span<T> z = As<T, TElement>(output), x = As<T, TElement>(_inputs[0]), y = As<T, TElement>(_inputs[1]);
        for (int i = 0; i < z.Length; i++) z[i] = TOp.Primal(x[i], y[i]);
    }

    private void Ternary<TOp, T, TElement>()
        where TOp : struct, ITernaryOp where T : struct, IReal<T> where TElement : unmanaged
    {
        Span<T> w = As<T, TElement>(output);
        Span<T> x = As<T, TElement>(_inputs[0]), y = As<T, TElement>(_inputs[1]), z = As<T, TElement>(_inputs[2]);
        for (int i = 0; i < w.Length; i++) w[i] = TOp.Primal(x[i], y[i], z[i]);
    }

    // A carrier is one number and nothing else, so an array of numbers is an array of carriers.
    private static Span<T> As<T, TElement>(Storage storage) where T : struct where TElement : unmanaged =>
        MemoryMarshal.Cast<TElement, T>(storage.Elements<TElement>());
}
