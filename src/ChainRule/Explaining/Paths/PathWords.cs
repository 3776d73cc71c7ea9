using System.Globalization;

namespace ChainRule.Explaining;

/// <summary>Sums over paths in words.</summary>
internal static class PathWords
{
    /// <summary>Where paths lead.</summary>
    /// <param name="variable">Where they begin.</param>
    /// <param name="result">Where they end; null for a nameless result.</param>
    /// <param name="language">The language.</param>
    public static string FromTo(string variable, string? result, Language language) => language switch
    {
        Language.Chinese => $"从 {variable} 到{(result is null ? "结果" : $" {result}")}",
        Language.Japanese => $"{variable} から{(result is null ? "結果" : $" {result} ")}まで",
        _ => $"From {variable} to {result ?? "the result"}",
    };

    /// <summary>How many there are, and their sum.</summary>
    public static string Of(GraphPaths paths, Language language)
    {
        string count = Number(paths.Count), total = Number(paths.Total);
        bool isListed = paths.Count <= GraphPaths.MostListed;
        return (isListed, language) switch
        {
            (true, Language.Chinese) => $"{count} 条路径之和：{total}。",
            (true, Language.Japanese) => $"{count} 本の経路の和：{total}。",
            (true, _) => $"The sum over {count} {(paths.Count == 1 ? "path" : "paths")}: {total}.",
            (false, Language.Chinese) => $"{count} 条路径太多，不一一列出；它们的和：{total}。",
            (false, Language.Japanese) => $"{count} 本の経路は多すぎるので列挙しません。その和：{total}。",
            _ => $"{count} paths are too many to list; their sum: {total}.",
        };
    }

    private static string Number(double number) => number.ToString("G12", CultureInfo.InvariantCulture);
}
