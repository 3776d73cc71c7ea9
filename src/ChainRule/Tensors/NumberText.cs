using System.Globalization;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>Writes the elements of one tensor alike: all with as many decimals, or all with an exponent.</summary>
internal sealed class NumberText
{
    // NumPy's own limits: eight decimals, and an exponent from 10⁸ on and below 10⁻⁴.
    private const int MaxDecimals = 8;
    private const double Large = 1e8, Small = 1e-4;

    private readonly Storage _elements;
    private readonly string _format;

    private NumberText(Storage elements, string format) => (_elements, _format) = (elements, format);

    /// <summary>
    /// The way in which the elements at the given positions are shown to eight decimals, fewer if none needs them.
    /// </summary>
    public static NumberText For(Storage elements, IReadOnlyList<int> shown)
    {
        bool exponents = false;
        int decimals = 0, digits = 0;
        foreach (int index in elements.DType.IsFloat ? shown : [])
        {
            double value = Math.Abs(Shortest(elements, index));
            if (!double.IsFinite(value) || value == 0) continue;
            exponents |= value is >= Large or < Small;
            (int own, int significant) = Needs(value);
            (decimals, digits) = (Math.Max(decimals, own), Math.Max(digits, significant - 1));
        }

        return new(
            elements,
            exponents
                ? $"0.{new string('0', Math.Min(digits, MaxDecimals))}e+00"
                : $"F{Math.Min(decimals, MaxDecimals)}");
    }

    /// <summary>An element with as many digits as tell it from its neighbours.</summary>
    public static string Exact(Storage elements, int index) => elements.DType switch
    {
        DType.Bool => elements.Span<bool>()[index] ? "true" : "false",
        DType.Int32 => elements.Span<int>()[index].ToString(CultureInfo.InvariantCulture),
        DType.Int64 => elements.Span<long>()[index].ToString(CultureInfo.InvariantCulture),
        _ => Special(elements[index])
            ?? Shortest(elements, index).ToString(CultureInfo.InvariantCulture).Replace('E', 'e'),
    };

    /// <summary>The text of an element.</summary>
    public string this[int index] => _elements.DType.IsFloat
        ? Special(_elements[index])
            ?? WithoutZeros(Shortest(_elements, index).ToString(_format, CultureInfo.InvariantCulture))
        : Exact(_elements, index);

    /// <summary>
    /// Spaces for the zeros at the end, as NumPy has it: the points stay aligned and no digit
    /// is shown that nobody computed.
    /// </summary>
    private string WithoutZeros(string text)
    {
        if (_format is not ['F', not '0', ..]) return text;
        string trimmed = text.TrimEnd('0');
        return (trimmed.EndsWith('.') ? trimmed + "0" : trimmed).PadRight(text.Length);
    }

    /// <summary>
    /// How many decimals a number has in its shortest form, and how many digits from the
    /// first that is not 0 to the last.
    /// </summary>
    private static (int Decimals, int Digits) Needs(double value)
    {
        string[] parts = value.ToString(CultureInfo.InvariantCulture).Split('E');
        int exponent = parts.Length == 1 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture);
        int point = parts[0].IndexOf('.'), fraction = point < 0 ? 0 : parts[0].Length - point - 1;
        return (Math.Max(0, fraction - exponent), parts[0].Replace(".", "", StringComparison.Ordinal).Trim('0').Length);
    }

    private static string? Special(double value) =>
        double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "∞"
        : double.IsNegativeInfinity(value) ? "-∞"
        : null;

    /// <summary>The float32 0.1 as the double 0.1, not as 0.100000001490116.</summary>
    private static double Shortest(Storage elements, int index) => elements.DType == DType.Float32
        ? double.Parse(
            elements.Span<float>()[index].ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : elements[index];
}
