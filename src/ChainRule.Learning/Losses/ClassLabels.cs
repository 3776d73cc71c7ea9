namespace ChainRule.Learning;

/// <summary>Labels beside logits [n, k]: class numbers [n], or one row of k weights for each example, [n, k].</summary>
internal static class ClassLabels
{
    /// <summary>Whether labels are class numbers, after checking that they fit the logits.</summary>
    public static bool AreNumbers(string op, Tensor logits, Tensor labels)
    {
        if (logits.Rank == 0 || !logits.DType.IsFloat || logits.Length == 0)
        {
            throw new ShapeException(
                $"{op}: the logits must be floats [n, k], one row for each example and one column for each class, "
                + $"but {logits.Node.Description} is {logits.DType.Name} {logits.Shape}. "
                + "Give the network's output for a batch that is not empty.");
        }

        Shape rows = Shape.Create(logits.Shape.Sizes[..^1]);
        if (labels.DType.IsInteger && labels.Shape == rows) return true;
        if (labels.DType == logits.DType && labels.Shape == logits.Shape) return false;
        throw new ShapeException(
            $"{op}: beside logits of shape {logits.Shape}, labels are class numbers (int32 {rows}) "
            + $"or one row of weights for each example ({logits.DType.Name} {logits.Shape}), "
            + $"but {labels.Node.Description} is {labels.DType.Name} {labels.Shape}. {Remedy(logits, labels, rows)}");
    }

    /// <summary>
    /// Class numbers that are all below <paramref name="classes"/>. Known ones are checked now, others when they are
    /// computed, so that a wrong label never counts as no label.
    /// </summary>
    public static Tensor Checked(string op, Tensor labels, int classes)
    {
        if (labels.Node.Op is not Graphs.Data)
        {
            // Gather would take negative numbers as positions from the end.
            Tensor positions = Tensor.Select(labels < 0, classes, labels).Named($"labels, negative ones as {classes}");
            return Tensor.Arange(classes, labels.DType).Named("classes").Gather(positions);
        }

        long[] numbers = labels.Cast(DType.Int64).ToArray<long>();
        int wrong = Array.FindIndex(numbers, number => number < 0 || number >= classes);
        if (wrong < 0) return labels;
        throw new ArgumentException(
            $"{op}: with {classes} classes the labels must be 0 to {classes - 1}, "
            + $"but label {wrong} is {numbers[wrong]}. "
            + "Correct the labels, or give the network one output for each class.");
    }

    private static string Remedy(Tensor logits, Tensor labels, Shape rows) => labels.Shape == rows
        ? "Cast them with Cast(DType.Int32)."
        : labels.Shape == logits.Shape ? $"Cast them with Cast(DType.{logits.DType})."
        : labels.DType.IsInteger && labels.Length == rows.Length
        ? $"Reshape them with Reshape({string.Join(", ", rows)})."
        : labels.DType.IsInteger ? "Give one label for each row of the logits." : "Give one weight for each logit.";
}
