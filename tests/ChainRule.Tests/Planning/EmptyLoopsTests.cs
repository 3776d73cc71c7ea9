using ChainRule.Tests.Ops;

namespace ChainRule.Tests.Planning;

/// <summary>Loops over nothing, which others could be fused with.</summary>
public sealed class EmptyLoopsTests
{
    [Fact]
    public void Sums_of_nothing_and_what_uses_them_are_computed_together()
    {
        double[][] expected = [.. Results().Select(Both.Reference)];
        Tensor[] together = Results();
        Tensor.Compute(together);
        Assert.Equal(expected, together.Select(static result => result.ToArray<double>()));
    }

    private static Tensor[] Results()
    {
        Tensor x = Tensor.From<double>([], [4, 0, 3]);
        Tensor sum = x.Sum(2, keep: true);
        return [sum, x / (sum + 1), x.Sum(1), x.Sum(), sum.Sum()];
    }
}
