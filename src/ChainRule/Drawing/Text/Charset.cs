using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Text;

/// <summary>The characters a picture is made of.</summary>
internal sealed class Charset
{
    private readonly string _lines;
    private readonly bool _ascii;

    private Charset(string lines, string right, string left, string box, bool ascii) =>
        (_lines, Right, Left, Box, _ascii) = (lines, right, left, box, ascii);

    /// <summary>Box-drawing characters.</summary>
    public static Charset Unicode { get; } = new(" ╵╷│─╯╮┤─╰╭├─┴┬┼", "▶", "◀", "┌─┐│└┘├┤", ascii: false);

    /// <summary>ASCII only.</summary>
    public static Charset Ascii { get; } = new(" |||-+++-+++-+++", ">", "<", "+-+|++||", ascii: true);

    /// <summary>The head of a forward arrow.</summary>
    public string Right { get; }

    /// <summary>The head of a backward arrow.</summary>
    public string Left { get; }

    /// <summary>
    /// Of a box: upper corners with the line between, side, lower corners, and the sides where a line
    /// leaves to the right and to the left.
    /// </summary>
    public string Box { get; }

    /// <summary>What begins a derivative in a listing.</summary>
    public string Partial => _ascii ? "d" : "∂";

    /// <summary>The line character that reaches in the given directions.</summary>
    public string Line(Directions directions) => _lines[(int)directions].ToString();

    /// <summary>A value or label in these characters.</summary>
    public string Text(string text) => _ascii ? text.Replace("∞", "inf", StringComparison.Ordinal) : text;

    /// <summary>What stands in the box of an operation.</summary>
    public string Symbol(SceneNode node)
    {
        string symbol = node.Symbol;
        if (!_ascii || symbol.All(char.IsAscii)) return symbol;
        return symbol switch
        {
            "×" => "*",
            "−" => "-",
            "÷" => "/",
            "x²" => "x^2",
            "xʸ" => "x^y",
            "≤" => "<=",
            "≥" => ">=",
            "≠" => "!=",
            _ => node.OpName,
        };
    }
}
