using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Elementwise;

/// <summary>
/// What holds for every elementwise op. <see cref="UnaryLaws{TOp}"/>, <see cref="BinaryLaws{TOp}"/> and
/// <see cref="TernaryLaws{TOp}"/> tell how to apply it; a class for each op tells its accuracy.
/// </summary>
public abstract partial class ElementwiseLaws
{
    private protected ElementwiseLaws(Accuracy? accuracy) => Accuracy = accuracy ?? Accuracy.Exact;

    private protected Accuracy Accuracy { get; }

    /// <summary>
    /// Where derivatives are compared with differences: between integers and halves, where no op has a kink,
    /// or an interval.
    /// </summary>
    private protected (double Low, double High)? Span { get; init; }

    /// <summary>Rows of the table where the formula of a derivative overflows or underflows on the way.</summary>
    private protected Func<ReferenceRow, bool> FirstExcepted { get; init; } = static _ => false;

    /// <summary>The same for the second derivative.</summary>
    private protected Func<ReferenceRow, bool> SecondExcepted { get; init; } = static _ => false;

    private protected abstract int Arity { get; }

    private protected abstract string Name { get; }

    private protected abstract Domain Domain { get; }

    private protected abstract Tensor Apply(ReadOnlySpan<Tensor> x);

    private protected abstract T Primal<T>(ReadOnlySpan<T> x) where T : struct, IReal<T>;

    private protected abstract T Derivative<T>(int input, ReadOnlySpan<T> x) where T : struct, IReal<T>;

    private List<ReferenceRow> Rows(DType dtype) => [.. ReferenceTable.Of(dtype)[Name]];

    private Tensor[] Arguments(List<ReferenceRow> rows, DType dtype) =>
        [
            .. Enumerable.Range(0, Arity)
                .Select(i => Tensor.From(rows.Select(row => row.Inputs[i]).ToArray()).Cast(dtype).Detach()),
        ];

    /// <summary>Argument tuples away from kinks and poles.</summary>
    private double[][] Points(int count, int seed)
    {
        var random = new Random(seed);
        var points = new double[Arity][];
        for (int i = 0; i < Arity; i++)
        {
            points[i] = new double[count];
            for (int k = 0; k < count; k++)
            {
                // Each argument has its own part of the way from an integer to the next, away from halves,
                // so that no two are close.
                points[i][k] = Span is { } span
                    ? span.Low + ((span.High - span.Low) * random.NextDouble())
                    : random.Next(-4, 4) + (0.35 * i) + 0.05 + (0.1 * random.NextDouble());
            }
        }

        return points;
    }

    private static Tensor[] Leaves(double[][] points) => [.. points.Select(static x => Tensor.From(x))];

    private static Tensor RandomVector(int length, int seed)
    {
        var random = new Random(seed);
        return Tensor.From(Enumerable.Range(0, length).Select(_ => (2 * random.NextDouble()) - 1).ToArray());
    }

    private static Tensor[] GradientsOf(Tensor y, IReadOnlyList<Tensor> x) => Gradient.Of(y.Sum(), x, Independent.Zero);
}
