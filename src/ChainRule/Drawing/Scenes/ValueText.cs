using System.Globalization;
using ChainRule.Graphs;

namespace ChainRule.Drawing.Scenes;

/// <summary>How values are written in pictures: short, for the eye.</summary>
internal static class ValueText
{
    private const int Digits = 6;

    /// <summary>A scalar's number, or a shape as the textbook writes it: <c>(3, 4)</c>, <c>(3,)</c>.</summary>
    public static string? Of(Node node)
    {
        if (!node.Shape.IsScalar) return OfShape(node.Shape);
        return node.Value is null ? null : node.DType switch
        {
            DType.Bool => node.Value[0] != 0 ? "true" : "false",
            DType.Int64 => node.Value.Span<long>()[0].ToString(CultureInfo.InvariantCulture),
            _ => OfNumber(node.Value[0]),
        };
    }

    /// <summary>
    /// A number rounded to six digits, whole numbers of up to nine digits exactly: 110.00000000000001 is 110.
    /// </summary>
    public static string OfNumber(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "-∞";
        if (value == 0) return "0";
        double size = Math.Abs(value);
        if (size < 1e9 && value == Math.Round(value)) return value.ToString("0", CultureInfo.InvariantCulture);
        // Rounding first: 999999.9 needs no exponent less than 1000000 does.
        string rounded = value.ToString($"E{Digits - 1}", CultureInfo.InvariantCulture);
        double shown = double.Parse(rounded, CultureInfo.InvariantCulture);
        return size is >= 1e-4 and < 1e9
            ? shown.ToString("0.##########", CultureInfo.InvariantCulture)
            : shown.ToString("0.#####e0", CultureInfo.InvariantCulture);
    }

    private static string OfShape(Shape shape)
    {
        string sizes = string.Join(", ", shape.Select(static size => size.ToString(CultureInfo.InvariantCulture)));
        return shape.Rank == 1 ? $"({sizes},)" : $"({sizes})";
    }
}
