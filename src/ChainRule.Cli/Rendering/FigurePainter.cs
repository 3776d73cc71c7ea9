using ChainRule.Drawing.Figures;
using ChainRule.Drawing.Svg;
using SkiaSharp;
using Place = ChainRule.Drawing.Figures.Point;

namespace ChainRule.Cli;

/// <summary>Paints a figure, just as it looks as SVG.</summary>
internal sealed class FigurePainter(SKCanvas canvas, Palette colours, Typefaces typefaces) : IDisposable
{
    private readonly SKPaint _fill = new() { IsAntialias = true, Style = SKPaintStyle.Fill };
    private readonly SKPaint _line = new()
    {
        IsAntialias = true,
        Style = SKPaintStyle.Stroke,
        StrokeJoin = SKStrokeJoin.Round,
    };

    private readonly SKPathEffect _dashes = SKPathEffect.CreateDash([4, 3], 0);
    private readonly SKPathEffect _dots = SKPathEffect.CreateDash([1, 3], 0);
    private bool _isFaded;

    /// <summary>Paints all marks on the ground.</summary>
    public void Paint(Figure figure)
    {
        canvas.Clear(SKColor.Parse(colours.Background));
        foreach (Mark mark in figure.Marks)
        {
            _isFaded = mark.IsFaded;
            switch (mark)
            {
                case Mark.Arrow arrow: Paint(arrow); break;
                case Mark.Node node: Paint(node); break;
                case Mark.Frame frame: Paint(frame); break;
                case Mark.Branch branch: canvas.DrawCircle(At(branch.Centre), 4, Fill(colours.Forward)); break;
                case Mark.Rule rule: canvas.DrawLine(At(rule.From), At(rule.To), Line(Colour(rule.Style), 1.2)); break;
                case Mark.Text text: Paint(text); break;
                default: throw new System.Diagnostics.UnreachableException(mark.GetType().Name);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _fill.Dispose();
        _line.Dispose();
        _dashes.Dispose();
        _dots.Dispose();
    }

    private void Paint(Mark.Node node)
    {
        var place = SKRect.Create(
            (float)(node.Centre.X - (node.Width / 2)),
            (float)(node.Centre.Y - (node.Height / 2)),
            (float)node.Width,
            (float)node.Height);
        float corner = (float)node.Corner;
        canvas.DrawRoundRect(place, corner, corner, Fill(colours.Node));
        canvas.DrawRoundRect(place, corner, corner, Line(colours.Forward, 1.5));
        var middle = new Place(node.Centre.X, node.Centre.Y + (Metrics.SymbolSize * Metrics.Drop));
        Write(node.Symbol, middle, Align.Middle, Metrics.SymbolSize, isBold: false, colours.Text);
    }

    private void Paint(Mark.Frame frame)
    {
        (double left, double top, double right, double bottom) = frame.Place;
        var place = new SKRect((float)left, (float)top, (float)right, (float)bottom);
        SKPaint line = Line(colours.Forward, 1);
        line.PathEffect = _dots;
        canvas.DrawRoundRect(place, (float)frame.Corner, (float)frame.Corner, line);
    }

    private void Paint(Mark.Arrow arrow)
    {
        ArrowShape shape = ArrowShape.Of(arrow);
        string colour = arrow.IsBackward ? colours.Backward : colours.Forward;
        using SKPath line = PathOf(shape.Line, isClosed: false), head = PathOf(shape.Head, isClosed: true);
        canvas.DrawPath(line, Line(colour, shape.Width));
        canvas.DrawPath(head, Fill(arrow.IsBackward ? colour : colours.Background));
        if (!arrow.IsBackward) canvas.DrawPath(head, Line(colour, shape.Width));
    }

    private void Paint(Mark.Text text)
    {
        bool isBold = text.Style == TextStyle.Derivative;
        Write(text.Words, text.Place, text.Align, Metrics.TextSize, isBold, Colour(text.Style));
    }

    private string Colour(TextStyle style) => style == TextStyle.Derivative ? colours.Derivative : colours.Text;

    private void Write(string words, Place place, Align align, double size, bool isBold, string colour)
    {
        (SKFont Font, string Text, float Width)[] parts = [.. typefaces.Parts(words, isBold).Select(part =>
        {
            var font = new SKFont(part.Typeface, (float)size) { Subpixel = true };
            return (font, part.Text, font.MeasureText(part.Text));
        })];
        float width = parts.Sum(static part => part.Width);
        float x = (float)place.X - (align switch { Align.Start => 0, Align.Middle => width / 2, _ => width });
        foreach ((SKFont font, string text, float advance) in parts)
        {
            canvas.DrawText(text, x, (float)place.Y, SKTextAlign.Left, font, Fill(colour));
            x += advance;
            font.Dispose();
        }
    }

    private static SKPath PathOf(Place[] points, bool isClosed)
    {
        using var builder = new SKPathBuilder();
        builder.AddPoly([.. points.Select(At)], isClosed);
        return builder.Detach();
    }

    private static SKPoint At(Place point) => new((float)point.X, (float)point.Y);

    private SKColor Ink(string colour)
    {
        var ink = SKColor.Parse(colour);
        return _isFaded ? ink.WithAlpha(90) : ink;
    }

    private SKPaint Fill(string colour)
    {
        _fill.Color = Ink(colour);
        return _fill;
    }

    private SKPaint Line(string colour, double width)
    {
        (_line.Color, _line.StrokeWidth) = (Ink(colour), (float)width);
        _line.PathEffect = _isFaded ? _dashes : null;
        return _line;
    }
}
