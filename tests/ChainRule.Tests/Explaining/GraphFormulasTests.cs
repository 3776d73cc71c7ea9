using System.Xml.Linq;
using ChainRule.Formulas;
using ChainRule.Graphs;
using ChainRule.Tests.Formulas;

namespace ChainRule.Tests.Explaining;

public sealed class GraphFormulasTests
{
    [Fact]
    public void The_chain_rule_of_the_lesson_is_written_and_what_cancels_is_crossed_out()
    {
        GraphFormulas formulas = Of("t = x + y; z = t²");
        Assert.Equal(["t = x + y", "z = t²"], formulas.Steps.Select(static step => step.ToString()));
        Assert.Equal("z = (x + y)²", formulas.Function!.ToString());
        DerivativeFormulas x = formulas.Derivatives[0];
        Assert.Equal("∂z/∂x = ∂z/∂t · ∂t/∂x = 2t · 1 = 2(x + y)", x.ChainRule!.ToString());
        Assert.Equal("∂z/∂x = ∂z/∂\u0336t\u0336 · ∂\u0336t\u0336/∂x", x.Cancelled!.ToString());
        Assert.Equal(
            @"\frac{\partial z}{\partial x} = \frac{\partial z}{\cancel{\partial t}} \cdot "
            + @"\frac{\cancel{\partial t}}{\partial x}",
            x.Cancelled.Tex);
        Assert.Equal(@"\frac{\partial z}{\partial x} = 2\left(x + y\right)", x.Simplified!.Tex);
    }

    [Theory]
    [InlineData("z = x * x", "∂z/∂x = 2x")]
    [InlineData("z = x / y", "∂z/∂x = 1 / y")]
    [InlineData("z = sigmoid(x)", "∂z/∂x = σ(x) · (1 − σ(x))")]
    [InlineData("z = 1/(1 + exp(-x))", "∂z/∂x = exp(−x) / (1 + exp(−x))²")]
    [InlineData("z = relu(x) * y", "∂z/∂x = y · [x > 0]")]
    [InlineData("z = sqrt(x)", "∂z/∂x = 0.5 / √x")]
    [InlineData("z = x^y", "∂z/∂x = y · x^(y − 1)")]
    [InlineData("z = x - (y - x)", "∂z/∂x = 2")]
    [InlineData("z = 3 * x * 1.1 / y", "∂z/∂x = 3.3 / y")]
    public void Derivatives_are_simplified(string formula, string expected) =>
        Assert.Equal(expected, Of(formula).Derivatives[0].Simplified!.ToString());

    [Fact]
    public void Matrices_keep_their_order_and_repeated_numbers_are_counted()
    {
        Tensor x = Tensor.From<double>([1, 2], [1, 2], "X"), w = Tensor.From<double>([1, 2, 3, 4], [2, 2], "W");
        Tensor b = Tensor.From<double>([1, 2], [2], "b");
        GraphFormulas formulas = GraphFormulas.Of(Tensor.Square(Tensor.Dot(x, w) + b).Sum().Named("L"));
        Assert.Equal("L = sum((X · W + b)²)", formulas.Function!.ToString());
        Assert.Equal(
            ["∂L/∂X = 2(X · W + b) · Wᵀ", "∂L/∂W = 2Xᵀ · (X · W + b)", "∂L/∂b = 2sum₀(X · W + b)"],
            formulas.Derivatives.Select(static derivative => derivative.Simplified!.ToString()));
        Assert.All(formulas.Derivatives, static derivative => Assert.Null(derivative.ChainRule));

        Tensor s = Tensor.Scalar(2.0, "s");
        GraphFormulas repeated = GraphFormulas.Of((Tensor.Zeros([3], DType.Float64) + s).Sum().Named("z"));
        Assert.Equal("z = 3s", repeated.Function!.ToString());
        Assert.Equal("∂z/∂s = 3", repeated.Derivatives[0].Simplified!.ToString());
    }

    [Theory]
    [InlineData("y = softmax(a); L = crossentropy(y, t)", "0,0,1", "∂L/∂a = y − t = softmax(a) − t")]
    [InlineData("L = crossentropy(softmax(a), t)", "0.5,0.25,0.25", "∂L/∂a = softmax(a) − t")]
    [InlineData("L = -sum(t * logsoftmax(a))", "0,0,1", "∂L/∂a = softmax(a) − t")]
    [InlineData("L = -sum(t * log(exp(a) / sum(exp(a))))", "0,0,1", "∂L/∂a = softmax(a) − t")]
    // Labels that do not add up to 1 are none.
    [InlineData("L = crossentropy(softmax(a), t)", "0,1,1", "∂L/∂a = softmax(a) · sum(t) − t")]
    public void The_derivative_of_softmax_with_loss_is_the_difference_to_the_labels(
        string text, string labels, string expected)
    {
        Tensor a = Tensor.From<double>([0.3, 2.9, 4.0], [3], "a");
        Tensor loss = Expression.Parse(text).Build(
            new Dictionary<string, Tensor> { ["a"] = a, ["t"] = Expression.ParseValue($"[{labels}]", "t") });
        Assert.Equal(expected, GraphFormulas.Of(loss, [a]).Derivatives[0].Simplified!.ToString());
    }

    [Fact]
    public void What_is_too_long_or_has_too_many_paths_is_left_out()
    {
        Tensor x = Tensor.Scalar(1.0, "x"), y = x;
        for (int i = 0; i < 200; i++) y = Tensor.Sin(y * y + x);
        GraphFormulas formulas = GraphFormulas.Of(y.Named("y"));
        Assert.Null(formulas.Function);
        Assert.Null(formulas.Derivatives[0].ChainRule);
        Assert.Null(formulas.Derivatives[0].Simplified);
        Assert.Equal(600, formulas.Steps.Count);
    }

    [Fact]
    public void Names_of_every_kind_are_written_in_every_notation()
    {
        Tensor z = (Tensor.Scalar(1.0, "苹果") * Tensor.Scalar(2.0, "x₁") * Tensor.Scalar(3.0, "a<b_c")
            * Tensor.Scalar(3.0, "θ")).Named("$z");
        Formula formula = GraphFormulas.Of(z).Function!;
        Assert.Equal(@"\text{\$z} = \text{苹果} \cdot x_{1} \cdot \text{a<b}_{c} \cdot \theta", formula.Tex);
        var math = XElement.Parse(formula.MathMl);
        Assert.Equal("$z=苹果·x1·a<bc·θ", math.Value);
    }

    [Fact]
    public void Formulas_of_random_graphs_have_the_values_of_the_graphs()
    {
        string[] patterns =
        [
            "({0} + {1})", "({0} - {1})", "({0} * {1})", "sin({0})", "tanh({0}) * {1}", "({0})²", "exp(-({0})**2)",
            "{0} / (2 + sin({1}))", "sigmoid({0})", "log(1 + ({0})**2)", "relu({0})", "sqrt(1 + ({0})²)", "-{0}",
            "2*{0}",
        ];
        var values = new Dictionary<string, double> { ["x"] = 0.4, ["y"] = 0.7 };
        var random = new Random(5);
        int compared = 0;
        for (int i = 0; i < 300; i++)
        {
            string Part(int depth) => depth == 0
                ? random.Next(3) switch { 0 => "x", 1 => "y", _ => "0.5" }
                : patterns[random.Next(patterns.Length)]
                    .Replace("{0}", Part(depth - 1), StringComparison.Ordinal)
                    .Replace("{1}", Part(depth - 1), StringComparison.Ordinal);
            string text = Part(random.Next(1, 4));
            Tensor x = Tensor.Scalar(0.4, "x");
            Tensor result = Expression.Parse(text).Build(
                new Dictionary<string, Tensor> { ["x"] = x, ["y"] = Tensor.Scalar(0.7, "y") });
            Tensor slope = Gradient.Of(result, [x], Independent.Zero)[0];
            foreach (Tensor tensor in (Tensor[])[result, slope])
            {
                var leaves = new Dictionary<Node, string>();
                foreach (Node node in Graph.TopologicalOrder(tensor.Node))
                {
                    if (node.Name is { } name && node.Inputs.Length == 0) leaves.Add(node, name);
                }

                if (new TermBuilder(leaves).Of(tensor.Node) is not { } term) continue;
                compared++;
                Assert.Equal(tensor.Item(), TermValue.Of(term, values), 1e-12 * Math.Max(1, Math.Abs(tensor.Item())));
                foreach (Notation notation in (Notation[])[UnicodeNotation.Instance, TexNotation.Instance])
                    Assert.True(IsBalanced(new TermWriter(notation).Write(term)), text);
                XElement.Parse($"<r>{new TermWriter(MathMlNotation.Instance).Write(term)}</r>");
            }
        }

        Assert.InRange(compared, 400, 600);
    }

    [Fact]
    public void Text_can_be_read_back_as_a_formula()
    {
        // Brackets are where they must be: what is written means what was meant.
        string[] texts =
        [
            "(x + y) * x", "x / (y * x)", "x / y * x", "(x / y)²", "-(x²)", "(-x)²", "x - (y - 2)", "sin(x)² * y",
            "(x^y)^x", "x^(y^x)", "x / (y + 2) / 3",
        ];
        foreach (string text in texts)
        {
            Dictionary<string, Tensor> values = Values();
            Tensor result = Expression.Parse(text).Build(values);
            string written = GraphFormulas.Of(result.Named("f")).Function!.ToString()["f = ".Length..];
            string typed = written.Replace('·', '*').Replace('−', '-').Replace("3(", "3*(", StringComparison.Ordinal);
            Assert.Equal(result.Item(), Expression.Parse(typed).Build(values).Item(), 1e-12);
        }
    }

    private static GraphFormulas Of(string formula) => GraphFormulas.Of(Expression.Parse(formula).Build(Values()));

    private static Dictionary<string, Tensor> Values() =>
        new() { ["x"] = Tensor.Scalar(0.4, "x"), ["y"] = Tensor.Scalar(0.7, "y") };

    private static bool IsBalanced(string text) =>
        text.Count(static c => c == '(') == text.Count(static c => c == ')')
        && text.Count(static c => c == '{') == text.Count(static c => c == '}');
}
