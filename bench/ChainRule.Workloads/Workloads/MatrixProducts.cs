namespace ChainRule.Workloads;

/// <summary>Products of square matrices.</summary>
internal static class MatrixProducts
{
    private static readonly int[] Sizes = [64, 128, 256, 512, 1024, 2048];

    public static IEnumerable<Workload> All() => Sizes.Select(Square);

    private static Workload Square(int n) => new($"gemm/{n}", () =>
    {
        Tensor a = TestData.Uniform(n, n), b = TestData.Uniform(n, n);
        Func<Tensor, Tensor, Tensor> product = Compile.Of(static (Tensor a, Tensor b) => Tensor.Dot(a, b));
        return () => product(a, b);
    })
    {
        Flops = 2.0 * n * n * n,
    };
}
