namespace ChainRule.Tests.Ops.Structural;

public sealed class ConcatTests() : StructuralLaws(static dice =>
{
    Shape shape = dice.Shape(minRank: 1);
    int axis = dice.Axis(shape.Rank), front = (axis + shape.Rank) % shape.Rank;
    Tensor[] parts =
        [.. Enumerable.Range(0, dice.Between(1, 4)).Select(_ => dice.Tensor(shape.With(front, dice.Below(4))))];
    return new($"concat along {axis}", parts, x => Tensor.Concat(x, axis));
})
{
    [Fact]
    public void Many_parts_get_the_slices_of_the_adjoint_that_are_theirs()
    {
        Tensor[] parts = [.. Enumerable.Range(0, 1000).Select(static i => Tensor.Zeros([i % 3], DType.Float64))];
        Tensor whole = Tensor.Concat(parts), positions = Tensor.Arange(whole.Length).Cast(DType.Float64);
        Tensor[] gradients = Gradient.Vjp(whole, positions, parts);
        Assert.Equal(positions.ToArray<double>(), gradients.SelectMany(static gradient => gradient.ToArray<double>()));
    }
}
