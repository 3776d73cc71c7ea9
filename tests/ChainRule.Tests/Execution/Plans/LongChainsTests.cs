namespace ChainRule.Tests.Execution;

/// <summary>Graphs of very many operations are planned piece by piece.</summary>
public sealed class LongChainsTests
{
    // Rounding errors of a derivative grow with the number of factors.
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void A_chain_of_fifteen_thousand_operations_is_differentiated(int columns)
    {
        const int Operations = 15_000;
        double[] numbers = [.. Enumerable.Range(1, columns).Select(static i => i / 7.0)];
        (Tensor y, Tensor slope) = Gradient.ValueAndGradient(x => Chain(x).Sum())(Tensor.From<double>(numbers));
        double[] slopes = slope.ToArray<double>();
        double sum = 0;
        for (int i = 0; i < columns; i++)
        {
            (double value, double derivative) = Expected(numbers[i]);
            sum += value;
            Assert.Equal(derivative, slopes[i], Math.Abs(derivative) * Tolerance);
        }

        Assert.Equal(sum, y.Item(), Math.Abs(sum) * Tolerance);

        static Tensor Chain(Tensor x)
        {
            Tensor y = x;
            for (int i = 0; i < Operations; i++) y = (i % 3) switch { 0 => y.Sin(), 1 => y * x, _ => y + x };
            return y;
        }

        static (double Value, double Derivative) Expected(double x)
        {
            (double y, double slope) = (x, 1);
            for (int i = 0; i < Operations; i++)
            {
                (y, slope) = (i % 3) switch
                {
                    0 => (Math.Sin(y), Math.Cos(y) * slope),
                    1 => (y * x, (slope * x) + y),
                    _ => (y + x, slope + 1),
                };
            }

            return (y, slope);
        }
    }
}
