using CsCheck;

namespace ChainRule.Tests.Explaining;

public sealed class GraphNudgeTests
{
    [Fact]
    public void A_change_travels_node_by_node()
    {
        NudgeReport nudge = Of("t = x + y; z = t²", "x=3,y=4", "x").By(0.01);
        Assert.Equal(["x", "t", "z"], nudge.Changes.Select(static change => change.Name));
        Assert.Equal(["3", "7", "49"], nudge.Changes.Select(static change => change.BeforeText));
        Assert.Equal(["3.01", "7.01", "49.1401"], nudge.Changes.Select(static change => change.AfterText));
        Assert.Equal(["0.01", "0.01", "0.1401"], nudge.Changes.Select(static change => change.DeltaText));
        Assert.Equal((14.0, 14.01), (nudge.Derivative, Math.Round(nudge.Ratio, 9)));
        // f = t², so that ½h·f″ is h.
        Assert.Equal((0.01, 0.01), (Math.Round(nudge.Difference, 9), Math.Round(nudge.Bend, 9)));
        Assert.False(nudge.Agrees);
        Assert.Empty(nudge.Kinks);
        Assert.Equal("Δz/h = 14.01; backpropagation gives ∂z/∂x = 14.", nudge.Words()[0]);
    }

    [Fact]
    public void Any_value_can_be_moved_and_only_what_follows_changes()
    {
        // Moving t leaves x, from which it was made, alone.
        GraphNudge nudge = Of("t = x * x; z = t + x", "x=3", "t");
        NudgeReport report = nudge.By(0.5);
        Assert.Equal(["t", "z"], report.Changes.Select(static change => change.Name));
        Assert.Equal((9.0, 12.0, 12.5), (report.Changes[0].Before[0], report.Before, report.After));
        Assert.True(report.Agrees);
        // And again, from where it was.
        Assert.Equal(11.0, nudge.By(-1).After);
        Assert.Equal(["x", "t", "z"], GraphNudge.Names(Built("t = x * x; z = t + x", "x=3")));
    }

    [Fact]
    public void Nameless_values_have_the_names_of_the_steps()
    {
        Tensor result = Built("x * y + sin(x)", "x=1,y=2");
        Assert.Equal(
            GraphSteps.Of(result, []).OfType<GraphStep.Forward>().Select(static step => step.Output.Name),
            GraphNudge.Names(result).Skip(2));
        Assert.Equal(0.25, GraphNudge.Of(result, "v2").By(0.25).Delta, 1e-12);
    }

    [Fact]
    public void Elements_of_a_vector_are_moved_one_by_one_or_all()
    {
        Tensor result = Built("sum(w * w)", "w=[1,2,3]");
        NudgeReport one = GraphNudge.Of(result, "w", 1).By(1e-3), all = GraphNudge.Of(result, "w").By(1e-3);
        Assert.Equal(("w[1]", 4.0), (one.Moved, one.Derivative));
        Assert.Equal("[0, 0.001, 0]", one.Changes[0].DeltaText);
        Assert.Equal(("w", 12.0), (all.Moved, all.Derivative));
        Assert.Equal(0.003, all.Difference, 1e-9);
    }

    [Fact]
    public void A_kink_within_reach_is_warned_of()
    {
        GraphNudge nudge = Of("t = x - 2; z = relu(t) * 3", "x=2.001", "x");
        Assert.Empty(nudge.By(0.0009).Kinks);
        // On the other side of x, but within ±h.
        GraphKink kink = Assert.Single(nudge.By(0.002).Kinks);
        Assert.Equal(("v1", "relu"), (kink.Name, kink.Op));
        Assert.Equal(0.001, kink.Distance, 1e-12);
        NudgeReport across = nudge.By(-0.002);
        Assert.Equal((3.0, 1.5), (across.Derivative, Math.Round(across.Ratio, 9)));
        Assert.Equal("v1 (relu) is 0.001 from a kink", Assert.Single(across.Kinks).Words());
        Assert.StartsWith("Warning: v1 (relu) is 0.001 from a kink", across.Words()[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_derivative_of_zero_is_one_too()
    {
        NudgeReport nudge = Of("floor(x) + 0 * x", "x=1.5", "x").By(0.1);
        Assert.Equal((0.0, 0.0, true), (nudge.Ratio, nudge.Derivative, nudge.Agrees));
        Assert.True(Assert.Single(Of("floor(x)", "x=1.95", "x").By(0.1).Kinks).IsJump);
    }

    [Fact]
    public void What_cannot_be_moved_is_refused()
    {
        Tensor result = Built("t = x > 1; select(t, x, 2)", "x=2");
        Assert.Equal(
            "nudge: there is no v9 in the graph; there is x, result.",
            Assert.Throws<ArgumentException>(() => GraphNudge.Of(result, "v9")).Message);
        Assert.Throws<GradientException>(() => GraphNudge.Of(result, "t"));
        Assert.Throws<ArgumentException>(() => GraphNudge.Of(result, "x", 1));
        GraphNudge nudge = GraphNudge.Of(result, "x");
        Assert.Throws<ArgumentException>(() => nudge.By(0));
        Assert.Throws<ArgumentException>(() => nudge.By(double.NaN));
        Assert.Throws<ArgumentException>(() => nudge.By(1e-20));
        Assert.Throws<GradientException>(() => GraphNudge.Of(Tensor.From<double>(1, 2), "x"));
    }

    [Fact]
    public void The_ratio_tends_to_the_derivative()
    {
        int compared = 0;
        Drawing.Expression.Any.Sample(
            expression =>
            {
                foreach (string name in GraphNudge.Names(expression.Result))
                {
                    var nudge = GraphNudge.Of(expression.Result, name);
                    // A value of which the last digit is larger than the smallest h does not move.
                    if (Record.Exception(() => nudge.By(1e-5)) is ArgumentException) continue;
                    NudgeReport[] coarse = [nudge.By(1e-3), nudge.By(7e-4), nudge.By(4e-4)];
                    NudgeReport fine = nudge.By(1e-5);
                    double largest = coarse[0].Changes.Max(static change => Math.Abs(change.After[0]));
                    double size = Math.Max(1, Math.Abs(fine.Derivative));
                    bool bends = coarse.Any(report => Math.Abs(report.Bend) > 0.1 * size);
                    if (coarse[0].Kinks.Count > 0 || bends || !double.IsFinite(coarse[0].Bend)) continue;
                    // A hundredth of h: a hundredth of the difference, but for rounding.
                    double allowed = 0.05 * coarse.Max(static report => Math.Abs(report.Difference));
                    double rounding = 1e-15 * (1 + largest) / 1e-5;
                    Assert.InRange(Math.Abs(fine.Difference), 0, allowed + rounding);
                    Interlocked.Increment(ref compared);
                }
            },
            iter: 200);
        Assert.True(compared > 500, $"Only {compared} nudges were compared.");
    }

    private static GraphNudge Of(string formula, string values, string name) =>
        GraphNudge.Of(Built(formula, values), name);

    private static Tensor Built(string formula, string values) =>
        ChainRule.Expression.Parse(formula).Build(ChainRule.Expression.ParseValues(values));
}
