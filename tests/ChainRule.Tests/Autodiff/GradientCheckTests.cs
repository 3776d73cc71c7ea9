using ChainRule.Graphs;

namespace ChainRule.Tests.Autodiff;

public sealed class GradientCheckTests
{
    // In float64, with the step it chooses, the check of a well-scaled function is good to about ε^⅔ = 4e-11.
    private const double Rounding = 1e-9;

    private static readonly Tensor Point = Tensor.From(0.5, -1.5, 2.0).Named("v");

    [Fact]
    public void What_rounding_hides_has_not_passed()
    {
        GradientCheckReport report = GradientCheck.Run(v => v.Square().Sum() + 1e6f, Tensor.From(1f, 2f, 3f));
        InputCheck input = Assert.Single(report.Inputs);
        Assert.Equal(0, input.Failures);
        Assert.InRange(input.Unclear, 1, 3);
        Assert.False(report.Passed);
        Assert.Contains("cannot be told", report.ToString(), StringComparison.Ordinal);
        Assert.True(GradientCheck.Run(v => v.Square().Sum() + 10, Tensor.From(1f, 2f, 3f)).Passed);
    }

    [Fact]
    public void A_right_gradient_passes()
    {
        GradientCheckReport report = GradientCheck.Run(static v => (v.Sin() * v.Exp()).Sum(), Point);
        InputCheck check = Assert.Single(report.Inputs);
        Assert.True(report.Passed);
        Assert.Equal(("v", 3, 0), (check.Name, check.Compared, check.Kinks.Count));
        Assert.InRange(check.MaxAbsoluteError, 0, Rounding);
        Assert.InRange(check.MaxRelativeError, 0, Rounding);
    }

    [Fact]
    public void A_wrong_rule_is_found_where_it_is_wrong()
    {
        // The square of the second element alone gets 3x instead of 2x.
        Tensor factor = Tensor.From(2.0, 3.0, 2.0);
        Func<Tensor, Tensor> square =
            Gradient.Custom("bad_square", static x => x.Square(), (x, _, yBar) => yBar * factor * x);
        GradientCheckReport report = GradientCheck.Run(v => square(v).Sum(), Point);
        InputCheck check = report.Inputs[0];
        Assert.False(report.Passed);
        Assert.Equal(1, check.Failures);
        Assert.Equal([1], check.MaxAbsoluteErrorAt);
        Assert.Equal((-4.5, -3.0), (check.Backpropagated, Math.Round(check.Numerical, 6)));
        Assert.Equal(1.5, check.MaxAbsoluteError, Rounding);
        Assert.Contains(
            "v: 1 of 3 elements differ; the worst is v[1], where backpropagation gives -4.5",
            report.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_without_influence_has_a_derivative_of_zero()
    {
        GradientCheckReport report = GradientCheck.Run(static a => a[0].Sum(), [Point, Tensor.Scalar(2.0)]);
        Assert.True(report.Passed);
        Assert.Equal(("argument 1", 0.0), (report.Inputs[1].Name, report.Inputs[1].MaxAbsoluteError));
    }

    /// <summary>Functions with a kink or jump at 0, and one element of the argument next to it.</summary>
    public static TheoryData<string, Func<Tensor, Tensor>> Kinked => new()
    {
        { "relu", static v => v.Relu() },
        { "abs", static v => v.Abs() },
        { "max", static v => Tensor.Maximum(v, 0) },
        { "min", static v => Tensor.Minimum(v, 0) },
        { "clamp", static v => v.Clamp(0, 5) },
        { "greater", static v => Tensor.Select(v > 0, v, -v) },
        { "sign", static v => v.Sign() },
        { "floor", static v => v.Floor() },
        { "max of all", static v => Tensor.Concat([v, v.ZerosLike()[..1] - 1e-7]).Reshape(2, 2).Max(0) },
    };

    [Theory]
    [MemberData(nameof(Kinked))]
    public void A_kink_within_the_step_is_named_and_no_error(string name, Func<Tensor, Tensor> f)
    {
        Tensor at = name == "max of all" ? Tensor.From(3.0, -1e-8, -4.0) : Tensor.From(-1e-7, 2.5, -4.5);
        GradientCheckReport report = GradientCheck.Run(v => f(v).Sum(), at);
        InputCheck check = report.Inputs[0];
        Assert.True(report.Passed, report.ToString());
        Kink kink = Assert.Single(check.Kinks);
        Assert.Equal(2, check.Compared);
        Assert.Equal([name == "max of all" ? 1 : 0], kink.Element);
        Assert.StartsWith(name.Split(' ')[0], kink.Unit, StringComparison.Ordinal);
        Assert.True(kink.AbsoluteError > 1e-3, "without the kink this would have been an error");
    }

    [Fact]
    public void A_kink_is_told_by_scope_and_element_of_the_unit()
    {
        Tensor weights = Tensor.From(new double[,] { { 1, -1e-7 }, { 0.5, 0.25 } }, "W");
        GradientCheckReport report = GradientCheck.Run(Loss, weights);
        Assert.Equal("[0, 1] crosses the kink of hidden/relu at [1]", Assert.Single(report.Inputs[0].Kinks).ToString());

        static Tensor Loss(Tensor w)
        {
            using var scope = Scope.Begin("hidden");
            return w[0].Relu().Sum() + w[1].Sum();
        }
    }

    [Fact]
    public void The_maximum_that_stabilises_a_softmax_excuses_nothing()
    {
        // The rule is wrong, and the step of 1 moves the maximum from one logit to the other: no reason to let it pass.
        Func<Tensor, Tensor> bad = Gradient.Custom("bad", static x => x * 2, static (_, _, yBar) => yBar);
        GradientCheckReport report = GradientCheck.Run(
            v => bad(v).LogSoftmax()[0], Tensor.From(0.1, 0.0, -0.2), new() { Step = 1, Tolerance = 0.1 });
        Assert.Empty(report.Inputs[0].Kinks);
        Assert.False(report.Passed);
    }

    [Fact]
    public void NaN_is_a_failure_and_the_worst()
    {
        // √ is NaN for the second element alone; the others are right.
        GradientCheckReport report =
            GradientCheck.Run(static v => v[0] + v[1].Sqrt().StopGradient() * 0 + v[2].Square(), Point);
        InputCheck check = report.Inputs[0];
        Assert.False(report.Passed);
        Assert.Equal(double.NaN, check.MaxAbsoluteError);
    }

    /// <summary>Functions whose adjoints are nodes of the function itself, or that were read before.</summary>
    public static TheoryData<string, Func<IReadOnlyList<Tensor>, Tensor>> Shared => new()
    {
        { "exp, whose derivative is itself", static a => a[0].Exp() },
        { "exp · b, whose derivative by b is exp", static a => a[0].Exp() * a[1] },
        { "a · b, whose derivatives are the arguments", static a => a[0] * a[1] },
        { "read while it was built", static a => Read(a[0].Sin()) * a[0] },
    };

    [Theory]
    [MemberData(nameof(Shared))]
    public void Values_kept_from_elsewhere_do_not_stay(string name, Func<IReadOnlyList<Tensor>, Tensor> f)
    {
        GradientCheckReport report = GradientCheck.Run(f, [Tensor.Scalar(0.5, "a"), Tensor.Scalar(-2.0, "b")]);
        Assert.True(report.Passed, $"{name}: {report}");
    }

    [Fact]
    public void A_mask_made_of_the_argument_is_a_jump()
    {
        GradientCheckReport report =
            GradientCheck.Run(static v => (v * (v > 0).Cast(DType.Float64)).Sum(), Tensor.From(1e-9));
        Assert.Equal("[0] crosses the kink of greater at [0]", Assert.Single(report.Inputs[0].Kinks).ToString());
    }

    [Fact]
    public void What_does_not_depend_on_the_arguments_is_computed_once()
    {
        int computed = 0;
        Tensor other = Counting(() => computed++);
        Assert.True(GradientCheck.Run(v => (v * other).Sum(), Point).Passed);
        Assert.Equal(1, computed);

        static Tensor Counting(Action count) => new(Node.Create(new CountingOp(count)));
    }

    [Fact]
    public void A_check_of_kinks_alone_does_not_pass()
    {
        GradientCheckReport report = GradientCheck.Run(static v => v.Relu().Sum(), Tensor.From(0.0, 0.0));
        Assert.Equal((0, 2), (report.Inputs[0].Compared, report.Inputs[0].Kinks.Count));
        Assert.False(report.Passed);
    }

    [Fact]
    public void Lambdas_whose_body_fits_tensors_and_lists_alike_take_a_tensor()
    {
        Assert.True(GradientCheck.Run(v => v.Max(), Point).Passed);
        Assert.Equal([0, 0, 1], Gradient.Of(v => v.Max())(Point).ToArray<double>());
        Assert.Equal(2, Gradient.ValueAndGradient(v => v.Max())(Point).Value.Item());
    }

    [Fact]
    public void A_check_of_nothing_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new GradientCheckOptions { MaxElements = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new GradientCheckOptions { Step = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new GradientCheckOptions { Tolerance = double.NaN });
        Assert.Throws<GradientException>(static () => GradientCheck.Run(static _ => Tensor.Scalar(1.0), []));
        Assert.Equal(0, GradientCheck.Run(static v => v.Sum(), Tensor.Zeros([0], DType.Float64)).Inputs[0].Compared);
    }

    [Fact]
    public void Variables_are_checked_where_they_are_and_keep_their_values()
    {
        var w = new Variable(Point, "w");
        double[] before = w.ToArray<double>();
        Tensor old = w.Square().Sum();
        Assert.True(GradientCheck.Run(() => w.Square().Sum(), [w]).Passed);
        Assert.Equal(before, w.ToArray<double>());
        Assert.Equal(6.5, old.Item());
        Assert.Equal(2 * before[1], Gradient.Of(old, w).ToArray<double>()[1]);
    }

    [Fact]
    public void Float32_gets_a_larger_step_and_tolerance()
    {
        GradientCheckReport report =
            GradientCheck.Run(static v => (v.Sin() * v.Exp()).Sum(), Point.Cast(DType.Float32));
        Assert.True(report.Passed, report.ToString());
        // ε^⅓ and 10·ε^⅔ of ε = 2⁻²³.
        Assert.Equal((0.0049, 0.00024), (Math.Round(report.Step, 4), Math.Round(report.Tolerance, 5)));
    }

    [Fact]
    public void It_tells_progress_checks_a_part_and_can_be_stopped()
    {
        var told = new List<long>();
        var options = new GradientCheckOptions { MaxElements = 4, Progress = new Listener(told.Add) };
        InputCheck check =
            GradientCheck.Run(static v => v.Exp().Sum(), Tensor.Linspace(0, 1, 100, DType.Float64), options).Inputs[0];
        Assert.Equal(4, check.Compared);
        Assert.Equal([1L, 2, 3, 4], told);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            GradientCheck.Run(static v => v.Sum(), Point, new() { CancellationToken = stop.Token }));
    }

    [Fact]
    public void The_report_reads_well()
    {
        Tensor at = Tensor.From(-1e-7, 0.25, 1e-7).Named("weights");
        Func<Tensor, Tensor> bad = Gradient.Custom("bad", static x => x * 2, static (_, _, yBar) => yBar);
        GradientCheckReport report = GradientCheck.Run(
            a => (a[0].Relu() + bad(a[1])).Sum(), [at, Tensor.Scalar(1.0, "b")], new() { Step = 1.0 / 1024 });
        Approved.Verify(report.ToString());
    }

    [Fact]
    public void Numerical_differentiation_is_open_to_everyone()
    {
        var numerical = new NumericalDerivative(static v => v[0].Square().Sum(), [Point]);
        Assert.Equal(6.5, numerical.Value());
        // x² has no third derivative, so only rounding separates the central difference from 2x.
        Assert.Equal(-3, numerical.Of(0, 1, step: 1e-3), 1e-9);
    }

    [Fact]
    public void A_function_of_several_results_or_of_integers_is_refused()
    {
        Assert.Throws<GradientException>(() => GradientCheck.Run(static v => v, Point));
        Assert.Throws<GradientException>(() => GradientCheck.Run(static v => v.Sum(), Tensor.From(1, 2)));
    }

    private static Tensor Read(Tensor tensor)
    {
        _ = tensor.ToString();
        return tensor;
    }

    private sealed record CountingOp(Action Count) : Op
    {
        public override string Name => "counting";

        public override TensorType Infer(ReadOnlySpan<Node> inputs) => new(Shape.Scalar, DType.Float64);

        public override Node? Vjp(Node node, int input, Node adjoint) => null;

        public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => null;

        public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
        {
            Count();
            output.Span<double>()[0] = 2;
        }
    }

    private sealed class Listener(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
