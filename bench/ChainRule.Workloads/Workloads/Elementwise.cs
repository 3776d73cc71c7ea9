namespace ChainRule.Workloads;

/// <summary>Functions of two arguments, element by element, with both gradients.</summary>
internal static class Elementwise
{
    public static IEnumerable<Workload> All()
    {
        yield return new("scalar-square/gradient", () => Step(
            Tensor.Scalar(3.0), Tensor.Scalar(4.0), static (x, y) => (x + y).Square()));
        foreach (int n in new[] { 1_000, 100_000, 1_000_000 })
        {
            yield return new($"elementwise-{n}/function", () => Function(n));
            yield return new($"elementwise-{n}/gradient", () => Step(TestData.Uniform(n), TestData.Uniform(n), Chain));
        }
    }

    private static Tensor Chain(Tensor x, Tensor y) => (Tensor.Tanh(x * y + x) * Tensor.Sigmoid(y)).Sum();

    private static Action Function(int n)
    {
        Tensor x = TestData.Uniform(n), y = TestData.Uniform(n);
        Func<Tensor, Tensor, Tensor> function = Compile.Of(Chain);
        return () => function(x, y);
    }

    // The value is a result too, as in the peer, which cannot leave it out.
    private static Action Step(Tensor x, Tensor y, Func<Tensor, Tensor, Tensor> f)
    {
        Func<IReadOnlyList<Tensor>, Tensor[]> gradient = Compile.Of((IReadOnlyList<Tensor> arguments) =>
        {
            Tensor z = f(arguments[0], arguments[1]);
            return [z, .. Gradient.Of(z, arguments)];
        });
        Tensor[] arguments = [x, y];
        return () => gradient(arguments);
    }
}
