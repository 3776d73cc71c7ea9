namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class GeluTests : UnaryLaws<Gelu>
{
    // erfc magnifies the rounding of its argument by x². That is bounded here absolutely, by an ulp of 1;
    // relatively below.
    public GeluTests()
        : base(new(3) { Floor = 1, FirstFloor = 2 })
    {
    }

    [Theory]
    [InlineData(DType.Float64)]
    [InlineData(DType.Float32)]
    public void The_left_tail_has_relative_accuracy(DType dtype)
    {
        double epsilon = dtype == DType.Float64 ? double.BitIncrement(1) - 1 : float.BitIncrement(1) - 1;
        double smallest = dtype == DType.Float64 ? double.MinValue : -12;
        ReferenceRow[] rows =
        [
            .. ReferenceTable.Of(dtype)["gelu"]
                .Where(row => row.Inputs[0] is < -1 and > -37 && row.Inputs[0] > smallest),
        ];
        Assert.NotEmpty(rows);
        foreach (ReferenceRow row in rows)
        {
            double x = row.Inputs[0], y = Tensor.Scalar(x).Cast(dtype).Gelu().Item();
            // x/√2 is rounded twice, by ½ε each; each counts x² times. Four more roundings follow.
            Assert.True(
                Math.Abs(y - row.Value) <= ((x * x) + 4) * epsilon * Math.Abs(row.Value),
                $"{row} gave {y}, not {row.Value}");
        }
    }

    [Fact]
    public void The_derivatives_at_infinity_are_the_limits()
    {
        Tensor x = Tensor.From(double.NegativeInfinity, double.PositiveInfinity),
            first = Gradient.Of(x.Gelu().Sum(), x);
        Assert.Equal([0, 1], first.ToArray<double>());
        Assert.Equal([0, 0], Gradient.Of(first.Sum(), x).ToArray<double>());
    }
}
