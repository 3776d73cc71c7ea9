namespace ChainRule.Learning.Tests;

public sealed class LossTests
{
    private static readonly double[,] Logits = { { 1, 2, 0.5 }, { -1, 0.25, 3 }, { 0, 0, 0 }, { 5, -5, 2 } };
    private static readonly int[] Labels = [1, 2, 0, 1];

    [Fact]
    public void Cross_entropy_is_the_mean_of_the_negative_logarithms()
    {
        double expected = 0;
        for (int i = 0; i < 4; i++) expected -= Math.Log(Softmax(i, Labels[i])) / 4;

        double loss = Loss.SoftmaxCrossEntropy(Tensor.From(Logits), Tensor.From(Labels)).Item();

        // A few roundings of numbers near 1.
        Assert.Equal(expected, loss, 1e-14);
    }

    [Fact]
    public void The_gradient_of_cross_entropy_is_y_minus_t_over_n()
    {
        Tensor logits = Tensor.From(Logits);

        Tensor loss = Loss.SoftmaxCrossEntropy(logits, Tensor.From(Labels));
        double[] gradient = Gradient.Of(loss, logits).ToArray<double>();

        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double t = Labels[i] == j ? 1 : 0;
                // A few roundings of numbers near 1.
                Assert.Equal((Softmax(i, j) - t) / 4, gradient[(i * 3) + j], 1e-15);
            }
        }
    }

    [Fact]
    public void One_hot_labels_and_long_labels_give_the_same_loss()
    {
        Tensor logits = Tensor.From(Logits), labels = Tensor.From(Labels);
        double expected = Loss.SoftmaxCrossEntropy(logits, labels).Item();

        Assert.Equal(expected, Loss.SoftmaxCrossEntropy(logits, Tensor.OneHot(labels, 3, DType.Float64)).Item(), 1e-15);
        Assert.Equal(expected, Loss.SoftmaxCrossEntropy(logits, labels.Cast(DType.Int64)).Item());
        Assert.Equal(expected, Loss.SoftmaxCrossEntropy(logits.Reshape(2, 2, 3), labels.Reshape(2, 2)).Item());
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Large_logits_are_no_problem(DType dtype)
    {
        Tensor logits = Tensor.From(new[,] { { 1e4, -1e4, 0 }, { -1e4, 1e4, 0 } }).Cast(dtype);

        Tensor loss = Loss.SoftmaxCrossEntropy(logits, Tensor.From(1, 1));
        double[] gradient = Gradient.Of(loss, logits).Cast(DType.Float64).ToArray<double>();

        Assert.Equal(1e4, loss.Item());
        Assert.Equal([0.5, -0.5, 0, 0, 0, 0], gradient);
    }

    [Fact]
    public void Classes_that_are_masked_out_do_no_harm()
    {
        Tensor logits = Tensor.From(new[,] { { 1, double.NegativeInfinity, 1 } });

        Tensor loss = Loss.SoftmaxCrossEntropy(logits, Tensor.From(2));

        Assert.Equal(Math.Log(2), loss.Item(), 1e-15);
        Assert.Equal([0.5, 0, -0.5], Gradient.Of(loss, logits).ToArray<double>());
    }

    [Fact]
    public void Labels_that_are_computed_count_like_others()
    {
        Tensor logits = Tensor.From(Logits), labels = Tensor.From(0, 1, -1, 0) + 1;

        Assert.Equal(
            Loss.SoftmaxCrossEntropy(logits, Tensor.From(Labels)).Item(),
            Loss.SoftmaxCrossEntropy(logits, labels).Item());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Labels_that_are_computed_are_checked_when_they_are(int step)
    {
        Tensor loss = Loss.SoftmaxCrossEntropy(Tensor.From(Logits), Tensor.From(2, 0, 2, 0) + step);

        Assert.Contains(
            "classes",
            Assert.Throws<IndexOutOfRangeException>(() => loss.Item()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Mean_squared_error_is_the_mean_of_the_squares()
    {
        Tensor y = Tensor.From(new[,] { { 1.0, 2 }, { 3, 4 } });
        Tensor loss = Loss.MeanSquaredError(y, Tensor.From(new[,] { { 0.0, 2 }, { 5, 1 } }));

        Assert.Equal((1 + 0 + 4 + 9) / 4.0, loss.Item());
        Assert.Equal([0.5, 0, -1, 1.5], Gradient.Of(loss, y).ToArray<double>());
    }

    [Fact]
    public void Accuracy_counts_the_largest_logits_that_are_their_labels()
    {
        Tensor logits = Tensor.From(Logits), labels = Tensor.From(Labels);

        Assert.Equal(0.75, Metric.Accuracy(logits, labels));
        Assert.Equal(0.75, Metric.Accuracy(logits, Tensor.OneHot(labels, 3, DType.Float64)));
    }

    private static double Softmax(int row, int column)
    {
        double sum = 0;
        for (int j = 0; j < 3; j++) sum += Math.Exp(Logits[row, j]);
        return Math.Exp(Logits[row, column]) / sum;
    }
}
