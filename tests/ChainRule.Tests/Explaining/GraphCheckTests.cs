using CsCheck;

namespace ChainRule.Tests.Explaining;

public sealed class GraphCheckTests
{
    [Fact]
    public void Smooth_derivatives_agree_element_by_element()
    {
        GraphCheck check = Of("t = x + y; t**2 + sum(w * sin(w))", "x=3,y=4,w=[1,2]");
        Assert.True(check.Passed);
        Assert.Equal(["x", "y", "w[0]", "w[1]"], check.Derivatives.Select(static x => x.Name));
        Assert.All(check.Derivatives, static x => Assert.Equal(CheckVerdict.Agrees, x.Verdict));
        Assert.All(check.Derivatives, static x => Assert.InRange(x.RelativeError, 0, 1e-8));
        Assert.Equal((14.0, 14.0), (check.Derivatives[0].Derivative, Math.Round(check.Derivatives[0].Numerical, 8)));
        Assert.Equal("", check.Derivatives[0].Words());
    }

    [Theory]
    [InlineData("x*x + 1e12")]
    [InlineData("1e13 - x")]
    public void Where_rounding_hides_the_derivative_nothing_is_claimed(string formula)
    {
        GraphCheck check = Of(formula, "x=1");
        Assert.Equal(CheckVerdict.Unclear, Assert.Single(check.Derivatives).Verdict);
        Assert.False(check.Passed);
    }

    [Theory]
    [InlineData("relu(x)", "x=0", 0, 0, 1, 0, false)]
    [InlineData("abs(x)", "x=1e-6", 1, -1, 1, 1e-6, false)]
    [InlineData("abs(x)", "x=-1e-6", -1, -1, 1, 1e-6, false)]
    [InlineData("maximum(x, 2)", "x=2", 0.5, 0, 1, 0, false)]
    [InlineData("minimum(x, 2)", "x=2", 0.5, 1, 0, 0, false)]
    [InlineData("clamp(x, 0, 1) * 3", "x=0.999999", 3, 3, 0, 1e-6, false)]
    [InlineData("max([x, 2, 1])", "x=2", 0.5, 0, 1, 0, false)]
    [InlineData("floor(x) + x", "x=2", 1, 1, 1, 0, true)]
    [InlineData("round(x) + x", "x=2.500001", 1, 1, 1, 1e-6, true)]
    [InlineData("sign(x) + x", "x=-1e-7", 1, 1, 1, 1e-7, true)]
    [InlineData("atan2(x, 0 - 1)", "x=1e-6", -1, -1, -1, 1e-6, true)]
    [InlineData("min([x, 2, 3])", "x=2.000001", 0, 1, 0, 1e-6, false)]
    [InlineData("select(x > 1, x, 3 * x)", "x=0.999999", 3, 3, 1, 1e-6, true)]
    public void A_kink_is_told_with_its_distance_and_both_slopes(
        string formula, string at, double derivative, double left, double right, double distance, bool isJump)
    {
        GraphCheck check = Of(formula, at);
        CheckedDerivative x = Assert.Single(check.Derivatives);
        Assert.True(check.Passed);
        Assert.Equal(CheckVerdict.Kink, x.Verdict);
        Assert.Equal(derivative, x.Derivative, 1e-9);
        // Slopes over h of 6e-6 lose five digits of sixteen.
        Assert.Equal(left, x.LeftSlope!.Value, 1e-9);
        Assert.Equal(right, x.RightSlope!.Value, 1e-9);
        GraphKink kink = Assert.Single(x.Kinks);
        Assert.Equal(isJump, kink.IsJump);
        Assert.Equal(distance, kink.Distance, 1e-12);
    }

    [Fact]
    public void Integers_made_of_floats_jump()
    {
        Tensor x = Tensor.Scalar(1.999999, "x"), low = Tensor.Scalar(0.999999, "x"), two = Tensor.Scalar(2.0, "two");
        foreach (Tensor y in (Tensor[])
        [
            x.Cast(DType.Int32).Cast(DType.Float64) + x,
            low.Cast(DType.Int32).Cast(DType.Float64) + low,
            Tensor.Stack([two, x]).ArgMax(0).Cast(DType.Float64) + x,
        ])
        {
            CheckedDerivative found = GraphCheck.Of(y).Derivatives.First(static x => x.Name == "x");
            Assert.Equal((CheckVerdict.Kink, 1.0), (found.Verdict, found.Derivative));
            GraphKink kink = Assert.Single(found.Kinks);
            Assert.True(kink.IsJump);
            Assert.Equal(1e-6, kink.Distance, 1e-12);
        }

        // Casting truncates, so that nothing jumps at 0.
        Tensor zero = Tensor.Scalar(0.0, "x");
        GraphCheck smooth = GraphCheck.Of(zero.Cast(DType.Int32).Cast(DType.Float64) + zero);
        Assert.Equal(CheckVerdict.Agrees, smooth.Derivatives[0].Verdict);
    }

    [Fact]
    public void The_node_of_a_kink_is_named()
    {
        GraphKink kink = Of("t = x - 2; u = relu(t); u * 3", "x=2.000001").Derivatives[0].Kinks[0];
        Assert.Equal(("u", "relu"), (kink.Name, kink.Op));
        Assert.Equal("u (relu) is 1e-6 from a kink", kink.Words());
        Assert.Equal("u（relu）离折点只有 1e-6", kink.Words(Language.Chinese));
        Assert.Equal("u（relu）は折れ点から 1e-6 しか離れていません", kink.Words(Language.Japanese));
    }

    [Theory]
    [InlineData("relu(x)**2", "x=0")]
    [InlineData("maximum(x, x)", "x=1")]
    [InlineData("relu(x - 1)", "x=0")]
    [InlineData("sum(softmax([x, x]) * [1, 2])", "x=1")]
    public void Where_pieces_meet_smoothly_nothing_is_told(string formula, string at)
    {
        CheckedDerivative x = Assert.Single(Of(formula, at).Derivatives);
        Assert.Equal(CheckVerdict.Agrees, x.Verdict);
        Assert.Empty(x.Kinks);
    }

    [Fact]
    public void A_wrong_rule_is_found()
    {
        Func<Tensor, Tensor> wrong = Gradient.Custom(
            "wrong", static x => x.Square(), static (x, _, yBar) => yBar * 3 * x);
        GraphCheck check = GraphCheck.Of(wrong(Tensor.Scalar(2.0, "x")));
        Assert.False(check.Passed);
        Assert.Equal((CheckVerdict.Differs, 6.0), (check.Derivatives[0].Verdict, check.Derivatives[0].Derivative));
        Assert.StartsWith("x: they differ by 2, ", check.Derivatives[0].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_kink_is_no_excuse_for_a_slope_of_neither_side()
    {
        Func<Tensor, Tensor> wrong = Gradient.Custom(
            "wrong", static x => x.Relu(), static (x, _, yBar) => yBar * 0.7);
        Tensor x = Tensor.Scalar(1e-6, "x");
        CheckedDerivative found = Assert.Single(GraphCheck.Of(wrong(x) + x.Abs()).Derivatives);
        Assert.Equal((CheckVerdict.Differs, 1.7), (found.Verdict, found.Derivative));
        Assert.Equal((-1.0, 2.0), (Math.Round(found.LeftSlope!.Value, 6), Math.Round(found.RightSlope!.Value, 6)));
    }

    [Fact]
    public void Where_the_function_ends_the_check_cannot_tell()
    {
        GraphCheck check = Of("log(x)", "x=1e-7");
        Assert.Equal(CheckVerdict.Unclear, Assert.Single(check.Derivatives).Verdict);
        Assert.False(check.Passed);
        Assert.Contains("not finite", check.Derivatives[0].Words(), StringComparison.Ordinal);
        // With a smaller step it can.
        Assert.True(Of("log(x)", "x=1e-7", new() { Step = 1e-12 }).Passed);
    }

    [Fact]
    public void A_step_that_is_too_wide_for_the_function_shows_nothing()
    {
        Assert.Equal(CheckVerdict.Unclear, Of("sin(1e5*x)", "x=0.3").Derivatives[0].Verdict);
        Assert.True(Of("sin(1e5*x)", "x=0.3", new() { Step = 1e-9 }).Passed);
    }

    [Fact]
    public void Steep_curves_are_no_errors() => Assert.True(Of("x**9 + exp(30*x)", "x=1.7").Passed);

    [Fact]
    public void Limits_hold_and_the_inputs_stay()
    {
        Tensor w = Tensor.From<double>([.. Enumerable.Range(0, 100).Select(static i => i / 7.0)]).Named("w");
        double[] before = w.ToArray<double>();
        GraphCheck check = GraphCheck.Of(w.Square().Sum(), options: new() { MaxElements = 4 });
        Assert.Equal(["w[0]", "w[25]", "w[50]", "w[75]"], check.Derivatives.Select(static x => x.Name));
        Assert.Equal(before, w.ToArray<double>());
        Assert.Throws<GradientException>(() => GraphCheck.Of(w));
    }

    [Fact]
    public void Random_formulas_agree()
    {
        int agreed = 0;
        Drawing.Expression.Any.Sample(
            expression =>
            {
                foreach (CheckedDerivative x in GraphCheck.Of(expression.Result).Derivatives)
                {
                    Assert.NotEqual(CheckVerdict.Differs, x.Verdict);
                    // Squares of squares grow until no difference is exact.
                    bool isTame = Math.Abs(x.Derivative) < 1e3 && Math.Abs(expression.Result.Item()) < 1e3;
                    if (isTame && x.Verdict == CheckVerdict.Agrees) Interlocked.Increment(ref agreed);
                }
            },
            iter: 300);
        Assert.True(agreed > 100, $"Only {agreed} derivatives were compared.");
    }

    private static GraphCheck Of(string formula, string values, GradientCheckOptions? options = null) => GraphCheck.Of(
        ChainRule.Expression.Parse(formula).Build(ChainRule.Expression.ParseValues(values)), options: options);
}
