using System.Text.Json;

namespace ChainRule.Tests.Ops.Structural;

/// <summary>An array of a case, its elements as doubles.</summary>
internal sealed record CaseArray(DType DType, Shape Shape, double[] Elements)
{
    public static CaseArray Read(JsonElement json) => new(
        Enum.Parse<DType>(json.GetProperty("dtype").GetString()!, ignoreCase: true),
        Shape.Create([.. json.GetProperty("shape").EnumerateArray().Select(static size => size.GetInt32())]),
        [.. json.GetProperty("data").EnumerateArray().Select(Number)]);

    /// <summary>The elements times a factor as a tensor of another dtype; bools are the signs.</summary>
    public Tensor As(DType dtype, double factor = 1)
    {
        Tensor doubles = Tensor.From<double>(Elements, Shape);
        return (dtype == DType.Bool ? doubles > 0 : (doubles * factor).Cast(dtype)).Detach();
    }

    /// <summary>A number of the file.</summary>
    public static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => element.GetString() switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            { } other => throw new FormatException($"{other} is no number of the reference cases."),
            null => throw new FormatException("An element is null."),
        },
    };
}
