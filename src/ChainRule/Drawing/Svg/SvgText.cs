using System.Globalization;
using System.Text;

namespace ChainRule.Drawing.Svg;

/// <summary>Writes elements and attributes, with all that text may contain.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();

    /// <summary>Begins an element that contains others.</summary>
    public void Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _text.Append(">\n");
    }

    /// <summary>Ends an element.</summary>
    public void Close(string name) => _text.Append("</").Append(name).Append(">\n");

    /// <summary>Writes an element without anything in it.</summary>
    public void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _text.Append("/>\n");
    }

    /// <summary>Writes an element with text in it.</summary>
    public void Words(string name, string words, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _text.Append('>');
        Escape(words);
        Close(name);
    }

    /// <summary>A number with two decimals at most.</summary>
    public static string Number(double number)
    {
        double hundredths = Math.Abs(number) * 100, below = Math.Floor(hundredths), rest = hundredths - below;
        // A picture has thousands of numbers. What is close to the middle between two hundredths, and what has no
        // simple form, is left to .NET.
        if (!(hundredths < 1e8) || Math.Abs(rest - 0.5) < 1e-4 || hundredths < 0.5)
            return number.ToString("0.##", CultureInfo.InvariantCulture);
        (int whole, int part) = Math.DivRem((int)below + (rest > 0.5 ? 1 : 0), 100);
        string text = whole.ToString(CultureInfo.InvariantCulture);
        if (part > 0) text += (part % 10 == 0 ? "." : part < 10 ? ".0" : ".") + (part % 10 == 0 ? part / 10 : part);
        return number < 0 ? "-" + text : text;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Start(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach ((string attribute, string value) in attributes)
        {
            _text.Append(' ').Append(attribute).Append("=\"");
            Escape(value);
            _text.Append('"');
        }
    }

    private static bool IsPlain(char c) =>
        c is >= ' ' and < '\uD800' and not ('&' or '<' or '>' or '"' or '\x7F');

    // What XML does not allow at all becomes a space.
    private void Escape(string text)
    {
        int plain = 0;
        while (plain < text.Length && IsPlain(text[plain])) plain++;
        if (plain == text.Length)
        {
            _text.Append(text);
            return;
        }

        foreach (Rune rune in text.EnumerateRunes())
        {
            _text.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                < 0x20 or 0x7F or 0xFFFE or 0xFFFF => " ",
                _ => rune.ToString(),
            });
        }
    }
}
