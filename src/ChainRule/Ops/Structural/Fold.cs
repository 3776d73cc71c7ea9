using System.Numerics;
using ChainRule.Graphs;
using ChainRule.Kernels;

namespace ChainRule.Ops;

/// <summary>
/// Adds windows back to where <see cref="Windows"/> took them from, overlaps summed; what no window covers is 0.
/// </summary>
/// <param name="Targets">The sizes of the last axes that the windows were taken from.</param>
/// <param name="Strides">The distance between windows along each of those axes.</param>
/// <param name="Dilations">The distance between a window's elements along each of those axes.</param>
internal sealed record Fold(IntList Targets, IntList Strides, IntList Dilations) : Op
{
    public override string Name => "fold";

    public override string Attributes => $"to {Targets} every {Strides}, dilated {Dilations}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        Node x = inputs[0];
        int axes = Targets.Count, lead = x.Shape.Rank - (2 * axes);
        if (x.DType == DType.Bool) throw Errors.OutsideDomain(Name, x, Domain.Numbers);
        if (lead < 0)
            throw new ShapeException(
                $"fold: {x.Description} of shape {x.Shape} must end in {2 * axes} axes: the positions of windows, "
                + "then their elements. Give it windows as Windows makes them.");
        for (int i = 0; i < axes; i++)
        {
            int positions = x.Shape[lead + i];
            long span = ((positions - 1L) * Strides[i]) + ((x.Shape[lead + axes + i] - 1L) * Dilations[i]) + 1;
            if (positions > 0 && span > Targets[i])
                throw new ShapeException(
                    $"fold: the windows of {x.Description} of shape {x.Shape} reach over {span} elements, "
                    + $"but the target axis {lead + i} has {Targets[i]}. "
                    + "Use the size, stride and dilation that the windows were made with.");
        }

        return new(Shape.Create([.. x.Shape.Sizes[..lead], .. Targets.Span]), x.DType);
    }

    public override Node? Vjp(Node node, int input, Node adjoint)
    {
        Node x = node.Inputs[0];
        // No windows need not fit.
        if (x.Shape.Length == 0) return Build.Fill(0, x.Type);
        int[] sizes = x.Shape.Sizes[^Targets.Count..].ToArray();
        Node windows = Build.Windows(adjoint, sizes, Strides, Dilations);
        // Fewer windows than would fit may have been folded.
        for (int axis = 0; axis < x.Shape.Rank; axis++) windows = Build.Narrow(windows, axis, 0, x.Shape[axis]);
        return windows;
    }

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) =>
        Build.Fold(tangents[0]!, Targets, Strides, Dilations);

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        Elements.RunNumbers(new Loop(this, node, inputs[0], output), output.DType);

    private readonly struct Loop(Fold op, Node node, Storage input, Storage output) : INumberLoop
    {
        public void Run<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Span<T> x = input.Elements<T>(), y = output.Elements<T>();
            y.Clear();
            var view = new Windows(node.Inputs[0].Shape.Sizes[^op.Targets.Count..].ToArray(), op.Strides, op.Dilations);
            (_, int[] strides) = view.View(node, 0, node.Shape.RowMajorStrides());
            int[] offsets = Strided.Offsets(node.Inputs[0].Shape.Sizes, strides);
            for (int i = 0; i < offsets.Length; i++) y[offsets[i]] += x[i];
        }
    }
}
