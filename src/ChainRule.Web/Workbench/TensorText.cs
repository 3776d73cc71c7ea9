using System.Globalization;

namespace ChainRule.Web.Workbench;

/// <summary>Writes tensors so that they can be typed: <c>[[1, 2], [3, 4]]</c>.</summary>
internal static class TensorText
{
    /// <summary>The text; numbers are exact.</summary>
    // A shape's length is that of its tensor, so it cannot be spread into a collection.
    public static string Of(Tensor tensor) =>
        Of(tensor.Cast(DType.Float64).ToArray<double>(), tensor.Shape.ToArray());

    /// <summary>A number as it is typed.</summary>
    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Of(ReadOnlySpan<double> elements, ReadOnlySpan<int> shape)
    {
        if (shape.Length == 0) return Of(elements[0]);
        var parts = new string[shape[0]];
        int size = shape[0] == 0 ? 0 : elements.Length / shape[0];
        for (int i = 0; i < parts.Length; i++) parts[i] = Of(elements.Slice(i * size, size), shape[1..]);
        return $"[{string.Join(", ", parts)}]";
    }
}
