using System.Globalization;
using System.Text;

namespace ChainRule.Explaining;

/// <summary>Cuts an expression into tokens.</summary>
internal static class Lexer
{
    /// <summary>Longer texts are refused.</summary>
    public const int MaxLength = 10_000;

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The tokens of a text; the last one is its end.</summary>
    /// <exception cref="ExpressionException">
    /// It is too long, or there is a character that means nothing or a number too large.
    /// </exception>
    public static List<Token> Run(string text)
    {
        if (text.Length > MaxLength)
            throw new ExpressionException(
                $"The expression has more than {MaxLength} characters, the most there may be.",
                text,
                new(MaxLength, 0));
        var tokens = new List<Token>();
        for (int i = 0; i < text.Length;)
        {
            char c = text[i];
            if (c == '#')
            {
                while (i < text.Length && text[i] != '\n') i++;
                continue;
            }

            if (c is '\n' or ';' or '；') tokens.Add(new(TokenKind.Break, "", new(i++, 1)));
            else if (char.IsWhiteSpace(c)) i++;
            else tokens.Add(Next(text, ref i));
        }

        tokens.Add(new(TokenKind.End, "", new(text.Length, 0)));
        return tokens;
    }

    private static Token Next(string text, ref int i)
    {
        if (char.IsAsciiDigit(text[i]) || (text[i] == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            return Number(text, ref i);
        Rune rune = RuneAt(text, i);
        if (IsNameStart(rune)) return Name(text, ref i);
        if (Superscripts.Contains(text[i])) return Superscript(text, ref i);
        string two = i + 1 < text.Length ? text.Substring(i, 2) : "";
        string? sign = two is "**" or "<=" or ">=" or "==" or "!=" ? two : Plain(text[i]);
        if (sign is null)
        {
            string character = Rune.IsControl(rune) ? $"The character U+{rune.Value:X4}" : $"“{rune}”";
            throw new ExpressionException(
                $"{character} means nothing in an expression.", text, new(i, rune.Utf16SequenceLength));
        }

        var token = new Token(TokenKind.Sign, sign == "**" ? "^" : sign, new(i, sign == two ? 2 : 1));
        i = token.Place.End;
        return token;
    }

    // As people type them, with an English, a Chinese or a Japanese keyboard.
    private static string? Plain(char c) => c switch
    {
        '+' or '＋' => "+",
        '-' or '−' or '－' or '–' => "-",
        '*' or '×' or '·' or '⋅' or '＊' => "*",
        '/' or '÷' or '／' => "/",
        '^' or '＾' => "^",
        '(' or '（' => "(",
        ')' or '）' => ")",
        '[' or '［' => "[",
        ']' or '］' => "]",
        ',' or '，' or '、' => ",",
        '=' or '＝' => "=",
        '<' or '＜' => "<",
        '>' or '＞' => ">",
        '≤' => "<=",
        '≥' => ">=",
        '≠' => "!=",
        '@' => "@",
        _ => null,
    };

    private static Token Number(string text, ref int i)
    {
        int start = i;
        Digits(text, ref i);
        if (i < text.Length && text[i] == '.')
        {
            i++;
            Digits(text, ref i);
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            int exponent = i + 1;
            if (exponent < text.Length && text[exponent] is '+' or '-') exponent++;
            if (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
            {
                i = exponent;
                Digits(text, ref i);
            }
        }

        var place = new TextPlace(start, i - start);
        double value = double.Parse(text.AsSpan(start, place.Length), NumberStyles.Float, CultureInfo.InvariantCulture);
        return new(TokenKind.Number, text.Substring(start, place.Length), place, Finite(value, text, place));
    }

    private static void Digits(string text, ref int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
    }

    private static Token Name(string text, ref int i)
    {
        int start = i;
        while (i < text.Length && IsNamePart(RuneAt(text, i))) i += RuneAt(text, i).Utf16SequenceLength;
        return new(TokenKind.Name, text[start..i], new(start, i - start));
    }

    // x² is x^2.
    private static Token Superscript(string text, ref int i)
    {
        int start = i;
        double value = 0;
        for (; i < text.Length && Superscripts.Contains(text[i]); i++)
            value = (10 * value) + Superscripts.IndexOf(text[i], StringComparison.Ordinal);
        var place = new TextPlace(start, i - start);
        return new(TokenKind.Sign, "^n", place, Finite(value, text, place));
    }

    private static double Finite(double value, string text, TextPlace place) => double.IsFinite(value)
        ? value
        : throw new ExpressionException("The number is too large.", text, place);

    private static bool IsNameStart(Rune rune) => rune.Value == '_' || Rune.IsLetter(rune);

    // Small digits below the line, as in x₁, are part of the name.
    private static bool IsNamePart(Rune rune) => IsNameStart(rune)
        || rune.Value is >= '0' and <= '9' or >= 0x2080 and <= 0x2089 or '\''
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static Rune RuneAt(string text, int i) =>
        Rune.TryGetRuneAt(text, i, out Rune rune) ? rune : Rune.ReplacementChar;
}
