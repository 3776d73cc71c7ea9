using System.Text;
using ChainRule.Drawing.Text;

namespace ChainRule;

/// <summary>An expression cannot be understood or computed. Says where and what was expected.</summary>
public sealed class ExpressionException : Exception
{
    // Of a long line, what stands around the place.
    private const int Around = 60;

    internal ExpressionException(string message, string text, Explaining.TextPlace place, Exception? inner = null)
        : base(message, inner)
    {
        (Text, Start, Length) = (text, Math.Min(place.Start, text.Length), place.Length);
        int before = Start == 0 ? -1 : text.LastIndexOf('\n', Start - 1);
        Line = 1 + text.AsSpan(0, Start).Count('\n');
        Column = Start - before;
    }

    /// <summary>The whole expression.</summary>
    public string Text { get; }

    /// <summary>
    /// The first character that is wrong, from 0; the length of the text if something is missing at its end.
    /// </summary>
    public int Start { get; }

    /// <summary>How many characters are wrong; 0 if something is missing.</summary>
    public int Length { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The character in the line, from 1.</summary>
    public int Column { get; }

    /// <summary>
    /// The line with carets under what is wrong, for fonts whose characters are all one or two columns wide. Two lines;
    /// long ones are cut.
    /// </summary>
    public string Snippet
    {
        get
        {
            int first = Start - (Column - 1), end = Text.IndexOf('\n', Start);
            string line = Text[first..(end < 0 ? Text.Length : end)].TrimEnd('\r');
            int from = Math.Max(0, Column - 1 - Around), to = Math.Min(line.Length, Column - 1 + Around);
            // No half of a character outside the basic plane.
            if (from > 0 && char.IsLowSurrogate(line[from])) from++;
            if (to < line.Length && char.IsLowSurrogate(line[to])) to--;
            string shown = Printable((from > 0 ? "…" : "") + line[from..to] + (to < line.Length ? "…" : ""));
            int start = Math.Min(Column - 1 - from + (from > 0 ? 1 : 0), shown.Length);
            int length = Math.Clamp(Length, 1, Math.Max(1, shown.Length - start));
            string marked = start < shown.Length ? shown.Substring(start, Math.Min(length, shown.Length - start)) : " ";
            var carets = new StringBuilder().Append(' ', TextWidth.Of(shown[..start]));
            return $"{shown}\n{carets.Append('^', Math.Max(1, TextWidth.Of(marked)))}";
        }
    }

    private static string Printable(string text) =>
        string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
}
