using System.Text.Json;

namespace ChainRule.Tests.Ops.Structural;

/// <summary>What a structural op gives for some inputs, computed by NumPy.</summary>
/// <param name="Op">The op's name in the file.</param>
/// <param name="Arguments">Its arguments in the file's words.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Output">Its result.</param>
internal sealed record StructuralCase(string Op, JsonElement Arguments, CaseArray[] Inputs, CaseArray Output)
{
    /// <summary>All cases of the file.</summary>
    public static IReadOnlyList<StructuralCase> All { get; } = Read();

    /// <summary>The numbers of an argument.</summary>
    public int[] Integers(string name) =>
        [.. Arguments.GetProperty(name).EnumerateArray().Select(static number => number.GetInt32())];

    /// <summary>The op, its arguments and shapes, as failures name them.</summary>
    public override string ToString() =>
        $"{Op} {Arguments} of {string.Join(", ", Inputs.Select(static input => $"{input.DType.Name}{input.Shape}"))}";

    private static List<StructuralCase> Read()
    {
        using FileStream file = File.OpenRead(Elementwise.ReferenceTable.FilePath("structural.json"));
        using var document = JsonDocument.Parse(file);
        return
        [
            .. document.RootElement.EnumerateArray().Select(static entry => new StructuralCase(
                entry.GetProperty("op").GetString()!,
                entry.GetProperty("args").Clone(),
                [.. entry.GetProperty("inputs").EnumerateArray().Select(CaseArray.Read)],
                CaseArray.Read(entry.GetProperty("output")))),
        ];
    }
}
