using System.Globalization;
using System.Text;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>Writes tensors like NumPy prints arrays: aligned columns, long axes shortened to their ends.</summary>
internal static class TensorText
{
    // NumPy's own limits: up to this many elements everything is written, beyond it only the ends of each axis.
    private const int Threshold = 1000, Edge = 3, Digits = 8;

    public static string Write(Shape shape, Storage elements)
    {
        if (shape.IsScalar) return Element(elements, 0, null);
        if (shape.Length == 0) return $"[] (shape {shape})";
        bool shorten = shape.Length > Threshold;
        var shown = new List<int>();
        Collect(shape, 0, 0, shorten, shown);
        int? decimals = elements.DType.IsFloat ? Decimals(elements, shown) : null;
        int width = shown.Max(index => Element(elements, index, decimals).Length);
        var text = new StringBuilder();
        Write(text, shape, 0, 0, shorten, index => Element(elements, index, decimals).PadLeft(width));
        return text.ToString();
    }

    private static void Write(StringBuilder text, Shape shape, int axis, int start, bool shorten, Func<int, string> element)
    {
        if (axis == shape.Rank)
        {
            text.Append(element(start));
            return;
        }

        int stride = Stride(shape, axis);
        string separator = axis == shape.Rank - 1 ? " " : string.Concat(Enumerable.Repeat('\n', shape.Rank - 1 - axis)) + new string(' ', axis + 1);
        text.Append('[');
        for (int i = 0; i < shape[axis]; i++)
        {
            if (i > 0) text.Append(separator);
            if (Skips(shape[axis], i, shorten))
            {
                text.Append('…');
                i = shape[axis] - Edge - 1;
                continue;
            }

            Write(text, shape, axis + 1, start + (i * stride), shorten, element);
        }

        text.Append(']');
    }

    /// <summary>The positions of the elements that are shown.</summary>
    private static void Collect(Shape shape, int axis, int start, bool shorten, List<int> shown)
    {
        if (axis == shape.Rank)
        {
            shown.Add(start);
            return;
        }

        int stride = Stride(shape, axis);
        for (int i = 0; i < shape[axis]; i++)
        {
            if (Skips(shape[axis], i, shorten)) i = shape[axis] - Edge;
            Collect(shape, axis + 1, start + (i * stride), shorten, shown);
        }
    }

    private static bool Skips(int size, int i, bool shorten) => shorten && size > 2 * Edge && i == Edge;

    private static int Stride(Shape shape, int axis)
    {
        int stride = 1;
        foreach (int size in shape.Sizes[(axis + 1)..]) stride *= size;
        return stride;
    }

    /// <summary>How many decimals show the elements to eight digits; null where only exponents can.</summary>
    private static int? Decimals(Storage elements, List<int> shown)
    {
        double largest = 0, smallest = double.PositiveInfinity;
        int decimals = 0;
        foreach (int index in shown)
        {
            double value = Math.Abs(elements[index]);
            if (!double.IsFinite(value) || value == 0) continue;
            (largest, smallest) = (Math.Max(largest, value), Math.Min(smallest, value));
            decimals = Math.Max(decimals, DecimalsOf(elements, index));
        }

        return largest >= 1e8 || smallest < 1e-4 && decimals > Digits || largest / smallest > 1e8 ? null : Math.Min(decimals, Digits);
    }

    private static int DecimalsOf(Storage elements, int index)
    {
        string text = Exact(elements, index);
        if (text.Contains('E')) return Digits + 1;
        int point = text.IndexOf('.');
        return point < 0 ? 0 : text.Length - point - 1;
    }

    private static string Element(Storage elements, int index, int? decimals)
    {
        if (elements.DType == DType.Bool) return elements[index] != 0 ? "true" : "false";
        if (elements.DType.IsInteger) return elements.DType == DType.Int32
            ? elements.Span<int>()[index].ToString(CultureInfo.InvariantCulture)
            : elements.Span<long>()[index].ToString(CultureInfo.InvariantCulture);
        double value = elements[index];
        if (!double.IsFinite(value)) return double.IsNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
        if (decimals is not { } fixedDecimals) return Exact(elements, index);
        return value.ToString($"F{fixedDecimals}", CultureInfo.InvariantCulture);
    }

    private static string Exact(Storage elements, int index) => elements.DType == DType.Float32
        ? elements.Span<float>()[index].ToString(CultureInfo.InvariantCulture)
        : elements.Span<double>()[index].ToString(CultureInfo.InvariantCulture);
}
