using System.Text;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>Writes tensors like NumPy prints arrays: aligned columns, long axes shortened to their ends.</summary>
internal static class TensorText
{
    // NumPy's own limits: up to this many elements everything is written, beyond it only the ends of each axis.
    private const int Threshold = 1000, Edge = 3;

    public static string Write(Shape shape, Storage elements)
    {
        if (shape.IsScalar) return NumberText.Exact(elements, 0);
        if (shape.Length == 0) return shape.Rank == 1 ? "[]" : $"[] (shape {shape})";
        bool shorten = shape.Length > Threshold;
        var shown = new List<int>();
        Collect(shape, 0, 0, shorten, shown);
        var numbers = NumberText.For(elements, shown);
        int width = shown.Max(index => numbers[index].Length);
        var text = new StringBuilder();
        Write(text, shape, 0, 0, shorten, index => numbers[index].PadLeft(width));
        return text.ToString();
    }

    private static void Write(
        StringBuilder text, Shape shape, int axis, int start, bool shorten, Func<int, string> element)
    {
        if (axis == shape.Rank)
        {
            text.Append(element(start));
            return;
        }

        int stride = Stride(shape, axis);
        string separator = axis == shape.Rank - 1
            ? " "
            : string.Concat(Enumerable.Repeat('\n', shape.Rank - 1 - axis)) + new string(' ', axis + 1);
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
}
