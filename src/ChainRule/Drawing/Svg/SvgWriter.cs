using ChainRule.Drawing.Figures;
using ChainRule.Drawing.Scenes;
using static ChainRule.Drawing.Svg.SvgText;

namespace ChainRule.Drawing.Svg;

/// <summary>
/// Writes a figure as a picture that needs nothing else: no fonts, no style sheet, no script. Text stays text, and who
/// does not see the picture is told what it shows.
/// </summary>
internal sealed class SvgWriter
{
    // Those after the first two know Chinese and Japanese, on Linux, macOS and Windows. The two write some characters
    // differently, so that the reader's own come first.
    private const string Chinese = "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei'",
        Japanese = "'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic'";

    private readonly SvgText _svg = new();
    private readonly Palette _colours;
    private readonly bool _hasSteps;
    private readonly Language _language;

    private SvgWriter(Palette colours, bool hasSteps, Language language) =>
        (_colours, _hasSteps, _language) = (colours, hasSteps, language);

    /// <summary>Writes a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="colours">Its colours.</param>
    /// <param name="hasSteps">Whether its parts say at which steps they are shown.</param>
    public static string Write(Figure figure, Palette colours, bool hasSteps = false)
    {
        var writer = new SvgWriter(colours, hasSteps, figure.Language);
        writer.Write(figure);
        return writer._svg.ToString();
    }

    private string Fonts => _language == Language.Japanese ? $"{Japanese}, {Chinese}" : $"{Chinese}, {Japanese}";

    private void Write(Figure figure)
    {
        (string width, string height) = (Number(figure.Width), Number(figure.Height));
        _svg.Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", width),
            ("height", height),
            ("viewBox", $"0 0 {width} {height}"),
            ("xml:lang", _language switch { Language.Chinese => "zh-CN", Language.Japanese => "ja", _ => "en" }),
            ("role", "graphics-document document"),
            ("font-family", $"Helvetica, Arial, {Fonts}, sans-serif"));
        // The name and the description of the whole picture, without ids, so that pages may hold several.
        _svg.Words("title", figure.Title);
        _svg.Words("desc", figure.Description);
        _svg.Element("rect", ("width", width), ("height", height), ("fill", _colours.Background));
        foreach (Mark mark in figure.Marks)
        {
            if (_hasSteps && mark.Moment is { } moment)
            {
                Open(mark, moment);
                WriteFaded(mark);
                _svg.Close("g");
            }
            else
            {
                WriteFaded(mark);
            }
        }

        _svg.Close("svg");
    }

    // Pale, and dashed, so that it is told in black and white.
    private void WriteFaded(Mark mark)
    {
        if (mark.IsFaded) _svg.Open("g", ("class", "faded"), ("opacity", "0.35"), ("stroke-dasharray", "4 3"));
        Write(mark);
        if (mark.IsFaded) _svg.Close("g");
    }

    private void Write(Mark mark)
    {
        switch (mark)
        {
            case Mark.Arrow arrow: Write(arrow); break;
            case Mark.Frame frame: Write(frame); break;
            case Mark.Node node: Write(node); break;
            case Mark.Branch branch: Write(branch); break;
            case Mark.Rule rule: Write(rule); break;
            case Mark.Text text: Write(text); break;
            default: throw new System.Diagnostics.UnreachableException(mark.GetType().Name);
        }
    }

    private void Open(Mark mark, Moment moment)
    {
        string? unfolds = (mark as Mark.Node)?.Unfolds;
        string part = mark switch
        {
            Mark.Node or Mark.Branch => "node",
            Mark.Arrow { IsBackward: true } or Mark.Text { Style: TextStyle.Derivative } or Mark.Rule => "derivative",
            _ => "value",
        };
        string form = mark is Mark.Arrow ? " arrow" : mark is Mark.Text or Mark.Rule ? " label" : "";
        (string, string)[] attributes =
        [
            ("class", part + form),
            ("data-step", Number(moment.First)),
            ("data-active", string.Join(' ', moment.Active.Select(static step => Number(step)))),
        ];
        _svg.Open("g", unfolds is null ? attributes : [.. attributes, ("data-unfold", unfolds)]);
    }

    private void Write(Mark.Node node)
    {
        _svg.Open(
            "g",
            ("role", "graphics-symbol img"),
            ("aria-roledescription", SceneWords.Node(_language)),
            ("aria-label", node.Description));
        _svg.Words("title", node.Description);
        _svg.Element(
            "rect",
            ("x", Number(node.Centre.X - (node.Width / 2))),
            ("y", Number(node.Centre.Y - (node.Height / 2))),
            ("width", Number(node.Width)),
            ("height", Number(node.Height)),
            ("rx", Number(node.Corner)),
            ("fill", _colours.Node),
            ("stroke", _colours.Forward),
            ("stroke-width", "1.5"));
        _svg.Words(
            "text",
            node.Symbol,
            ("x", Number(node.Centre.X)),
            ("y", Number(node.Centre.Y + (Metrics.SymbolSize * Metrics.Drop))),
            ("font-size", Number(Metrics.SymbolSize)),
            ("text-anchor", "middle"),
            ("fill", _colours.Text));
        _svg.Close("g");
    }

    private void Write(Mark.Frame frame) => _svg.Element(
        "rect",
        ("class", "group"),
        ("x", Number(frame.Place.Left)),
        ("y", Number(frame.Place.Top)),
        ("width", Number(frame.Place.Right - frame.Place.Left)),
        ("height", Number(frame.Place.Bottom - frame.Place.Top)),
        ("rx", Number(frame.Corner)),
        ("fill", "none"),
        ("stroke", _colours.Forward),
        ("stroke-dasharray", "1 3"));

    private void Write(Mark.Branch branch)
    {
        _svg.Open("g", ("role", "graphics-symbol img"), ("aria-label", branch.Description));
        _svg.Words("title", branch.Description);
        _svg.Element(
            "circle",
            ("cx", Number(branch.Centre.X)),
            ("cy", Number(branch.Centre.Y)),
            ("r", "4"),
            ("fill", _colours.Forward));
        _svg.Close("g");
    }

    private void Write(Mark.Arrow arrow)
    {
        ArrowShape shape = ArrowShape.Of(arrow);
        bool isFull = arrow.IsBackward;
        string colour = isFull ? _colours.Backward : _colours.Forward;
        _svg.Element(
            "polyline",
            ("points", Places(shape.Line)),
            ("fill", "none"),
            ("stroke", colour),
            ("stroke-width", Number(shape.Width)),
            ("stroke-linejoin", "round"));
        _svg.Element(
            "polygon",
            ("points", Places(shape.Head)),
            ("fill", isFull ? colour : _colours.Background),
            ("stroke", colour),
            ("stroke-width", isFull ? "0" : Number(shape.Width)),
            ("stroke-linejoin", "round"));
    }

    private void Write(Mark.Text text)
    {
        bool isDerivative = text.Style == TextStyle.Derivative;
        _svg.Words(
            "text",
            text.Words,
            ("x", Number(text.Place.X)),
            ("y", Number(text.Place.Y)),
            ("font-size", Number(Metrics.TextSize)),
            ("text-anchor", text.Align switch { Align.Start => "start", Align.Middle => "middle", _ => "end" }),
            ("font-weight", isDerivative ? "bold" : "normal"),
            ("fill", isDerivative ? _colours.Derivative : _colours.Text));
    }

    private void Write(Mark.Rule rule) => _svg.Element(
        "line",
        ("x1", Number(rule.From.X)),
        ("y1", Number(rule.From.Y)),
        ("x2", Number(rule.To.X)),
        ("y2", Number(rule.To.Y)),
        ("stroke", rule.Style == TextStyle.Derivative ? _colours.Derivative : _colours.Text),
        ("stroke-width", "1.2"));

    private static string Places(Point[] points) =>
        string.Join(' ', points.Select(static point => $"{Number(point.X)},{Number(point.Y)}"));
}
