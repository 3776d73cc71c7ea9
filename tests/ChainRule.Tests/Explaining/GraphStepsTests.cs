using System.Text;
using CsCheck;

namespace ChainRule.Tests.Explaining;

public sealed class GraphStepsTests
{
    [Fact]
    public void The_lessons_examples_are_told_step_by_step_in_three_languages()
    {
        var text = new StringBuilder();
        foreach ((string formula, string values) in ((string, string)[])
        [
            ("total = apple * apples * tax", "apple=100,apples=2,tax=1.1"),
            ("t = x + y; z = t²", "x=3,y=4"),
            ("1 / (1 + exp(-x))", "x=1"),
            ("x * x + sin(x)", "x=2"),
            ("sum([[1, 2], [3, 4]] @ v)", "v=[1,2]"),
        ])
        {
            text.Append(formula).Append("\n\n");
            foreach (GraphStep step in GraphSteps.Of(Built(formula, values)))
            {
                text.Append(step.Formula).Append('\n');
                foreach (Language language in Enum.GetValues<Language>())
                    text.Append("  ").Append(step.Words(language)).Append('\n');
            }

            text.Append('\n');
        }

        Approved.Verify(text.ToString());
    }

    [Fact]
    public void Contributions_are_products_and_what_branches_adds_them() => Drawing.Expression.Any.Sample(
        static expression =>
        {
            IReadOnlyList<GraphStep> steps = GraphSteps.Of(expression.Result);
            var arrived = new Dictionary<string, double>();
            foreach (GraphStep step in steps)
            {
                if (step is GraphStep.Backward edge)
                {
                    AssertNear(edge.Upstream.Exact!.Value * edge.Local.Exact!.Value, edge.Contribution.Exact!.Value);
                    double before = arrived.GetValueOrDefault(edge.Input.Name);
                    arrived[edge.Input.Name] = before + edge.Contribution.Exact.Value;
                }
                else if (step is GraphStep.Sum sum)
                {
                    AssertNear(sum.Terms.Sum(static term => term.Exact!.Value), sum.Total.Exact!.Value);
                    AssertNear(arrived[sum.Value.Name], sum.Total.Exact.Value);
                }
            }

            Assert.All(
                steps.OfType<GraphStep.Forward>(),
                static step => Assert.All(step.Inputs, static input => Assert.NotNull(input.Text)));
        },
        iter: 200);

    [Fact]
    public void What_is_exact_is_beside_what_is_rounded()
    {
        GraphStep.Forward last = GraphSteps.Of(Built("apple * apples * tax", "apple=100,apples=2,tax=1.1"))
            .OfType<GraphStep.Forward>().Last();
        Assert.Equal(("220", 220.00000000000003), (last.Output.Text, last.Output.Exact));
    }

    [Fact]
    public void Without_derivatives_there_are_no_steps_backwards()
    {
        Tensor x = Tensor.From<double>(1, 2).Named("x");
        Assert.All(GraphSteps.Of(x * 2), static step => Assert.False(step.IsBackward));
        Assert.All(GraphSteps.Of((x * 2).Sum(), []), static step => Assert.False(step.IsBackward));
    }

    private static Tensor Built(string formula, string values)
    {
        var all = new Dictionary<string, Tensor>();
        foreach (string part in System.Text.RegularExpressions.Regex.Split(values, @",(?=\w+=)"))
        {
            string[] pair = part.Split('=');
            all.Add(pair[0], ChainRule.Expression.ParseValue(pair[1], pair[0]));
        }

        return ChainRule.Expression.Parse(formula).Build(all);
    }

    // Both sides are rounded a few times.
    private static void AssertNear(double expected, double actual) => Assert.True(
        expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-12 * Math.Max(1, Math.Abs(expected)),
        $"{actual:R} instead of {expected:R}");
}
