using System.Numerics;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// The position (int32) of the largest or smallest element along an axis: the first one of ties, and of NaNs.
/// </summary>
/// <param name="Largest">Whether it is the largest.</param>
/// <param name="Axis">The axis, which is gone from the result.</param>
internal sealed record ArgExtremum(bool Largest, int Axis) : Op
{
    public override string Name => Largest ? "argmax" : "argmin";

    public override string Attributes => $"axis {Axis}";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        Node x = inputs[0];
        if (x.DType == DType.Bool) throw Errors.OutsideDomain(Name, x, Domain.Numbers);
        if (x.Shape[Axis] == 0)
            throw new ShapeException(
                $"{Name}: there is no {(Largest ? "largest" : "smallest")} element, "
                + $"because axis {Axis} of {x.Description} of shape {x.Shape} has size 0. "
                + "Check the size before.");
        return new(x.Shape.Without([Axis]), DType.Int32);
    }

    public override Node? Vjp(Node node, int input, Node adjoint) => null;

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => null;

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        Elements.RunNumbers(new Loop(this, node.Inputs[0].Shape, inputs[0], output), inputs[0].DType);

    internal override bool IsPiecewise => true;

    internal override Piece[] Pieces(Node node, ReadOnlySpan<Storage> inputs) => Array.ConvertAll(
        new Extremum(Largest, new IntList([Axis])).Pieces(node.Inputs[0].Shape, inputs[0]),
        static piece => piece with { IsJump = true });

    private readonly struct Loop(ArgExtremum op, Shape shape, Storage input, Storage output) : INumberLoop
    {
        public void Run<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Span<T> x = input.Elements<T>();
            Span<int> y = output.Elements<int>();
            (int outer, int inner) = Blocks.Around(shape, op.Axis);
            int size = shape[op.Axis];
            for (int i = 0; i < outer; i++)
            {
                for (int j = 0; j < inner; j++) y[(i * inner) + j] = First(x[((i * size * inner) + j)..], size, inner);
            }
        }

        private int First<T>(ReadOnlySpan<T> x, int size, int stride) where T : unmanaged, INumber<T>
        {
            int best = 0;
            T champion = x[0];
            for (int k = 1; k < size; k++)
            {
                T candidate = x[k * stride];
                // As in NumPy, the first NaN beats every number; nothing is smaller or equal to it, nor it to anything.
                if ((op.Largest ? candidate <= champion : candidate >= champion) || T.IsNaN(champion)) continue;
                (best, champion) = (k, candidate);
            }

            return best;
        }
    }
}
