namespace ChainRule.Cli;

/// <summary>Writes mathematical signs with ASCII characters.</summary>
internal static class Spelling
{
    /// <summary>The text with every sign that this program writes replaced.</summary>
    public static string Ascii(string text) => text
        .Replace('Δ', 'd').Replace('–', '-').Replace('·', '*').Replace('µ', 'u')
        .Replace("²", "^2", StringComparison.Ordinal).Replace("≤", "<=", StringComparison.Ordinal);
}
