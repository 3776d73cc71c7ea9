namespace ChainRule.Tests.Ops.Structural;

/// <summary>A batch may have no elements: its results depend on it all the same, and its gradients are empty.</summary>
public sealed class EmptyTests
{
    public static TheoryData<string, Shape, Func<Tensor, Tensor>> Results => new()
    {
        { "sum", [0], static x => x.Sum() },
        { "product", [0], static x => x.Product() },
        { "product along an axis", [3, 0], static x => x.Product(1) },
        { "product of nothing along an axis", [0, 3], static x => x.Product(1) },
        { "fold of no batch", [0, 2, 2], static x => x.Fold([3]) },
        { "fold of no windows", [2, 0, 2], static x => x.Fold([3]) },
        { "slice", [0, 3], static x => x[.., 1..] },
        { "max", [0, 3], static x => x.Max(1) },
        { "concat", [0, 3], static x => Tensor.Concat([x, x], 1) },
        { "windows", [0, 3], static x => x.Windows([2]) },
        { "cumulative sum", [0], static x => x.CumulativeSum() },
        { "dot", [0, 3], static x => Tensor.Dot(x, x.T) },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void What_is_built_from_no_elements_depends_on_them(string name, Shape shape, Func<Tensor, Tensor> f)
    {
        Tensor x = Tensor.Zeros(shape), y = f(x);
        Tensor gradient = Gradient.Of(y.Sum(), x);
        Assert.Equal(shape, gradient.Shape);
        Assert.True(gradient.ToArray<float>() is [], name);
        Assert.All(Gradient.Jvp(y, [x], [x]).ToArray<float>(), static tangent => Assert.Equal(0, tangent));
    }

    [Fact]
    public void The_product_of_nothing_is_one() =>
        Assert.Equal([1, 1], Tensor.Zeros([2, 0]).Product(1).ToArray<float>());
}
