using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Elementwise;

// Derivatives against other ways to get them.
public abstract partial class ElementwiseLaws
{
    private const int PointCount = 67;

    // Away from kinks and poles, values and derivatives up to the third are below 10³ of each other.
    // A difference over 2h is off by h²·f‴/6 ≈ 10⁻¹⁰·f‴ and by the rounding of the values, ε·f/h ≈ 10⁻¹¹·f.
    private const double Step = 1e-5, DifferenceTolerance = 1e-7;

    [Fact]
    public void The_derivative_is_that_of_a_dual_run_of_the_primal()
    {
        double[][] points = Points(PointCount, seed: 1);
        for (int k = 0; k < PointCount; k++)
        {
            var x = new Real<double>[Arity];
            for (int i = 0; i < Arity; i++) x[i] = new(points[i][k]);
            for (int input = 0; input < Arity; input++)
            {
                var duals = new Dual<Real<double>>[Arity];
                for (int i = 0; i < Arity; i++) duals[i] = new(x[i], new(i == input ? 1 : 0));
                Dual<Real<double>> y = Primal<Dual<Real<double>>>(duals);
                Assert.Equal(Primal<Real<double>>(x).Value, y.Primal.Value);
                // A few roundings of terms that are at most a hundred times the result.
                AssertNear(y.Tangent.Value, Derivative<Real<double>>(input, x).Value, 1e-13);
            }
        }
    }

    [Fact]
    public void The_vjp_agrees_with_central_differences()
    {
        double[][] points = Points(PointCount, seed: 2);
        Tensor[] x = Leaves(points);
        Tensor cotangent = RandomVector(PointCount, seed: 3);
        Tensor[] adjoints = Gradient.Vjp(Apply(x), cotangent, x, Independent.Zero);
        for (int input = 0; input < Arity; input++)
        {
            double[] adjoint = Both.Direct(adjoints[input]);
            double[] expected = Both.Reference(Difference(points, input, shifted => Apply(shifted)) * cotangent);
            for (int k = 0; k < PointCount; k++) AssertNear(expected[k], adjoint[k], DifferenceTolerance);
        }
    }

    [Fact]
    public void Forward_and_reverse_are_transposes_of_each_other()
    {
        Tensor[] x = Leaves(Points(PointCount, seed: 4));
        Tensor y = Apply(x), cotangent = RandomVector(PointCount, seed: 5);
        Tensor[] tangents = [.. Enumerable.Range(6, Arity).Select(static seed => RandomVector(PointCount, seed))];
        Tensor[] adjoints = Gradient.Vjp(y, cotangent, x, Independent.Zero);
        double forward = (cotangent * Gradient.Jvp(y, x, tangents)).Sum().Item();
        double reverse = Enumerable.Range(0, Arity).Sum(i => (adjoints[i] * tangents[i]).Sum().Item());
        // Sums of 67 terms of alternating signs, each with a few roundings.
        AssertNear(forward, reverse, 1e-12);
    }

    [Fact]
    public void The_second_derivatives_agree_with_central_differences_of_the_first()
    {
        double[][] points = Points(PointCount, seed: 9);
        Tensor[] x = Leaves(points);
        for (int first = 0; first < Arity; first++)
        {
            Tensor[] second = GradientsOf(GradientsOf(Apply(x), x)[first], x);
            for (int input = 0; input < Arity; input++)
            {
                double[] actual = Both.Direct(second[input]);
                double[] expected = Both.Reference(
                    Difference(points, input, shifted => GradientsOf(Apply(shifted), shifted)[first]));
                for (int k = 0; k < PointCount; k++) AssertNear(expected[k], actual[k], DifferenceTolerance);
            }
        }
    }

    [Fact]
    public void Derivatives_in_float32_are_near_those_in_float64()
    {
        // Formulas overflow earlier, but must not make NaN of it.
        List<ReferenceRow> rows =
            [
                .. Rows(DType.Float32)
                    .Where(static row => row.Inputs.All(static x => Math.Abs(x) is 0 or (> 1e-10 and < 1e10))),
            ];
        Tensor[] narrow = Arguments(rows, DType.Float32),
            x = [.. narrow.Select(static tensor => tensor.Cast(DType.Float64).Detach())];
        Tensor[] first = GradientsOf(Apply(x), x), narrowFirst = GradientsOf(Apply(narrow), narrow);
        for (int input = 0; input < Arity; input++)
        {
            CheckNarrow(rows, $"derivative {input}", first[input], narrowFirst[input]);
            CheckNarrow(
                rows,
                $"second derivative {input}",
                GradientsOf(first[input], x)[input],
                GradientsOf(narrowFirst[input], narrow)[input]);
        }
    }

    private static void CheckNarrow(List<ReferenceRow> rows, string what, Tensor wide, Tensor narrow)
    {
        var findings = new Findings();
        double[] expected = Both.Direct(wide), actual = Both.Direct(narrow);
        for (int i = 0; i < rows.Count; i++)
        {
            // A term may be a hundred times the result.
            double bound = 100 * Distance.Epsilon(DType.Float32) * (1 + Math.Abs(expected[i]));
            bool representable = Math.Abs(expected[i]) < float.MaxValue / 100;
            if (!representable || Math.Abs(expected[i] - actual[i]) <= bound) continue;
            findings.Add($"{rows[i]}: the {what} is {actual[i]:R} in float32, {expected[i]:R} in float64");
        }

        findings.AssertNone();
    }

    private static Tensor Difference(double[][] points, int input, Func<Tensor[], Tensor> f)
    {
        Tensor[] above = Leaves(points), below = Leaves(points);
        above[input] = (above[input] + Step).Detach();
        below[input] = (below[input] - Step).Detach();
        return (f(above) - f(below)) / (2 * Step);
    }

    private static void AssertNear(double expected, double actual, double tolerance) => Assert.True(
        Math.Abs(expected - actual) <= tolerance * (1 + Math.Abs(expected)),
        FormattableString.Invariant($"{actual:R} is not near {expected:R}"));
}
