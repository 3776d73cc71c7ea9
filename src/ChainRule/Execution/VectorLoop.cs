using System.Numerics;
using System.Runtime.InteropServices;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Execution;

/// <summary>
/// The vectorised loop over float elements: whole vectors through <see cref="Lanes{T}"/>, the rest through
/// <see cref="Real{T}"/>, which gives the same bits. Inputs are contiguous, or one number that is repeated.
/// </summary>
internal readonly ref struct VectorLoop(ReadOnlySpan<View> inputs, Storage output) : IElementwiseLoop
{
    // Repeated numbers are spread over one block; blocks stay in the first-level cache.
    private const int BlockLength = 1024;

    private readonly ReadOnlySpan<View> _inputs = inputs;

    public void Unary<TOp>() where TOp : struct, IUnaryOp
    {
        if (output.DType == DType.Float32) Unary<TOp, float>();
        else Unary<TOp, double>();
    }

    public void Binary<TOp>() where TOp : struct, IBinaryOp
    {
        if (output.DType == DType.Float32) Binary<TOp, float>();
        else Binary<TOp, double>();
    }

    public void Ternary<TOp>() where TOp : struct, ITernaryOp
    {
        if (output.DType == DType.Float32) Ternary<TOp, float>();
        else Ternary<TOp, double>();
    }

    private void Unary<TOp, T>() where TOp : struct, IUnaryOp where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> y = output.Span<T>();
        if (_inputs[0].IsUniform && y.Length > 0)
        {
            y.Fill(TOp.Primal(new Real<T>(_inputs[0].Storage.Span<T>()[_inputs[0].Offset])).Value);
            return;
        }

        Map<TOp, T>(_inputs[0].Span<T>(), y);
    }

    private void Binary<TOp, T>() where TOp : struct, IBinaryOp where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> z = output.Span<T>();
        Operand<T> x = new(_inputs[0], stackalloc T[BlockLength], z.Length);
        Operand<T> y = new(_inputs[1], stackalloc T[BlockLength], z.Length);
        for (int start = 0; start < z.Length; start += BlockLength)
        {
            int length = Math.Min(BlockLength, z.Length - start);
            Map<TOp, T>(x.Block(start, length), y.Block(start, length), z.Slice(start, length));
        }
    }

    private void Ternary<TOp, T>() where TOp : struct, ITernaryOp where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> w = output.Span<T>();
        Operand<T> x = new(_inputs[0], stackalloc T[BlockLength], w.Length);
        Operand<T> y = new(_inputs[1], stackalloc T[BlockLength], w.Length);
        Operand<T> z = new(_inputs[2], stackalloc T[BlockLength], w.Length);
        for (int start = 0; start < w.Length; start += BlockLength)
        {
            int length = Math.Min(BlockLength, w.Length - start);
            Map<TOp, T>(x.Block(start, length), y.Block(start, length), z.Block(start, length), w.Slice(start, length));
        }
    }

    private static void Map<TOp, T>(ReadOnlySpan<T> x, Span<T> y)
        where TOp : struct, IUnaryOp where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<Lanes<T>> xs = MemoryMarshal.Cast<T, Lanes<T>>(x);
        Span<Lanes<T>> ys = MemoryMarshal.Cast<T, Lanes<T>>(y);
        for (int i = 0; i < ys.Length; i++) ys[i] = TOp.Primal(xs[i]);
        for (int i = ys.Length * Vector<T>.Count; i < y.Length; i++) y[i] = TOp.Primal(new Real<T>(x[i])).Value;
    }

    private static void Map<TOp, T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where TOp : struct, IBinaryOp where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<Lanes<T>> xs = MemoryMarshal.Cast<T, Lanes<T>>(x), ys = MemoryMarshal.Cast<T, Lanes<T>>(y);
        Span<Lanes<T>> zs = MemoryMarshal.Cast<T, Lanes<T>>(z);
        for (int i = 0; i < zs.Length; i++) zs[i] = TOp.Primal(xs[i], ys[i]);
        for (int i = zs.Length * Vector<T>.Count; i < z.Length; i++)
            z[i] = TOp.Primal(new Real<T>(x[i]), new Real<T>(y[i])).Value;
    }

    private static void Map<TOp, T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> w)
        where TOp : struct, ITernaryOp where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<Lanes<T>> xs = MemoryMarshal.Cast<T, Lanes<T>>(x), ys = MemoryMarshal.Cast<T, Lanes<T>>(y);
        ReadOnlySpan<Lanes<T>> zs = MemoryMarshal.Cast<T, Lanes<T>>(z);
        Span<Lanes<T>> ws = MemoryMarshal.Cast<T, Lanes<T>>(w);
        for (int i = 0; i < ws.Length; i++) ws[i] = TOp.Primal(xs[i], ys[i], zs[i]);
        for (int i = ws.Length * Vector<T>.Count; i < w.Length; i++)
            w[i] = TOp.Primal(new Real<T>(x[i]), new Real<T>(y[i]), new Real<T>(z[i])).Value;
    }

    /// <summary>An input block by block.</summary>
    private readonly ref struct Operand<T> where T : unmanaged
    {
        private readonly ReadOnlySpan<T> _elements;
        private readonly bool _repeated;

        public Operand(View view, Span<T> block, int length)
        {
            _repeated = view.IsUniform && length > 0;
            if (_repeated)
            {
                block = block[..Math.Min(block.Length, length)];
                block.Fill(view.Storage.Span<T>()[view.Offset]);
                _elements = block;
            }
            else
            {
                _elements = view.Span<T>();
            }
        }

        public ReadOnlySpan<T> Block(int start, int length) =>
            _repeated ? _elements[..length] : _elements.Slice(start, length);
    }
}
