using ChainRule.Network;

namespace ChainRule.Web.Network.Races;

/// <summary>Where losses are in their picture: equal factors are equally far apart.</summary>
/// <param name="highest">The exponent of ten at the upper end.</param>
/// <param name="lowest">The exponent of ten at the lower end; what is less is shown there.</param>
public sealed class LossScale(int highest, int lowest)
{
    private const int MostDecades = 8;

    /// <summary>The one for a race.</summary>
    public static LossScale For(IEnumerable<RacePath> paths)
    {
        var starts = paths.Where(static path => path.Losses.Count > 0).ToArray();
        double first = starts.Length == 0 ? 1 : Math.Max(starts[0].Losses[0], 1e-6);
        double last = starts.Length == 0 ? 1 : starts.Min(static path => path.Losses.Min());
        int highest = (int)Math.Floor(Math.Log10(first)) + 1;
        int lowest = last > 0 ? (int)Math.Floor(Math.Log10(last)) : highest - MostDecades;
        return new(highest, Math.Clamp(lowest, highest - MostDecades, highest - 2));
    }

    /// <summary>The powers of ten at which there are lines: every second one.</summary>
    public IEnumerable<int> Exponents =>
        Enumerable.Range(lowest, highest - lowest + 1).Where(exponent => (highest - exponent) % 2 == 0);

    /// <summary>How far below the upper end a loss is.</summary>
    public double Of(double loss) => loss > 0 ? OfExponent(Math.Log10(loss)) : RaceLine.ChartHeight;

    /// <summary>How far below the upper end a power of ten is.</summary>
    public double OfExponent(double exponent) =>
        RaceLine.ChartHeight * (1 - Math.Clamp((exponent - lowest) / (highest - lowest), 0, 1));
}
