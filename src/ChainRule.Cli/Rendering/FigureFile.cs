using ChainRule.Drawing.Figures;
using ChainRule.Drawing.Svg;
using SkiaSharp;

namespace ChainRule.Cli;

/// <summary>Figures as PNG and PDF files.</summary>
internal static class FigureFile
{
    /// <summary>The bytes of a PNG file.</summary>
    /// <param name="figure">What is painted.</param>
    /// <param name="dark">Whether on a dark ground.</param>
    /// <param name="scale">Pixels for each of the figure's own.</param>
    /// <param name="missing">The characters for which there was no font.</param>
    /// <exception cref="FailureException">There is no font at all, or the picture would be too large.</exception>
    public static byte[] Png(Figure figure, bool dark, double scale, out IReadOnlyCollection<string> missing)
    {
        var typefaces = new Typefaces();
        var size = new SKImageInfo((int)Math.Ceiling(figure.Width * scale), (int)Math.Ceiling(figure.Height * scale));
        using SKSurface surface = SKSurface.Create(size) ?? throw new FailureException(
            $"--scale: a picture of {size.Width} × {size.Height} pixels is too large; choose a smaller scale, or .svg");
        surface.Canvas.Scale((float)scale);
        Paint(figure, dark, surface.Canvas, typefaces);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        missing = typefaces.Missing;
        return data.ToArray();
    }

    /// <summary>The bytes of a PDF file with one page of the figure's size.</summary>
    /// <param name="figure">What is painted.</param>
    /// <param name="dark">Whether on a dark ground.</param>
    /// <param name="missing">The characters for which there was no font.</param>
    /// <exception cref="FailureException">There is no font at all.</exception>
    public static byte[] Pdf(Figure figure, bool dark, out IReadOnlyCollection<string> missing)
    {
        // A pixel of a screen is three quarters of a point.
        const float Points = 0.75f;
        var typefaces = new Typefaces();
        using var stream = new MemoryStream();
        // Without the time, so that the same picture is the same file.
        using (var document = SKDocument.CreatePdf(
            stream, new SKDocumentPdfMetadata { Title = figure.Title, Creator = "ChainRule" }))
        {
            SKCanvas canvas = document.BeginPage((float)figure.Width * Points, (float)figure.Height * Points);
            canvas.Scale(Points);
            Paint(figure, dark, canvas, typefaces);
            document.EndPage();
            document.Close();
        }

        missing = typefaces.Missing;
        return stream.ToArray();
    }

    private static void Paint(Figure figure, bool dark, SKCanvas canvas, Typefaces typefaces)
    {
        using var painter = new FigurePainter(canvas, dark ? Palette.Dark : Palette.Light, typefaces);
        painter.Paint(figure);
    }
}
