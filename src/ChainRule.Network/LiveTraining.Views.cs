using ChainRule.Learning;

namespace ChainRule.Network;

/// <content>What can be seen of a run.</content>
public sealed partial class LiveTraining
{
    // Of so many examples each is told; the others are summed up.
    private const int MostTerms = 5;

    /// <summary>What is to be shown now; the speed is that since the last time.</summary>
    public Snapshot Snapshot()
    {
        double seconds = _clock.Elapsed.TotalSeconds;
        double speed = seconds > 0 ? _timedSteps / seconds : 0;
        _timedSteps = 0;
        _clock.Reset();
        double loss = _curve.Last;
        return new(
            Steps,
            (double)Steps * _batch.Labels.Length / _train.Count,
            double.IsNaN(loss) ? LossOf(_network.Forward(_batch.Inputs)).Item() : loss,
            Accuracy,
            speed,
            [.. _curve.Losses.Select(Shortened)],
            [.. _curve.Accuracies.Select(Shortened)],
            Layers(),
            Confusion(),
            HasPictures,
            HasDiverged);
    }

    /// <summary>What the network answers for each place of a square of the plane.</summary>
    /// <param name="size">The pixels along each side.</param>
    /// <param name="reach">The square goes from minus this to this.</param>
    /// <returns>
    /// [size · size, classes]: the probability of each class, from the upper left row by row; NaN after the run has
    /// diverged.
    /// </returns>
    public float[] Map(int size, double reach)
    {
        var places = new float[size * size * 2];
        for (int i = 0; i < size * size; i++)
        {
            (int row, int column) = Math.DivRem(i, size);
            places[2 * i] = (float)(((2 * (column + 0.5) / size) - 1) * reach);
            places[(2 * i) + 1] = (float)((1 - (2 * (row + 0.5) / size)) * reach);
        }

        return Answers(places);
    }

    /// <summary>The probability of each class for examples.</summary>
    /// <param name="examples">Their numbers, one after the other.</param>
    public float[] Answers(ReadOnlySpan<float> examples)
    {
        Tensor inputs = Tensor.From<float>(examples, [examples.Length / _train.Width, _train.Width]);
        return _forward(inputs).Softmax().ToArray<float>();
    }

    /// <summary>The examples, x, y and class each; empty for pictures.</summary>
    public double[] Points()
    {
        if (HasPictures) return [];
        float[] places = _all.Inputs.ToArray<float>();
        var points = new double[3 * _measured.Count];
        for (int i = 0; i < _measured.Count; i++)
        {
            (points[3 * i], points[(3 * i) + 1]) = (places[2 * i], places[(2 * i) + 1]);
            points[(3 * i) + 2] = _measured.Labels[i];
        }

        return points;
    }

    /// <summary>The weights of a layer as bytes: 128 is 0 or not finite, and the largest is 255 or 1.</summary>
    /// <param name="layer">Which linear layer, from 0.</param>
    /// <returns>[inputs · outputs], row by row.</returns>
    public byte[] Weights(int layer)
    {
        float[] weights = _network.Children.OfType<Linear>().ElementAt(layer).Weight.ToArray<float>();
        IEnumerable<float> finite = weights.Where(float.IsFinite);
        double largest = finite.Select(static weight => Math.Abs((double)weight)).Append(0).Max();
        double scale = largest > 0 ? 127 / largest : 0;
        return Array.ConvertAll(
            weights, weight => float.IsFinite(weight) ? (byte)Math.Round(128 + (weight * scale)) : (byte)128);
    }

    /// <summary>The graph of the last batch's loss, folded by layer, as an SVG picture.</summary>
    /// <param name="isDark">Whether on dark ground.</param>
    /// <param name="language">The language of its title and description.</param>
    /// <param name="unfold">Names of layers that are drawn with their parts.</param>
    public string Draw(bool isDark, Language language, IReadOnlyCollection<string> unfold) => _network.Draw(
        _batch.Inputs,
        output => LossOf(output).Named("loss"),
        unfold,
        new GraphSvgOptions { Dark = isDark, Language = language });

    /// <summary>How the derivative by a weight came about in the last step, and what the step made of it.</summary>
    /// <param name="layer">Which linear layer, from 0.</param>
    /// <param name="input">The row of the weight.</param>
    /// <param name="output">The column of the weight.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such weight.</exception>
    public WeightStory Tell(int layer, int input, int output)
    {
        Linear[] linear = [.. _network.Children.OfType<Linear>()];
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)linear.Length, nameof(layer));
        Linear told = linear[layer];
        (int inputs, int outputs) = (told.Weight.Shape[0], told.Weight.Shape[1]);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)input, (uint)inputs, nameof(input));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)output, (uint)outputs, nameof(output));

        Tensor[] now = [.. _network.Parameters.Select(static parameter => parameter.Detach())];
        (Tensor into, Tensor weight, Tensor[] gradients) story;
        try
        {
            story = BeforeTheStep(told);
        }
        finally
        {
            for (int i = 0; i < now.Length; i++) _network.Parameters[i].Assign(now[i]);
        }

        (Tensor into, Tensor weight, Tensor[] gradients) = story;

        (float[] sent, float[] upstream) = (into.ToArray<float>(), gradients[1].ToArray<float>());
        WeightTerm[] terms =
        [
            .. Enumerable.Range(0, _batch.Labels.Length)
                .Select(i => new WeightTerm(i + 1, sent[(i * inputs) + input], upstream[(i * outputs) + output]))
                .OrderByDescending(static term => Math.Abs(term.Product)),
        ];
        int place = (input * outputs) + output;
        return new(
            $"{told.Weight.Name}[{input}, {output}]",
            weight.ToArray<float>()[place],
            gradients[0].ToArray<float>()[place],
            [.. terms.Take(MostTerms)],
            terms.Skip(MostTerms).Sum(static term => term.Product),
            Steps == 0 ? null : told.Weight.ToArray<float>()[place]);
    }

    // With the parameters that the last step started from: what goes into a layer, its weights, and the derivatives by
    // them and by what comes out of the layer.
    private (Tensor Into, Tensor Weight, Tensor[] Gradients) BeforeTheStep(Linear told)
    {
        for (int i = 0; i < _before.Length; i++) _network.Parameters[i].Assign(_before[i]);
        Tensor x = _batch.Inputs, into = x, outOf = x;
        foreach (Layer child in _network.Children)
        {
            if (child == told) into = x;
            x = child.Forward(x);
            if (child == told) outOf = x;
        }

        Tensor weight = told.Weight.Detach();
        Tensor[] gradients = Gradient.Of(LossOf(x), [told.Weight, outOf]);
        Tensor.Compute([into, .. gradients]);
        return (into, weight, gradients);
    }

    private Tensor LossOf(Tensor output) => Loss.SoftmaxCrossEntropy(output, _batch.Labels);

    private LayerSnapshot[] Layers()
    {
        Linear[] linear = [.. _network.Children.OfType<Linear>()];
        var behind = new Tensor[linear.Length];
        Tensor x = _batch.Inputs;
        int number = -1;
        foreach (Layer child in _network.Children)
        {
            x = child.Forward(x);
            if (child is Linear) number++;
            behind[number] = x;
        }

        Tensor[] gradients = Gradient.Of(LossOf(x), [.. linear.Select(static layer => layer.Weight)]);
        Tensor.Compute([.. behind, .. gradients]);
        return
        [
            .. linear.Select((layer, i) => new LayerSnapshot(
                layer.Name,
                layer.Weight.Shape[0],
                layer.Weight.Shape[1],
                Histogram.Of(behind[i].ToArray<float>()),
                Histogram.Of(gradients[i].ToArray<float>()))),
        ];
    }

    private int[][] Confusion()
    {
        int[] answers = Classified();
        ReadOnlySpan<int> labels = _measured.Labels;
        int classes = _train.Classes;
        int[][] counts = [.. Enumerable.Range(0, classes).Select(_ => new int[classes])];
        for (int i = 0; i < answers.Length; i++) counts[labels[i]][answers[i]]++;
        return counts;
    }

    // More digits than can be drawn would only be read and thrown away.
    private static double Shortened(double value) => Math.Round(value, 4);
}
