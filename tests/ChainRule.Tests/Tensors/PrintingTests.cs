using System.Globalization;
using System.Text;

namespace ChainRule.Tests.Tensors;

/// <summary>Tensors are printed in the manner of NumPy, whose limits of digits and elements are the same.</summary>
public sealed class PrintingTests
{
    [Fact]
    public void Numbers_are_printed_aligned_and_no_longer_than_they_need()
    {
        var text = new StringBuilder();
        Add("scalars", Tensor.Scalar(49.0), Tensor.Scalar(0.1f), Tensor.Scalar(0.1 + 0.2), Tensor.Scalar(1e-9),
            Tensor.Scalar(-1e20f), Tensor.Scalar(-0.0), Tensor.Scalar(double.NaN),
            Tensor.Scalar(float.NegativeInfinity), Tensor.Scalar(-7), Tensor.Scalar(long.MinValue),
            Tensor.Scalar(true));
        Add("whole floats", Tensor.From<double>(1, 2, 3), Tensor.From<float>(1, -20, 300));
        Add("few decimals", Tensor.From<double>(1, 2.5, -3.25), Tensor.From<float>(0.1f, 0.25f, 100));
        Add("many decimals", Tensor.From<double>(1 / 3.0, 100, 2 / 3.0), Tensor.From<float>(1 / 3f, 100, 2 / 3f));
        Add("rounding to eight decimals",
            Tensor.From<double>(0.999999999, 0.123456785001), Tensor.From<double>(Math.PI, -Math.E));
        Add("NaN and infinities",
            Tensor.From<double>(1.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity),
            Tensor.From<float>(float.NaN));
        Add("zeros of both signs", Tensor.From<double>(0, -0.0), Tensor.From<double>(0, -0.0, 0.5));
        Add("mixed magnitudes", Tensor.From<double>(1, 0.1, 1e-9), Tensor.From<float>(1, 0.1f, 1e-9f),
            Tensor.From<double>(12345.678, 0.001), Tensor.From<double>(1e8, 1), Tensor.From<double>(99999999, 0.5),
            Tensor.From<double>(1e-4, 1), Tensor.From<double>(-1.5e300, double.NaN, 2e-300),
            Tensor.From<double>(Math.PI * 1e10, 0, -1), Tensor.From<float>(float.MaxValue, float.Epsilon));
        Add("integers", Tensor.From<int>(1, -20, 300), Tensor.From<long>(long.MaxValue, 0));
        Add("bools", Tensor.From<bool>(true, false), !Tensor.From<bool>(true));
        Approved.Verify(text.ToString());

        void Add(string title, params ReadOnlySpan<Tensor> tensors)
        {
            text.Append("# ").Append(title).Append('\n');
            foreach (Tensor tensor in tensors) text.Append(tensor).Append('\n');
            text.Append('\n');
        }
    }

    [Fact]
    public void Axes_are_bracketed_and_long_ones_shortened()
    {
        var text = new StringBuilder();
        Add("matrix", Tensor.From(new double[,] { { 1, 2.5 }, { -3, 4 } }));
        Add("three axes", Tensor.Arange(12).Reshape(2, 3, 2));
        Add("four axes", Tensor.Arange(8).Reshape(2, 2, 1, 2));
        Add("one element", Tensor.Ones([1, 1, 1]));
        Add("empty", Tensor.Zeros([0]));
        Add("empty matrix", Tensor.Zeros([0, 3]));
        Add("1000 elements are all shown", Tensor.Arange(1000).Reshape(100, 10)[96..]);
        Add("a long vector", Tensor.Arange(1001));
        Add("a long matrix", Tensor.Arange(2000).Reshape(40, 50));
        Add("a long axis and a short one", Tensor.Arange(2000).Reshape(2, 1000));
        Add("a short axis and a long one", Tensor.Arange(2000).Reshape(1000, 2));
        Add("what is not shown does not widen the columns",
            Tensor.Concat([Tensor.Arange(1000), Tensor.From<int>(123456789), Tensor.Arange(1000)]));
        Approved.Verify(text.ToString());

        void Add(string title, Tensor tensor) =>
            text.Append("# ").Append(title).Append('\n').Append(tensor).Append("\n\n");
    }

    [Fact]
    public void The_culture_makes_no_difference()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("[ 1.5 -2.0]", Tensor.From<double>(1.5, -2).ToString());
            Assert.Equal("-2.5", Tensor.Scalar(-2.5f).ToString());
            Assert.Equal("x: float64[] = data", Tensor.Scalar(-2.5, "x").Node.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
