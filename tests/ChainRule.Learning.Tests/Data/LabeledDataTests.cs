namespace ChainRule.Learning.Tests;

public sealed class LabeledDataTests
{
    private static readonly LabeledData Ten = LabeledData.From(
        Tensor.Arange(20).Reshape(10, 2).Cast(DType.Float32), Tensor.Arange(10));

    [Fact]
    public void Batches_have_every_example_once_with_its_own_label()
    {
        Batch[] batches = [.. Ten.Batches(4, seed: 1)];

        Assert.Equal([4, 4, 2], batches.Select(static batch => batch.Labels.Length));
        int[] labels = [.. batches.SelectMany(static batch => batch.Labels.ToArray<int>())];
        float[] inputs = [.. batches.SelectMany(static batch => batch.Inputs.ToArray<float>())];
        Assert.Equal(Enumerable.Range(0, 10), labels.Order());
        for (int i = 0; i < 10; i++) Assert.Equal([labels[i] * 2, (labels[i] * 2) + 1], inputs[(2 * i)..(2 * (i + 1))]);
    }

    [Fact]
    public void The_seed_determines_the_order()
    {
        Assert.Equal(Order(1), Order(1));
        Assert.NotEqual(Order(1), Order(2));

        static int[] Order(long seed) =>
            [.. Ten.Batches(3, seed).SelectMany(static batch => batch.Labels.ToArray<int>())];
    }

    [Fact]
    public void A_last_batch_that_is_not_full_can_be_left_out()
    {
        Assert.Equal([4, 4], Ten.Batches(4, seed: 1, dropLast: true).Select(static batch => batch.Labels.Length));
        Assert.Equal([5, 5], Ten.Batches(5, seed: 1, dropLast: true).Select(static batch => batch.Labels.Length));
        Assert.Empty(Ten.Batches(11, seed: 1, dropLast: true));
        Assert.Empty(Ten.Take(0).Batches(4, seed: 1));
    }

    [Fact]
    public void Parts_are_taken_without_moving_what_is_outside()
    {
        LabeledData part = Ten.Slice(3, 5).Slice(1, 3);

        Assert.Equal([4, 5, 6], part.Labels.ToArray());
        IEnumerable<int> labels = part.Batches(2, seed: 1).SelectMany(static batch => batch.Labels.ToArray<int>());
        Assert.Equal([4, 5, 6], labels.Order());
        Batch all = Assert.Single(part.Chunks(10));
        Assert.Equal([8, 9, 10, 11, 12, 13], all.Inputs.ToArray<float>());
        Assert.Equal([0, 1], Ten.Take(2).Labels.ToArray());
        Assert.Equal(10, part.Classes);
    }
}
