using ChainRule.Graphs;
using ChainRule.Kernels;
using ChainRule.Ops;

namespace ChainRule.Execution;

/// <summary>A computed value as it lies in memory: elements of a storage at regular distances.</summary>
/// <param name="Storage">The array below.</param>
/// <param name="Shape">The value's shape.</param>
/// <param name="Offset">Where the first element is.</param>
/// <param name="Strides">The distance between neighbours along each axis; 0 repeats, negative goes backwards.</param>
internal readonly record struct View(Storage Storage, Shape Shape, int Offset, int[] Strides)
{
    /// <summary>A storage in row-major order.</summary>
    public static View Of(Storage storage, Shape shape) => new(storage, shape, 0, shape.RowMajorStrides());

    /// <summary>Whether the elements lie one after the other in row-major order.</summary>
    public bool IsContiguous
    {
        get
        {
            int expected = 1;
            for (int axis = Shape.Rank - 1; axis >= 0; axis--)
            {
                if (Shape[axis] != 1 && Strides[axis] != expected) return Shape.Length == 0;
                expected *= Shape[axis];
            }

            return true;
        }
    }

    /// <summary>Whether every element is the same one in memory.</summary>
    public bool IsUniform
    {
        get
        {
            for (int axis = 0; axis < Shape.Rank; axis++)
            {
                if (Shape[axis] != 1 && Strides[axis] != 0) return false;
            }

            return true;
        }
    }

    /// <summary>Whether the storage holds exactly this value, in row-major order.</summary>
    public bool IsWhole => Offset == 0 && Storage.Length == Shape.Length && IsContiguous;

    /// <summary>The elements of a contiguous view. A view of no elements may begin anywhere.</summary>
    public ReadOnlySpan<T> Span<T>() where T : unmanaged =>
        Shape.Length == 0 ? [] : Storage.Span<T>().Slice(Offset, Shape.Length);

    /// <summary>Copies the elements into row-major order.</summary>
    public void CopyTo(Storage destination) => Elements.Run(new CopyLoop(this, destination), destination.DType);

    private readonly struct CopyLoop(View view, Storage destination) : IElementLoop
    {
        public void Run<T>() where T : unmanaged =>
            Strided.Copy<T>(view.Storage.Span<T>(), view.Offset, view.Shape.Sizes, view.Strides, destination.Span<T>());
    }
}
