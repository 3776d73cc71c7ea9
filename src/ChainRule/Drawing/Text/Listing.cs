using System.Text;
using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Text;

/// <summary>
/// Writes a scene one node a line, inputs first: name, how it is computed, value, derivative. For graphs
/// that are too large for a picture.
/// </summary>
internal sealed class Listing
{
    private const string Indent = "    ", Gap = "    ";

    private readonly IReadOnlyDictionary<SceneNode, string> _names;
    private readonly Charset _charset;

    private Listing(Scene scene, Charset charset) => (_names, _charset) =
        (ValueNames.Of(scene, SceneWords.Result(scene.Language)), charset);

    /// <summary>The listing as lines of text.</summary>
    /// <param name="scene">What is listed.</param>
    /// <param name="charset">The characters.</param>
    /// <param name="width">How many columns a line may fill; longer ones go on in the next, indented.</param>
    public static string Write(Scene scene, Charset charset, int width)
    {
        var listing = new Listing(scene, charset);
        string result = listing._names[scene.Result.Inputs[0].Source];
        (string Left, string Right)[] lines =
            [.. listing._names.Keys.Select(node => (listing.Definition(node), listing.Derivative(node, result)))];
        int left = lines.Max(static line => TextWidth.Of(line.Left));
        int right = lines.Max(static line => TextWidth.Of(line.Right));
        bool aligned = left + Gap.Length + right <= width;
        var text = new StringBuilder();
        foreach ((string definition, string derivative) in lines)
        {
            int padding = aligned ? left - TextWidth.Of(definition) : 0;
            string line = derivative.Length == 0
                ? definition
                : definition + new string(' ', padding) + Gap + derivative;
            if (TextWidth.Of(line) <= width)
            {
                text.Append(line).Append('\n');
                continue;
            }

            Wrap(text, definition, width);
            if (derivative.Length > 0) Wrap(text, Indent + derivative, width);
        }

        return text.ToString();
    }

    private string Definition(SceneNode node)
    {
        string left = _names[node];
        if (node.Kind == SceneNodeKind.Operation) left += $" = {Formula(node)}";
        else if (node.Name is null && node.Op is not Graphs.Data) left += $" = {_charset.Text(node.Symbol)}";
        return node.Value is null ? left : $"{left} = {_charset.Text(node.Value)}";
    }

    private string Derivative(SceneNode node, string result) => node.Derivative is null
        ? ""
        : $"{_charset.Partial}{result}/{_charset.Partial}{_names[node]} = {_charset.Text(node.Derivative)}";

    private string Formula(SceneNode node)
    {
        string[] operands = [.. node.Inputs.Select(static edge => edge.Source.Trunk)
            .Select(source => source.Kind == SceneNodeKind.Constant
                ? _charset.Text(source.Symbol)
                : _names[source])];
        string symbol = _charset.Symbol(node);
        return operands switch
        {
            [var x] when symbol is "−" or "-" => $"{symbol}{x}",
            // What has letters is a name: max, atan2, xʸ.
            [var x, var y] when !symbol.Any(char.IsLetter) => $"{x} {symbol} {y}",
            _ => $"{node.OpName}({string.Join(", ", operands)})",
        };
    }

    private static void Wrap(StringBuilder text, string line, int width)
    {
        line = line.TrimEnd();
        int start = 0;
        string indent = "";
        while (Cut(line, start, width - indent.Length) is var end && end < line.Length)
        {
            text.Append(indent).Append(line.AsSpan(start, end - start).TrimEnd()).Append('\n');
            indent = Indent;
            start = end;
            while (start < line.Length && char.IsWhiteSpace(line[start])) start++;
        }

        text.Append(indent).Append(line.AsSpan(start)).Append('\n');
    }

    /// <summary>
    /// Where a line from a position on must end: at the last space that fits, else after the last character that does.
    /// </summary>
    private static int Cut(string line, int start, int width)
    {
        int end = start, space = -1, columns = 0;
        bool written = false;
        foreach (Rune rune in line.AsSpan(start).EnumerateRunes())
        {
            columns += TextWidth.Of(rune);
            if (columns > width && end > start) return space > 0 ? space : end;
            if (rune.Value == ' ' && written) space = end;
            written |= rune.Value != ' ';
            end += rune.Utf16SequenceLength;
        }

        return end;
    }
}
