using System.Globalization;

namespace ChainRule.Formulas;

/// <summary>A name and its index: x₁, x1 and x_1 are x with the index 1.</summary>
internal static class NameParts
{
    private const string Low = "₀₁₂₃₄₅₆₇₈₉";

    /// <summary>The part in front, and the index; empty if there is none.</summary>
    public static (string Stem, string Index) Of(string name)
    {
        int line = name.LastIndexOf('_');
        if (line > 0 && line < name.Length - 1) return (name[..line], name[(line + 1)..]);
        int end = name.Length;
        while (end > 1 && IsDigit(name[end - 1])) end--;
        string index = string.Concat(name[end..].Select(static c =>
            Low.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : c));
        return (name[..end], index);
    }

    /// <summary>Whether it is one letter, which is written in italics and may stand close to others.</summary>
    public static bool IsLetter(string stem) => new StringInfo(stem).LengthInTextElements == 1;

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || Low.Contains(c, StringComparison.Ordinal);
}
