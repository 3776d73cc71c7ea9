namespace ChainRule.Workloads;

/// <summary>Functions of the rows of a matrix, with the gradient of a weighted sum of their results.</summary>
internal static class Rows
{
    public static IEnumerable<Workload> All()
    {
        foreach ((int rows, int columns) in new[] { (128, 10), (128, 1024), (2048, 1024) })
        {
            yield return new(
                $"softmax-{rows}x{columns}/gradient", () => Step(rows, columns, static x => x.Softmax()));
            yield return new($"layernorm-{rows}x{columns}/gradient", () => Step(rows, columns, LayerNorm));
        }
    }

    private static Tensor LayerNorm(Tensor x)
    {
        Tensor centred = x - x.Mean(-1, keep: true);
        return centred / (centred.Square().Mean(-1, keep: true) + 1e-5).Sqrt();
    }

    private static Action Step(int rows, int columns, Func<Tensor, Tensor> f)
    {
        Tensor x = TestData.Uniform(rows, columns), weights = TestData.Uniform(rows, columns);
        Func<Tensor, Tensor, (Tensor, Tensor)> gradient = Compile.Of((Tensor x, Tensor weights) =>
        {
            Tensor z = (f(x) * weights).Sum();
            return (z, Gradient.Of(z, x));
        });
        return () => gradient(x, weights);
    }
}
