namespace ChainRule.Tests.Execution;

/// <summary>The number of threads changes no bit of a result.</summary>
[Collection(ProcessSettings.Name)]
public sealed class ThreadsTests
{
    private static readonly int[] Numbers = [1, 2, 7];

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Random_graphs_and_their_gradients_give_the_same_bits(DType dtype)
    {
        for (int seed = 0; seed < 100; seed++)
        {
            List<double[]> results = [.. Numbers.Select(threads => With(threads, () =>
            {
                var graph = new RandomGraph(seed, dtype);
                Tensor[] gradients = Gradient.Of(graph.Total, graph.Leaves, Independent.Zero);
                return
                [
                    .. graph.Roots
                        .Concat(gradients)
                        .SelectMany(static tensor => tensor.Cast(DType.Float64).ToArray<double>()),
                ];
            }))];
            foreach (double[] result in results) Assert.Equal(results[0], result);
        }
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Large_sums_and_products_give_the_same_bits(DType dtype)
    {
        List<double[]> results = [.. Numbers.Select(threads => With(threads, () =>
        {
            Tensor a = Tensor.RandomNormal([317, 411], 1, dtype: dtype),
                b = Tensor.RandomNormal([411, 203], 2, dtype: dtype);
            Tensor loss = Tensor.Dot(a.Tanh(), b).Softmax().Log().Mean();
            (Tensor byA, Tensor byB) = Gradient.Of(loss, a, b);
            Tensor[] results = [loss, byA, byB, a.Sum(), b.Sum(0)];
            return [.. results.SelectMany(static tensor => tensor.Cast(DType.Float64).ToArray<double>())];
        }))];
        foreach (double[] result in results) Assert.Equal(results[0], result);
    }

    private static double[] With(int threads, Func<double[]> compute)
    {
        int before = ExecutionSettings.Threads;
        ExecutionSettings.Threads = threads;
        try
        {
            return compute();
        }
        finally
        {
            ExecutionSettings.Threads = before;
        }
    }
}
