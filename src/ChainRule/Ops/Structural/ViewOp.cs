using ChainRule.Graphs;
using ChainRule.Kernels;

namespace ChainRule.Ops;

/// <summary>
/// An op that only says where its elements are found in the input's array: nothing needs to be copied.
/// </summary>
internal abstract record ViewOp : Op
{
    /// <summary>The view's first position and distances, given those of the input.</summary>
    public abstract (int Offset, int[] Strides) View(Node node, int offset, ReadOnlySpan<int> strides);

    public sealed override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        (int offset, int[] strides) = View(node, 0, node.Inputs[0].Shape.RowMajorStrides());
        Elements.Run(new Loop(inputs[0], offset, node.Shape, strides, output), output.DType);
    }

    private readonly struct Loop(Storage input, int offset, Shape shape, int[] strides, Storage output) : IElementLoop
    {
        public void Run<T>() where T : unmanaged =>
            Strided.Copy<T>(input.Elements<T>(), offset, shape.Sizes, strides, output.Elements<T>());
    }
}
