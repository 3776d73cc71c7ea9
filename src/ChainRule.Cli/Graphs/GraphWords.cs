namespace ChainRule.Cli;

/// <summary>What a graph comes to, in words.</summary>
internal static class GraphWords
{
    /// <summary>The value and its derivatives: <c>z = 49; derivatives: 14 by x, 14 by y.</c></summary>
    /// <param name="name">The name of the value; null for a nameless result.</param>
    /// <param name="value">The value.</param>
    /// <param name="derivatives">The derivatives, by the names of variables.</param>
    /// <param name="language">The language.</param>
    public static string Summary(
        string? name, string value, IReadOnlyList<(string By, string Number)> derivatives, Language language)
    {
        (string nameless, string begin, string comma, string end) = language switch
        {
            Language.Chinese => ("结果", "；导数：", "，", "。"),
            Language.Japanese => ("結果", "；微分：", "、", "。"),
            _ => ("The result", "; derivatives: ", ", ", "."),
        };
        IEnumerable<string> list = derivatives.Select(one => Derivative(one.By, one.Number, language));
        string told = derivatives.Count == 0 ? "" : begin + string.Join(comma, list);
        return $"{name ?? nameless} = {value}{told}{end}";
    }

    private static string Derivative(string by, string number, Language language) => language switch
    {
        Language.Chinese => $"对 {by} 为 {number}",
        Language.Japanese => $"{by} について {number}",
        _ => $"{number} by {by}",
    };
}
