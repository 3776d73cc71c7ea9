namespace ChainRule.Workloads;

/// <summary>A thousand scalar operations with all 50 derivatives, and the same written by hand.</summary>
internal static class ScalarExpressions
{
    public static IEnumerable<Workload> All()
    {
        yield return new("scalar-graph-1000/function", () => Compiled(1, static (z, _) => [z]));
        yield return new("scalar-graph-1000/gradient",
            () => Compiled(1 + ScalarGraph.Thousand.Inputs, static (z, x) => [z, .. Gradient.Of(z, x)]));
        yield return new("scalar-graph-1000/hand-written", HandWritten);
    }

    private static Action Compiled(int count, Func<Tensor, IReadOnlyList<Tensor>, Tensor[]> results)
    {
        double[] x = ScalarGraph.Thousand.Point(), expected = new double[x.Length], actual = new double[count];
        ScalarFunction f = Compile.Scalars(x => results(ScalarGraph.Thousand.Build(x), x), x.Length);
        double value = ScalarGraphCode.Evaluate(x, expected);
        f(x, actual);
        Agreement.Check("scalar-graph-1000", new double[] { value }.Concat(expected).Take(count), actual);
        return () => f(x, actual);
    }

    private static Action HandWritten()
    {
        double[] x = ScalarGraph.Thousand.Point(), gradient = new double[x.Length];
        return () => ScalarGraphCode.Evaluate(x, gradient);
    }
}
