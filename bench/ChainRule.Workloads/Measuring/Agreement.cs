using System.Globalization;

namespace ChainRule.Workloads;

/// <summary>Ways to compute the same are only compared once they do give the same.</summary>
internal static class Agreement
{
    /// <summary>Other orders of addition change the last digits only.</summary>
    public const double Rounding = 1e-9;

    /// <summary>Throws unless each number is as expected, relative to the largest of them.</summary>
    public static void Check(
        string name, IEnumerable<double> expected, IReadOnlyList<double> actual, double tolerance = Rounding)
    {
        double[] numbers = [.. expected];
        double scale = numbers.Max(Math.Abs);
        bool agrees = numbers.Length == actual.Count
            && numbers.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance * scale);
        if (agrees) return;
        string text = string.Join(", ", numbers.Zip(actual).Take(5).Select(
            static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.First:G17} and {pair.Second:G17}")));
        throw new InvalidOperationException($"{name}: results differ by more than {tolerance}: {text} …");
    }
}
