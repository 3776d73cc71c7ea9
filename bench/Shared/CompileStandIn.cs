namespace ChainRule;

/// <summary>
/// Stands in for the library's compiler until that is there: calls the function anew each time and computes what it
/// gives. Delete this file then; nothing else changes.
/// </summary>
internal static class Compile
{
    public static Func<Tensor, Tensor> Of(Func<Tensor, Tensor> f) => x =>
    {
        Tensor y = f(x);
        Tensor.Compute(y);
        return y;
    };

    public static Func<Tensor, Tensor, Tensor> Of(Func<Tensor, Tensor, Tensor> f) => (x1, x2) =>
    {
        Tensor y = f(x1, x2);
        Tensor.Compute(y);
        return y;
    };

    public static Func<Tensor, Tensor, (Tensor, Tensor)> Of(Func<Tensor, Tensor, (Tensor, Tensor)> f) => (x1, x2) =>
    {
        (Tensor, Tensor) y = f(x1, x2);
        Tensor.Compute(y.Item1, y.Item2);
        return y;
    };

    public static Func<IReadOnlyList<Tensor>, Tensor[]> Of(Func<IReadOnlyList<Tensor>, Tensor[]> f) => x =>
    {
        Tensor[] y = f(x);
        Tensor.Compute(y);
        return y;
    };
}
