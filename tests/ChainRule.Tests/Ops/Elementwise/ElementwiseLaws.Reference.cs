namespace ChainRule.Tests.Ops.Elementwise;

// Against the tables of Ops/Reference.
public abstract partial class ElementwiseLaws
{
    [Theory]
    [InlineData(DType.Float64)]
    [InlineData(DType.Float32)]
    public void Values_are_the_exact_ones_within_the_accuracy(DType dtype)
    {
        List<ReferenceRow> rows = Rows(dtype);
        Assert.NotEmpty(rows);
        var findings = new Findings();
        double[] values = Both.Direct(Apply(Arguments(rows, dtype)));
        for (int i = 0; i < rows.Count; i++)
        {
            // The last numbers before 0 are further apart than ulps say: gradual underflow.
            double least = Accuracy.Ulps == 0 ? 0 : dtype == DType.Float64 ? double.Epsilon : float.Epsilon;
            double bound = Math.Max(Accuracy.Floor * Distance.Epsilon(dtype), least);
            Check(findings, rows[i], values[i], rows[i].Value, Accuracy.Ulps, bound, dtype, "value");
            if (values[i] == 0 && rows[i].Value == 0 && !Distance.Same(values[i], rows[i].Value))
                findings.Add($"{rows[i]}: the zero has the wrong sign");
        }

        findings.AssertNone();
    }

    [Fact]
    public void First_derivatives_are_the_exact_ones_within_the_accuracy_in_reverse_and_forward()
    {
        var findings = new Findings();
        List<ReferenceRow> rows = Rows(DType.Float64);
        Tensor[] x = Arguments(rows, DType.Float64);
        Tensor y = Apply(x);
        Tensor[] gradients = GradientsOf(y, x);
        for (int input = 0; input < Arity; input++)
        {
            double[] reverse = Both.Direct(gradients[input]),
                forward = Both.Direct(Gradient.Jvp(y, [x[input]], [x[input].OnesLike()]));
            for (int i = 0; i < rows.Count; i++)
            {
                if (rows[i].First[input] is not { } exact || FirstExcepted(rows[i])) continue;
                CheckDerivative(
                    findings,
                    rows[i],
                    reverse[i],
                    exact,
                    Accuracy.FirstUlps,
                    Accuracy.FirstFloor,
                    $"derivative {input} in reverse");
                CheckDerivative(
                    findings,
                    rows[i],
                    forward[i],
                    exact,
                    Accuracy.FirstUlps,
                    Accuracy.FirstFloor,
                    $"derivative {input} forward");
            }
        }

        findings.AssertNone();
    }

    [Fact]
    public void Second_derivatives_are_the_exact_ones_within_the_accuracy()
    {
        var findings = new Findings();
        List<ReferenceRow> rows = Rows(DType.Float64);
        if (Arity > 1) return;
        Tensor x = Arguments(rows, DType.Float64)[0];
        Tensor first = GradientsOf(Apply([x]), [x])[0];
        double[] reverse = Both.Direct(GradientsOf(first, [x])[0]),
            forward = Both.Direct(Gradient.Jvp(first, [x], [x.OnesLike()]));
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Second is not { } exact || FirstExcepted(rows[i]) || SecondExcepted(rows[i])) continue;
            CheckDerivative(
                findings,
                rows[i],
                reverse[i],
                exact,
                Accuracy.SecondUlps,
                Accuracy.SecondFloor,
                "second derivative in reverse");
            CheckDerivative(
                findings,
                rows[i],
                forward[i],
                exact,
                Accuracy.SecondUlps,
                Accuracy.SecondFloor,
                "second derivative forward");
        }

        findings.AssertNone();
    }

    private static double SmallestNormal(DType dtype) =>
        dtype == DType.Float64 ? 2.2250738585072014e-308 : 1.17549435e-38f;

    // A derivative is a product of factors that may be subnormal.
    private void CheckDerivative(
        Findings findings, ReferenceRow row, double actual, double exact, double ulps, double floor, string what) =>
        Check(
            findings,
            row,
            actual,
            exact,
            ulps,
            Math.Max(floor * Distance.Epsilon(DType.Float64), 4 * double.Epsilon),
            DType.Float64,
            what);

    private void Check(
        Findings findings,
        ReferenceRow row,
        double actual,
        double exact,
        double ulps,
        double absolute,
        DType dtype,
        string what)
    {
        if (actual == 0 && Math.Abs(exact) <= Accuracy.Flush * SmallestNormal(dtype)) return;
        double apart = Distance.Ulps(actual, exact, dtype);
        double difference = Math.Abs(actual - exact);
        if (apart > ulps && !(difference <= absolute))
        {
            double epsilons = difference / Distance.Epsilon(dtype);
            findings.Add($"{row}: the {what} is {actual:R}, exact {exact:R}, {apart} ulps or {epsilons:G3} ε apart");
        }
    }
}
