namespace ChainRule.Network;

/// <summary>A curve of any number of steps in a bounded number of points.</summary>
internal sealed class LossCurve
{
    private const int MostPoints = 240;

    private readonly List<double> _losses = [], _accuracies = [];
    private double _sum;
    private int _count, _width = 1;

    /// <summary>The mean losses of equally many steps each.</summary>
    public IReadOnlyList<double> Losses => _losses;

    /// <summary>The accuracies at the ends of those steps.</summary>
    public IReadOnlyList<double> Accuracies => _accuracies;

    /// <summary>The mean of the last steps; NaN before there are any.</summary>
    public double Last => _count > 0 ? _sum / _count : _losses.Count > 0 ? _losses[^1] : double.NaN;

    /// <summary>Adds a step.</summary>
    public void Add(double loss, double accuracy)
    {
        _sum += loss;
        if (++_count < _width) return;
        _losses.Add(_sum / _count);
        _accuracies.Add(accuracy);
        (_sum, _count) = (0, 0);
        if (_losses.Count < MostPoints) return;
        // Each point stands for twice as many steps from now on.
        for (int i = 0; i < MostPoints / 2; i++)
        {
            _losses[i] = (_losses[2 * i] + _losses[(2 * i) + 1]) / 2;
            _accuracies[i] = _accuracies[(2 * i) + 1];
        }

        _losses.RemoveRange(MostPoints / 2, MostPoints / 2);
        _accuracies.RemoveRange(MostPoints / 2, MostPoints / 2);
        _width *= 2;
    }
}
