namespace ChainRule.Tests.Autodiff;

/// <summary>Derivatives of derivatives, against formulas worked out by hand.</summary>
public sealed class HigherOrderTests
{
    // A few roundings of numbers of the size of the result.
    private const double Relative = 1e-13;

    [Theory]
    [InlineData(-1.3)]
    [InlineData(0)]
    [InlineData(0.7)]
    public void Derivatives_of_tanh(double at)
    {
        // With t = tanh x and s = 1 − t²: t′ = s, t″ = −2ts, t‴ = s(6t² − 2), t⁗ = ts(16 − 24t²).
        double t = Math.Tanh(at), s = 1 - (t * t);
        Check(Tensor.Tanh, at, t, s, -2 * t * s, s * ((6 * t * t) - 2), t * s * (16 - (24 * t * t)));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(-2.5)]
    public void Derivatives_of_sine_go_round(double at) => Check(
        Tensor.Sin, at, Math.Sin(at), Math.Cos(at), -Math.Sin(at), -Math.Cos(at), Math.Sin(at), Math.Cos(at));

    [Theory]
    [InlineData(0.4)]
    public void Derivatives_of_the_exponential_and_the_logarithm(double at)
    {
        double e = Math.Exp(at);
        Check(Tensor.Exp, at, e, e, e, e, e);
        Check(Tensor.Log, at, Math.Log(at), 1 / at, -1 / Math.Pow(at, 2), 2 / Math.Pow(at, 3), -6 / Math.Pow(at, 4));
    }

    [Fact]
    public void Derivatives_of_powers_end_in_zero()
    {
        Check(static x => x.Pow(4), 3, 81, 108, 108, 72, 24, 0, 0);
        Check(static x => x * x * x * x, 3, 81, 108, 108, 72, 24, 0, 0);
        Check(static x => x.Square().Square(), -3, 81, -108, 108, -72, 24, 0, 0);
        Check(static x => 1 / x, 2, 0.5, -0.25, 0.25, -0.375, 0.75);
    }

    [Fact]
    public void Gradient_and_Hessian_of_Rosenbrock()
    {
        // f = (1 − x)² + 100(y − x²)², Rosenbrock 1960.
        static Tensor F(Tensor x, Tensor y) => (1 - x).Square() + (100 * (y - x.Square()).Square());
        double a = -1.2, b = 1;
        Tensor x = Tensor.Scalar(a, "x"), y = Tensor.Scalar(b, "y");
        (Tensor dx, Tensor dy) = Gradient.Of(F(x, y), x, y);
        (Tensor dxx, Tensor dxy) = Gradient.Of(dx, x, y);
        (Tensor dyx, Tensor dyy) = Gradient.Of(dy, x, y);

        Close(-2 * (1 - a) - (400 * a * (b - (a * a))), dx);
        Close(200 * (b - (a * a)), dy);
        Close(2 - (400 * b) + (1200 * a * a), dxx);
        Close(-400 * a, dxy);
        Close(-400 * a, dyx);
        Close(200, dyy);
        // ∂³f/∂x³ = 2400x and ∂⁴f/∂x⁴ = 2400.
        Tensor dxxx = Gradient.Of(dxx, x);
        Close(2400 * a, dxxx);
        Close(2400, Gradient.Of(dxxx, x));
    }

    [Fact]
    public void Gradient_of_Goldstein_and_Price()
    {
        static Tensor F(Tensor x, Tensor y) =>
            (1
                    + ((x + y + 1).Square()
                        * (19 - (14 * x) + (3 * x.Square()) - (14 * y) + (6 * x * y) + (3 * y.Square()))))
            * (30
                + (((2 * x) - (3 * y)).Square()
                    * (18 - (32 * x) + (12 * x.Square()) + (48 * y) - (36 * x * y) + (27 * y.Square()))));
        Tensor x = Tensor.Scalar(1.0), y = Tensor.Scalar(1.0);
        (Tensor dx, Tensor dy) = Gradient.Of(F(x, y), x, y);

        // All numbers are whole, so nothing is rounded. By hand from Goldstein & Price 1971.
        Assert.Equal((1876, -5376, 8064), (F(x, y).Item(), dx.Item(), dy.Item()));
        // The minimum is 3 at (0, −1).
        (Tensor value, (Tensor a, Tensor b)) = Gradient.ValueAndGradient(F)(Tensor.Scalar(0.0), Tensor.Scalar(-1.0));
        Assert.Equal((3, 0, 0), (value.Item(), a.Item(), b.Item()));
    }

    [Fact]
    public void Gradient_of_Matyas()
    {
        // f = 0.26(x² + y²) − 0.48xy, so ∂f/∂x = 0.52x − 0.48y.
        static Tensor F(Tensor x, Tensor y) => (0.26 * (x.Square() + y.Square())) - (0.48 * x * y);
        (Tensor dx, Tensor dy) = Gradient.Of((Func<Tensor, Tensor, Tensor>)F)(Tensor.Scalar(1.0), Tensor.Scalar(1.0));
        Close(0.04, dx);
        Close(0.04, dy);
    }

    [Fact]
    public void Forward_over_reverse_is_reverse_over_reverse()
    {
        Tensor x = Tensor.From<double>(0.3, -0.8, 1.1), v = Tensor.From<double>(1, 2, -1);
        Func<Tensor, Tensor> gradient = Gradient.Of(static x => (x.Exp().Sum() * x.Sin().Sum()) + x.Tanh().Product());
        double[] forward = Gradient.Jvp(gradient)(x, v).Tangent.ToArray<double>();
        double[] reverse = Gradient.Of(x => (gradient(x) * v.StopGradient()).Sum())(x).ToArray<double>();
        for (int i = 0; i < forward.Length; i++) Assert.Equal(reverse[i], forward[i], Relative * 10);
    }

    /// <summary>Compares f, f′, f″ … at a point, by reverse and by forward mode.</summary>
    private static void Check(Func<Tensor, Tensor> f, double at, params ReadOnlySpan<double> expected)
    {
        Tensor x = Tensor.Scalar(at), one = Tensor.Scalar(1.0);
        Func<Tensor, Tensor> reverse = f, forward = f;
        for (int order = 0; order < expected.Length; order++)
        {
            Close(expected[order], reverse(x));
            Close(expected[order], forward(x));
            reverse = Gradient.Of(reverse);
            Func<Tensor, (Tensor, Tensor)> next = Tangent(forward);
            forward = v => next(v).Item2;
        }

        Func<Tensor, (Tensor, Tensor)> Tangent(Func<Tensor, Tensor> g) => v => Gradient.Jvp(g)(v, one);
    }

    private static void Close(double expected, Tensor actual) =>
        Assert.Equal(expected, actual.Item(), Relative * Math.Max(1, Math.Abs(expected)));
}
