using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>The largest or smallest element along some axes; NaN if one of them is.</summary>
/// <param name="Largest">Whether it is the largest.</param>
/// <param name="Axes">The axes, sorted.</param>
/// <remarks>
/// The kink: where several elements tie, they share the derivative equally. At NaN the elements that are NaN share it.
/// </remarks>
internal sealed record Extremum(bool Largest, IntList Axes) : Reduction(Axes)
{
    public override string Name => Largest ? "max" : "min";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        Node x = inputs[0];
        if (x.DType == DType.Bool) throw Errors.OutsideDomain(Name, x, Domain.Numbers);
        foreach (int axis in Axes)
        {
            if (x.Shape[axis] == 0)
                throw Errors.NoElements(Name, Largest ? "largest element" : "smallest element", x, axis);
        }

        return new(x.Shape.Without(Axes.Span), x.DType);
    }

    public override Node? Vjp(Node node, int input, Node adjoint)
    {
        (Node isExtreme, Node ties) = Ties(node);
        Shape shape = node.Inputs[0].Shape;
        return Build.Select(
            isExtreme, Expand(Build.Binary<Div>(adjoint, ties), shape), Build.Fill(0, node.Inputs[0].Type));
    }

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents)
    {
        (Node isExtreme, Node ties) = Ties(node);
        Node chosen = Build.Select(isExtreme, tangents[0]!, Build.Fill(0, node.Inputs[0].Type));
        return Build.Binary<Div>(Build.Sum(chosen, Axes), ties);
    }

    public override string Tex(ReadOnlySpan<string> inputs) => $@"\{Name} {inputs[0]}";

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        Elements.RunNumbers(new Loop(this, node, inputs[0], output), output.DType);

    internal override bool IsPiecewise => true;

    internal override Piece[] Pieces(Node node, ReadOnlySpan<Storage> inputs) =>
        Pieces(node.Inputs[0].Shape, inputs[0]);

    /// <summary>Which elements are the extreme ones, and how far the next one is behind.</summary>
    internal Piece[] Pieces(Shape shape, Storage x)
    {
        (int[] starts, int[] members) = Layout(shape);
        return Array.ConvertAll(starts, start =>
        {
            double[] values = Array.ConvertAll(members, member => Largest ? x[start + member] : -x[start + member]);
            double best = values.Max(), next = double.NegativeInfinity;
            var ties = new HashCode();
            int count = 0;
            for (int i = 0; i < values.Length; i++)
            {
                if (values[i] != best)
                {
                    next = Math.Max(next, values[i]);
                    continue;
                }

                ties.Add(i);
                count++;
            }

            return new Piece(ties.ToHashCode(), count > 1 ? 0 : best - next);
        });
    }

    private (Node IsExtreme, Node Ties) Ties(Node node)
    {
        Node x = node.Inputs[0];
        // NaN equals nothing, but the result came from it.
        Node isExtreme = Build.Connect<Or>(
            Build.Compare<Equal>(x, Expand(node, x.Shape)), Build.Compare<NotEqual>(x, x));
        return (isExtreme, Build.Sum(Build.Cast(isExtreme, node.DType), Axes));
    }

    private readonly struct Loop(Extremum op, Node node, Storage input, Storage output) : INumberLoop
    {
        public void Run<T>() where T : unmanaged, System.Numerics.INumber<T>, System.Numerics.IMinMaxValue<T>
        {
            (int[] starts, int[] members) = op.Layout(node.Inputs[0].Shape);
            Span<T> x = input.Elements<T>(), y = output.Elements<T>();
            for (int i = 0; i < y.Length; i++)
            {
                T best = x[starts[i]];
                foreach (int member in members)
                    best = op.Largest ? T.Max(best, x[starts[i] + member]) : T.Min(best, x[starts[i] + member]);
                y[i] = best;
            }
        }
    }
}
