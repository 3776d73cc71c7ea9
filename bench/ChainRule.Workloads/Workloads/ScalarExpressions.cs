namespace ChainRule.Workloads;

/// <summary>A thousand scalar operations with all 50 derivatives, and the same written by hand.</summary>
internal static class ScalarExpressions
{
    public static IEnumerable<Workload> All()
    {
        yield return new("scalar-graph-1000/function", () => Compiled(static (z, _) => [z]));
        yield return new("scalar-graph-1000/gradient", () => Compiled(static (z, x) => [z, .. Gradient.Of(z, x)]));
        yield return new("scalar-graph-1000/hand-written", HandWritten);
    }

    private static Action Compiled(Func<Tensor, IReadOnlyList<Tensor>, Tensor[]> results)
    {
        Tensor[] x = [.. ScalarGraph.Thousand.Point().Select(static value => Tensor.Scalar(value))];
        Func<IReadOnlyList<Tensor>, Tensor[]> f =
            Compile.Of((IReadOnlyList<Tensor> x) => results(ScalarGraph.Thousand.Build(x), x));
        double[] expected = new double[x.Length];
        double value = ScalarGraphCode.Evaluate(ScalarGraph.Thousand.Point(), expected);
        double[] actual = Array.ConvertAll(f(x), static result => result.Item());
        Agreement.Check("scalar-graph-1000", new double[] { value }.Concat(expected).Take(actual.Length), actual);
        return () => f(x);
    }

    private static Action HandWritten()
    {
        double[] x = ScalarGraph.Thousand.Point(), gradient = new double[x.Length];
        return () => ScalarGraphCode.Evaluate(x, gradient);
    }
}
