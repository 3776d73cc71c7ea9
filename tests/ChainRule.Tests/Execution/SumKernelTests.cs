namespace ChainRule.Tests.Execution;

public sealed class SumKernelTests
{
    // 512 rows are added up at a time; 512 times this many columns is beyond the largest int.
    [Fact]
    public void Very_wide_rows_are_summed() =>
        Assert.Equal(3, Tensor.Ones([3, 4_194_304 + 1]).Sum(0)[^1].Item());

    [Fact]
    public void Many_rows_are_summed_in_blocks()
    {
        Tensor sum = Tensor.Arange(3 * 1300, DType.Float64).Reshape(1300, 3).Sum(0);
        // 0 + 3 + … + 3·1299, and one or two more for each of 1300 rows in the next columns.
        Assert.Equal([2_533_050d, 2_534_350, 2_535_650], sum.ToArray<double>());
    }
}
