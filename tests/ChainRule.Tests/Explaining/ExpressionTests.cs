using System.Text;

namespace ChainRule.Tests.Explaining;

public sealed class ExpressionTests
{
    private static readonly Dictionary<string, Tensor> Values = new()
    {
        ["x"] = Tensor.Scalar(3.0, "x"),
        ["y"] = Tensor.Scalar(4.0, "y"),
        ["苹果"] = Tensor.Scalar(100.0, "苹果"),
        ["x₁"] = Tensor.Scalar(0.5, "x₁"),
        ["v"] = Tensor.From<double>(1, 2, 3),
        ["m"] = Tensor.From(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }, "m"),
    };

    [Theory]
    [InlineData("(x + y)**2", 49)]
    [InlineData("(x + y)^2", 49)]
    [InlineData("(x+y)²", 49)]
    [InlineData("t = x + y; z = t**2", 49)]
    [InlineData("t = x + y # the sum\n\nt²", 49)]
    [InlineData("-2**2", -4)]
    [InlineData("(-2)**2", 4)]
    [InlineData("2**3**2", 512)]
    [InlineData("2**-1", 0.5)]
    [InlineData("--x", 3)]
    [InlineData("-x**2", -9)]
    [InlineData("x - y - 1", -2)]
    [InlineData("24 / y / 2", 3)]
    [InlineData("1 + 2 * x", 7)]
    [InlineData("x × y ÷ 2 − 1", 5)]
    [InlineData("苹果 × 2 × 1.1", 220.00000000000003)]
    [InlineData("（x＋y）＊２", double.NaN)] // wide digits are not numbers
    [InlineData("x₁ * 4", 2)]
    [InlineData("1.5e2 + .5", 150.5)]
    [InlineData("1e", double.NaN)]
    [InlineData("sin(π / 2) + cos(0)", 2)]
    [InlineData("max(v) + min(v) + sum(v) + mean(v)", 12)]
    [InlineData("maximum(x, 10) + minimum(x, y)", 13)]
    [InlineData("select(x < y, x, y)", 3)]
    [InlineData("sum([1, 2, 3] * v)", 14)]
    [InlineData("sum([[1, 2], [3, 4]] @ [x, y])", 36)]
    [InlineData("dot(v, v)", 14)]
    [InlineData("sum(sum(m, 0) - sum(m, -2))", 0)]
    [InlineData("sum(softmax(v))", 1)]
    [InlineData("exp(ln(x))", 3)]
    [InlineData("pow(x, 2) + pow(2, x)", 17)]
    [InlineData("[\n  1,\n  2\n] @ [3, 4]", 11)]
    public void A_formula_has_the_value_that_it_has_on_paper(string text, double expected)
    {
        if (double.IsNaN(expected))
        {
            Assert.Throws<ExpressionException>(() => Expression.Parse(text));
            return;
        }

        Assert.Equal(expected, Expression.Parse(text).Build(Values).Item(), 12);
    }

    [Fact]
    public void Names_that_need_values_come_in_the_order_of_the_text() =>
        Assert.Equal(["b", "a", "c"], Expression.Parse("t = b * a; t + sin(c) + b + π").Variables);

    [Fact]
    public void What_has_a_name_keeps_it_in_the_graph()
    {
        Tensor z = Expression.Parse("t = x + y; z = t * x").Build(Values);
        Assert.Equal("z", z.Name);
        Assert.Contains("t", GraphText.Draw(z), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_is_shown_and_explained()
    {
        string[] wrong =
        [
            "", "   # nothing", "x + * y", "(x + y", "x + y)", "[1, 2", "(x, y)", "2x", "2(x)", "(x)(y)", "x y",
            "sin x", "sin", "sin()", "sin(x, y)", "snh(x)", "x(2)", "y + z", "苹 + 1", "x = ", "2 = x",
            "t = x; t = y", "sin = 2", "x ** ", "x $ y", "1e999", "1 < x < 3", "x == y == 2", "[]", "[[1, 2], [3]]",
            "v @ [1, 2]", "v + [1, 2]", "v @ x", "sum(v, 3)", "sum(v, x)", "sum(v, 0.5)", "m @ m", "x +\n* y",
            "苹果 + * y", "\u0001", "(x > y) + 1", "x; ; y +", "select(x, y, 1)", "1 +", "x × × y",
            $"{new string('a', 80)} * ) + ccc", "max(x, 1)", "min(x, y)",
        ];
        var text = new StringBuilder();
        foreach (string formula in wrong)
        {
            var failure = Record.Exception(() => Expression.Parse(formula).Build(Values)) as ExpressionException;
            Assert.True(failure is not null, $"Nothing seems to be wrong with {formula}");
            Assert.InRange(failure.Start, 0, formula.Length);
            Assert.Matches(@"[.?]\z", failure.Message);
            text.Append(failure.Message).Append('\n').Append(failure.Snippet).Append("\n\n");
        }

        Approved.Verify(text.ToString());
    }

    [Theory]
    [InlineData("(", 10_000)]
    [InlineData("-", 9_000)]
    [InlineData("[", 5_000)]
    [InlineData("sin(", 2_000)]
    [InlineData("2**", 3_000)]
    [InlineData("1+", 5_001)]
    [InlineData("x²", 4_000)]
    [InlineData("((x)*", 1_900)]
    public void What_is_too_long_or_too_deep_is_refused(string part, int times)
    {
        string text = string.Concat(Enumerable.Repeat(part, times)) + "1";
        Assert.Throws<ExpressionException>(() => Expression.Parse(text).Build(Values));
    }

    [Fact]
    public void A_long_sum_is_built()
    {
        string text = string.Join(" + ", Enumerable.Repeat("x", 1_900));
        Assert.Equal(5_700, Expression.Parse(text).Build(Values).Item());
    }

    [Fact]
    public void Derivatives_of_random_formulas_agree_with_central_differences()
    {
        string[] patterns =
        [
            "({0} + {1})", "({0} - {1})", "({0} * {1})", "sin({0})", "tanh({0}) * {1}", "({0})²", "exp(-({0})**2)",
            "{0} / (2 + sin({1}))", "sum([{0}, {1}] * v)", "sigmoid({0})", "sum(softmax([{0}, {1}, 1]) * w)",
            "log(1 + ({0})**2)",
        ];
        var random = new Random(3);
        for (int i = 0; i < 200; i++)
        {
            string Part(int depth) => depth == 0
                ? random.Next(3) switch { 0 => "x", 1 => "y", _ => "0.5" }
                : patterns[random.Next(patterns.Length)]
                    .Replace("{0}", Part(depth - 1), StringComparison.Ordinal)
                    .Replace("{1}", Part(depth - 1), StringComparison.Ordinal);
            var formula = Expression.Parse(Part(3));
            Tensor Built(Tensor x) => formula.Build(new Dictionary<string, Tensor>
            {
                ["x"] = x,
                ["y"] = Tensor.Scalar(0.7),
                ["v"] = Tensor.From<double>(1, 2),
                ["w"] = Tensor.From<double>(1, 2, 3),
            });
            Tensor variable = Tensor.Scalar(0.4);
            Tensor result = Built(variable);
            double slope = Gradient.Of(result, [variable], Independent.Zero)[0].Item();
            const double Step = 1e-5;
            double above = Built(Tensor.Scalar(0.4 + Step)).Item(), below = Built(Tensor.Scalar(0.4 - Step)).Item();
            double difference = (above - below) / (2 * Step);
            // The error of the difference is Step²·f‴/6 and rounding: 1e-16/1e-5.
            Assert.Equal(difference, slope, 1e-6 * Math.Max(1, Math.Abs(slope)));
        }
    }
}
