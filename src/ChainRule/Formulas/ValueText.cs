using System.Globalization;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Formulas;

/// <summary>How values are written in pictures: short, for the eye.</summary>
internal static class ValueText
{
    private const int Digits = 6;

    /// <summary>A scalar's number, or a shape as the textbook writes it: <c>(3, 4)</c>, <c>(3,)</c>.</summary>
    /// <returns>Null for a scalar without a value.</returns>
    public static string? Of(Node node) => Of(node, node.Shape, 0);

    /// <summary>The same.</summary>
    /// <param name="node">The node.</param>
    /// <param name="shape">The shape it is shown with, of as many elements.</param>
    /// <param name="mostElements">Vectors of up to so many numbers are written out, if there is a value.</param>
    public static string? Of(Node node, Shape shape, int mostElements)
    {
        if (!IsShown(shape, mostElements)) return OfShape(shape);
        if (node.Op is Constant constant) return OfNumber(constant.Value);
        if (node.Value is not { } value) return shape.IsScalar ? null : OfShape(shape);
        return shape.IsScalar
            ? OfElement(value, 0)
            : $"[{string.Join(", ", Enumerable.Range(0, shape[0]).Select(i => OfElement(value, i)))}]";
    }

    /// <summary>Whether the elements of a value of a shape are written out.</summary>
    public static bool IsShown(Shape shape, int mostElements) =>
        shape.IsScalar || (shape.Rank == 1 && shape.Length <= mostElements);

    /// <summary>A shape as the textbook writes it.</summary>
    public static string OfShape(Shape shape)
    {
        string sizes = string.Join(", ", shape.Select(static size => size.ToString(CultureInfo.InvariantCulture)));
        return shape.Rank == 1 ? $"({sizes},)" : $"({sizes})";
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

    private static string OfElement(Storage value, int index) => value.DType switch
    {
        DType.Bool => value[index] != 0 ? "true" : "false",
        DType.Int64 => value.Elements<long>()[index].ToString(CultureInfo.InvariantCulture),
        _ => OfNumber(value[index]),
    };
}
