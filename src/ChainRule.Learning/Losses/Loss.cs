using ChainRule.Graphs;

namespace ChainRule.Learning;

/// <summary>How wrong a network is, as one number to minimise.</summary>
public static class Loss
{
    /// <summary>
    /// −Σ t·ln softmax(x), averaged over the batch. Stable for logits of any finite size; its derivative by the logits
    /// is (softmax(x) − t)/n.
    /// </summary>
    /// <param name="logits">
    /// x: the network's output before a softmax, [n, k], or with more axes before the last.
    /// </param>
    /// <param name="labels">
    /// The classes, int32 or int64 [n] with numbers from 0 to k − 1; or t itself, one-hot or smoothed, [n, k].
    /// </param>
    /// <returns>A scalar.</returns>
    /// <exception cref="ShapeException">The shapes do not fit, or the batch is empty.</exception>
    /// <exception cref="ArgumentException">
    /// A label is no class. Labels that are computed themselves are checked then.
    /// </exception>
    public static Tensor SoftmaxCrossEntropy(Tensor logits, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(labels);
        const string Op = "softmax_cross_entropy";
        bool areNumbers = ClassLabels.AreNumbers(Op, logits, labels);
        using Scope.Section scope = Scope.Begin(Op);
        Tensor logarithms = logits.LogSoftmax();
        if (!areNumbers) return -(labels * logarithms).Sum(-1).Mean();

        int classes = logits.Shape[^1];
        Tensor numbers = ClassLabels.Checked(Op, labels, classes);
        Tensor isLabel = Tensor.Equal(numbers.Unsqueeze(-1), Tensor.Arange(classes, labels.DType));
        return -Tensor.Select(isLabel, logarithms, 0).Sum(-1).Mean();
    }

    /// <summary>(y − t)², averaged over all elements.</summary>
    /// <param name="prediction">y, of any shape.</param>
    /// <param name="target">t, of the same shape and dtype.</param>
    /// <returns>A scalar.</returns>
    /// <exception cref="ShapeException">The shapes differ, or there are no elements.</exception>
    public static Tensor MeanSquaredError(Tensor prediction, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        if (prediction.Shape != target.Shape || prediction.Length == 0)
        {
            throw new ShapeException(
                $"mean_squared_error: prediction and target must have the same shape and at least one element, but "
                + $"{prediction.Node.Description} is {prediction.Shape} "
                + $"and {target.Node.Description} is {target.Shape}. "
                + "Reshape one of them first.");
        }

        using Scope.Section scope = Scope.Begin("mean_squared_error");
        return (prediction - target).Square().Mean();
    }
}
