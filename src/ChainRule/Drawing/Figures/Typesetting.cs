using System.Text;
using ChainRule.Drawing.Scenes;
using ChainRule.Formulas;

namespace ChainRule.Drawing.Figures;

/// <summary>Puts formulas together that are written in <see cref="StackedNotation"/>.</summary>
internal sealed class Typesetting
{
    private readonly string _text;
    private int _at;

    private Typesetting(string text) => _text = text;

    /// <summary>The label of a backward arrow; null where there is no such arrow.</summary>
    public static TypeBox? DerivativeOf(SceneEdge edge) =>
        edge.Stacked is { } stacked ? Of(stacked)
        : edge.Derivative is { } text ? TypeBox.Of(text)
        : null;

    private static TypeBox Of(string stacked) => new Typesetting(stacked).Row();

    // Up to a sign that ends it.
    private TypeBox Row()
    {
        var boxes = new List<TypeBox>();
        var words = new StringBuilder();
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (c is StackedNotation.Bottom or StackedNotation.End or StackedNotation.Uncrossed) break;
            _at++;
            if (c is not (StackedNotation.Top or StackedNotation.Crossed))
            {
                words.Append(c);
                continue;
            }

            Flush();
            if (c == StackedNotation.Top)
            {
                TypeBox top = Row();
                _at++;
                boxes.Add(TypeBox.Fraction(top, Row()));
            }
            else
            {
                boxes.Add(Row().Crossed());
            }

            _at++;
        }

        Flush();
        return TypeBox.Row(boxes);

        void Flush()
        {
            if (words.Length > 0) boxes.Add(TypeBox.Of(words.ToString()));
            words.Clear();
        }
    }
}
