using ChainRule.Graphs;

namespace ChainRule.Learning;

/// <summary>How good a network is, in terms that mean something to people.</summary>
public static class Metric
{
    /// <summary>
    /// The part of the examples whose largest logit is that of their label, from 0 to 1; computed now.
    /// </summary>
    /// <param name="logits">[n, k]: the network's output, before or after a softmax.</param>
    /// <param name="labels">The classes, int32 or int64 [n] with numbers from 0 to k − 1; or one-hot, [n, k].</param>
    /// <exception cref="ShapeException">The shapes do not fit, or the batch is empty.</exception>
    /// <exception cref="ArgumentException">A label is no class.</exception>
    public static double Accuracy(Tensor logits, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(labels);
        double matches = Matches(logits, labels).Item();
        return matches * logits.Shape[^1] / logits.Length;
    }

    /// <summary>How many examples are classified as their label says (int32).</summary>
    internal static Tensor Matches(Tensor logits, Tensor labels)
    {
        const string Op = "accuracy";
        bool areNumbers = ClassLabels.AreNumbers(Op, logits, labels);
        using Scope.Section scope = Scope.Begin(Op);
        Tensor classes = areNumbers
            ? ClassLabels.Checked(Op, labels, logits.Shape[^1]).Cast(DType.Int32)
            : labels.ArgMax();
        return Tensor.Equal(logits.ArgMax(), classes).Cast(DType.Int32).Sum();
    }
}
