namespace ChainRule.Network;

/// <summary>What is shown of a training run at one moment.</summary>
/// <param name="Steps">The steps so far.</param>
/// <param name="Epochs">How often all examples were seen.</param>
/// <param name="Loss">The mean loss of the last steps.</param>
/// <param name="Accuracy">The part of the examples that is classified as it should be, from 0 to 1.</param>
/// <param name="StepsASecond">How quick it goes.</param>
/// <param name="Losses">The mean losses of equally many steps each.</param>
/// <param name="Accuracies">The accuracies at the ends of those steps.</param>
/// <param name="Layers">The linear layers in order.</param>
/// <param name="Confusion">For each class and each answer how many examples there are.</param>
/// <param name="HasPictures">Whether examples are pictures, not points.</param>
/// <param name="HasDiverged">Whether the loss is infinite or no number: then no step changes anything any more.</param>
public sealed record Snapshot(
    int Steps,
    double Epochs,
    double Loss,
    double Accuracy,
    double StepsASecond,
    IReadOnlyList<double> Losses,
    IReadOnlyList<double> Accuracies,
    IReadOnlyList<LayerSnapshot> Layers,
    IReadOnlyList<IReadOnlyList<int>> Confusion,
    bool HasPictures,
    bool HasDiverged);

/// <summary>A linear layer with what follows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Inputs">How many numbers go in.</param>
/// <param name="Outputs">How many come out.</param>
/// <param name="Activations">What comes out, behind the activation.</param>
/// <param name="Gradients">The derivatives of the loss by its weights.</param>
public sealed record LayerSnapshot(
    string Name, int Inputs, int Outputs, Histogram Activations, Histogram Gradients);

/// <summary>How numbers are distributed.</summary>
/// <param name="Low">The lowest.</param>
/// <param name="High">The highest.</param>
/// <param name="Counts">How many there are in each of the equal parts between them.</param>
public sealed record Histogram(double Low, double High, IReadOnlyList<int> Counts)
{
    private const int Bins = 24;

    /// <summary>Counts numbers; those that are not finite are left out.</summary>
    public static Histogram Of(ReadOnlySpan<float> numbers)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (float number in numbers)
        {
            if (!float.IsFinite(number)) continue;
            (low, high) = (Math.Min(low, number), Math.Max(high, number));
        }

        var counts = new int[Bins];
        if (low > high) return new(0, 0, counts);
        double width = high > low ? (high - low) / Bins : 1;
        foreach (float number in numbers)
        {
            if (float.IsFinite(number)) counts[Math.Min(Bins - 1, (int)((number - low) / width))]++;
        }

        return new(low, high, counts);
    }
}

/// <summary>How the derivative by a weight came about in a step, and what the step made of it.</summary>
/// <param name="Name">The weight: <c>linear1.weight[0, 3]</c>.</param>
/// <param name="Value">Its value before the step.</param>
/// <param name="Derivative">The derivative of the batch's loss by it.</param>
/// <param name="Terms">The examples of the batch whose part is largest, largest first.</param>
/// <param name="Rest">The sum over the other examples.</param>
/// <param name="Next">Its value after the step; null if there was none yet.</param>
public sealed record WeightStory(
    string Name, double Value, double Derivative, IReadOnlyList<WeightTerm> Terms, double Rest, double? Next);

/// <summary>What one example adds to the derivative by a weight.</summary>
/// <param name="Example">Its number in the batch, from 1.</param>
/// <param name="Input">What it sends into the weight: the local derivative.</param>
/// <param name="Upstream">The derivative of the loss by what comes out of the layer.</param>
public sealed record WeightTerm(int Example, double Input, double Upstream)
{
    /// <summary>The product.</summary>
    public double Product => Input * Upstream;
}
