using CsCheck;

namespace ChainRule.Tests.Ops.Structural;

/// <summary>What holds for every structural op; a class for each op says how to make problems of it.</summary>
public abstract class StructuralLaws
{
    private const int Problems = 60;

    // The error of a difference is h²·f‴/6 + ε·f/h, about 10⁻¹⁰ of values and derivatives,
    // in sums of up to some hundred terms.
    private const double Step = 1e-5, DifferenceTolerance = 1e-6;

    // Rounding errors of some hundred operations.
    private const double Roundings = 1000;

    private readonly Func<Dice, StructuralProblem> _make;

    private protected StructuralLaws(Func<Dice, StructuralProblem> make) => _make = make;

    [Theory]
    [InlineData(DType.Float64)]
    [InlineData(DType.Float32)]
    public void Both_evaluators_agree_on_views_of_all_kinds(DType dtype) => Sample((problem, dice) =>
    {
        Tensor[] views = [.. problem.Inputs.Select(x => dice.Disguise(x.Cast(dtype).Detach(), repeat: true))];
        Tensor[] leaves = [.. views.Select(static view => view.Detach())];
        Tensor y = problem.Apply(views);
        double[] plain = Both.Reference(problem.Apply(leaves));
        Assert.Equal(plain, Both.Reference(y));
        AssertNear(plain, Both.Direct(y), Roundings * Elementwise.Distance.Epsilon(dtype));
    });

    [Fact]
    public void The_vjp_agrees_with_central_differences() => Sample((problem, dice) =>
    {
        (Tensor[] x, Tensor[] direction) = Along(problem, dice);
        // Repeated elements would tie in a maximum.
        Tensor[] views = [.. x.Select(leaf => dice.Disguise(leaf, repeat: false))];
        Tensor y = problem.Apply(views), cotangent = dice.Tensor(y.Shape);
        Tensor[] adjoints = Gradient.Vjp(y, cotangent, views, Independent.Zero);
        Tensor above = problem.Apply(Shifted(views, direction, Step));
        Tensor below = problem.Apply(Shifted(views, direction, -Step));
        Tensor difference = (above - below) / (2 * Step);
        double expected = Both.Reference((difference * cotangent).Sum())[0], actual = Product(adjoints, direction);
        AssertNear([expected], [actual], DifferenceTolerance);
    });

    [Fact]
    public void Forward_and_reverse_are_transposes_of_each_other() => Sample((problem, dice) =>
    {
        (Tensor[] x, Tensor[] direction) = Along(problem, dice);
        Tensor[] views = [.. x.Select(leaf => dice.Disguise(leaf, repeat: true))];
        Tensor y = problem.Apply(views), cotangent = dice.Tensor(y.Shape);
        double forward = Both.Direct((cotangent * Gradient.Jvp(y, views, direction)).Sum())[0];
        double reverse = Product(Gradient.Vjp(y, cotangent, views, Independent.Zero), direction);
        AssertNear([forward], [reverse], Roundings * Elementwise.Distance.Epsilon(DType.Float64));
    });

    [Fact]
    public void The_second_derivatives_agree_with_central_differences_of_the_first() => Sample((problem, dice) =>
    {
        (Tensor[] x, Tensor[] direction) = Along(problem, dice);
        Tensor weight = dice.Tensor(problem.Apply(x).Shape);
        // A square gives linear ops something to differentiate twice.
        Tensor[] First(Tensor[] at) => Gradient.Of((weight * problem.Apply(at).Square()).Sum(), at, Independent.Zero);
        Tensor[] first = First(x), above = First(Shifted(x, direction, Step)),
            below = First(Shifted(x, direction, -Step));
        Tensor along = first.Select((g, i) => (g * direction[i]).Sum()).Aggregate(static (a, b) => a + b);
        Tensor[] second = Gradient.Of(along, x, Independent.Zero);
        for (int i = 0; i < x.Length; i++)
        {
            double[] expected = Both.Reference((above[i] - below[i]) / (2 * Step));
            AssertNear(expected, Both.Direct(second[i]), DifferenceTolerance);
            AssertNear(expected, Both.Direct(Gradient.Jvp(first[i], x, direction)), DifferenceTolerance);
        }
    });

    /// <summary>A problem of this op, for the test that no op is missing.</summary>
    internal StructuralProblem Example(int seed) => _make(new Dice(seed));

    private void Sample(Action<StructuralProblem, Dice> law) => Gen.Int.Sample(
        seed =>
        {
            var dice = new Dice(seed);
            StructuralProblem problem = _make(dice);
            try
            {
                law(problem, dice);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{problem}, seed {seed}: {exception.Message}", exception);
            }
        },
        iter: Problems);

    private static (Tensor[] X, Tensor[] Direction) Along(StructuralProblem problem, Dice dice) =>
        (problem.Inputs, [.. problem.Inputs.Select(x => dice.Tensor(x.Shape))]);

    private static Tensor[] Shifted(Tensor[] x, Tensor[] direction, double step) =>
        [.. x.Select((tensor, i) => (tensor + (direction[i] * step)).Detach())];

    private static double Product(Tensor[] left, Tensor[] right) =>
        left.Select((x, i) => Both.Direct((x * right[i]).Sum())[0]).Sum();

    private static void AssertNear(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        double bound = tolerance * (1 + expected.Select(Math.Abs).DefaultIfEmpty().Max());
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= bound,
                FormattableString.Invariant($"element {i} is {actual[i]:R} instead of {expected[i]:R}"));
        }
    }
}
