using System.Text.RegularExpressions;

namespace ChainRule.Tests.Architecture;

/// <summary>The table of docs/architecture.md that says which folder may use which.</summary>
internal static partial class FolderTable
{
    /// <summary>
    /// For each folder those that it may use; rows of subfolders (<c>Ops/Algebra/</c>) count for the folder.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]> Read(string page) => Row().Matches(page)
        .GroupBy(static row => row.Groups["folder"].Value)
        .ToDictionary(
            static rows => rows.Key,
            static rows => rows
                .SelectMany(static row => Name().Matches(row.Groups["uses"].Value))
                .Select(static name => name.Value)
                .Distinct()
                .ToArray());

    [GeneratedRegex(@"^\| `(?<folder>\w+)/[\w/]*` \|.*\| (?<uses>[\w, ]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    // "nothing" is in lower case and so no folder.
    [GeneratedRegex(@"[A-Z]\w+")]
    private static partial Regex Name();
}
