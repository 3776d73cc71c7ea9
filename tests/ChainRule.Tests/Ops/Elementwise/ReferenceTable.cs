using System.Globalization;
using System.Runtime.CompilerServices;

namespace ChainRule.Tests.Ops.Elementwise;

/// <summary>The tables of <c>Ops/Reference</c>.</summary>
internal static class ReferenceTable
{
    private static readonly Lazy<ILookup<string, ReferenceRow>> Doubles = new(static () => Read("elementwise.csv"));
    private static readonly Lazy<ILookup<string, ReferenceRow>> Floats = new(static () => Read("elementwise32.csv"));

    /// <summary>The rows of each op for float64 or float32.</summary>
    public static ILookup<string, ReferenceRow> Of(DType dtype) =>
        dtype == DType.Float64 ? Doubles.Value : Floats.Value;

    /// <summary>A file of the reference folder.</summary>
    public static string FilePath(string name, [CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(source)!, "..", "Reference", name);

    private static ILookup<string, ReferenceRow> Read(string file) => File.ReadLines(FilePath(file))
        .Where(static line => !line.StartsWith('#'))
        .Skip(1)
        .Select(static line => Row(line.Split(',')))
        .ToLookup(static row => row.Op);

    private static ReferenceRow Row(string[] cells)
    {
        double[] inputs = [.. cells[1..4].Where(static cell => cell.Length > 0).Select(Number)];
        double?[] derivatives = [.. cells[5..].Select(static cell => cell.Length > 0 ? Number(cell) : (double?)null)];
        return derivatives.Length == 0
            ? new(cells[0], inputs, Number(cells[4]), [], null)
            : new(cells[0], inputs, Number(cells[4]), derivatives[..inputs.Length], derivatives[3]);
    }

    private static double Number(string cell) => cell switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" => double.NaN,
        _ => double.Parse(cell, CultureInfo.InvariantCulture),
    };
}
