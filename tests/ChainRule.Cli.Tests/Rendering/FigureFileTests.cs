using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ChainRule.Drawing.Figures;
using ChainRule.Drawing.Scenes;
using ChainRule.Drawing.Svg;
using SkiaSharp;

namespace ChainRule.Cli.Tests;

public sealed class FigureFileTests
{
    [Fact]
    public void A_png_is_the_figure_in_its_colours()
    {
        Figure figure = Apple();
        foreach (bool dark in (bool[])[false, true])
        {
            using SKBitmap picture = SKBitmap.Decode(Png(figure, dark, 2));
            Palette colours = dark ? Palette.Dark : Palette.Light;
            Assert.Equal((figure.Width * 2, figure.Height * 2), (picture.Width, picture.Height));
            Assert.Equal(SKColor.Parse(colours.Background), picture.GetPixel(0, 0));
            Mark.Node node = figure.Marks.OfType<Mark.Node>().First();
            // Beside the sign in its middle.
            Assert.Equal(SKColor.Parse(colours.Node), At(picture, node.Centre.X - 14, node.Centre.Y - 5));
            Mark.Arrow back = figure.Marks.OfType<Mark.Arrow>().First(static arrow => arrow.IsBackward);
            var middle = 0.5 * (back.Points[0] + back.Points[1]);
            Assert.Equal(SKColor.Parse(colours.Backward), At(picture, middle.X, middle.Y));
        }

        static SKColor At(SKBitmap picture, double x, double y) => picture.GetPixel((int)(2 * x), (int)(2 * y));
    }

    [Fact]
    public void Texts_are_where_the_figure_has_them()
    {
        Figure figure = Apple();
        using SKBitmap picture = SKBitmap.Decode(Png(figure, dark: false, 2));
        SKColor ground = SKColor.Parse(Palette.Light.Background);
        Assert.All(figure.Marks.OfType<Mark.Text>(), text =>
        {
            double width = Metrics.WidthOf(text.Words);
            double before = text.Align switch { Align.Start => 0, Align.Middle => width / 2, _ => width };
            double left = text.Place.X - before;
            Assert.Contains(
                Enumerable.Range((int)(2 * left), (int)(2 * width)),
                x => picture.GetPixel(x, (int)(2 * (text.Place.Y - 4))) != ground);
        });
    }

    [Fact]
    public void The_same_figure_is_the_same_file()
    {
        Figure figure = Apple();
        Assert.Equal(Png(figure, dark: false, 1), Png(figure, dark: false, 1));
        Assert.Equal(FigureFile.Pdf(figure, dark: false, out _), FigureFile.Pdf(figure, dark: false, out _));
    }

    [Fact]
    public void A_pdf_has_a_page_of_the_figures_size()
    {
        NeedsFonts();
        Figure figure = Apple();
        string text = Encoding.Latin1.GetString(FigureFile.Pdf(figure, dark: false, out _));
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Match page = Regex.Match(text, @"/MediaBox \[0 0 (\S+) (\S+)\]");
        // In points, rounded to whole ones.
        Assert.Equal(figure.Width * 0.75, double.Parse(page.Groups[1].Value, CultureInfo.InvariantCulture), 1.0);
        Assert.Equal(figure.Height * 0.75, double.Parse(page.Groups[2].Value, CultureInfo.InvariantCulture), 1.0);
    }

    [Fact]
    public void Characters_without_a_font_are_told()
    {
        NeedsFonts();
        const string Unassigned = "\U000F1234";
        Tensor x = Tensor.Scalar(1.0, $"x{Unassigned}");
        FigureFile.Png(Draw(x + 1), dark: false, 1, out IReadOnlyCollection<string> missing);
        Assert.Equal([Unassigned], missing);
        FigureFile.Png(Apple(), dark: false, 1, out missing);
        Assert.Empty(missing);
    }

    [Fact]
    public void Chinese_and_Japanese_have_a_font()
    {
        NeedsFonts();
        Figure figure = Draw((Tensor.Scalar(100.0, "苹果的个数") * Tensor.Scalar(2.0, "リンゴの個数")).Named("支払金額"));
        FigureFile.Png(figure, dark: false, 1, out IReadOnlyCollection<string> missing);
        Assert.SkipWhen(
            missing.Count > 0 && !IsCi, "No font has Chinese and Japanese characters; install fonts-droid-fallback.");
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("z.png", "\u0089PNG")]
    [InlineData("z.PDF", "%PDF")]
    public void The_command_writes_them(string name, string start)
    {
        NeedsFonts();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("chainrule");
        try
        {
            string path = Path.Combine(folder.FullName, name);
            Run run = Run.Of("graph", "(x + y)**2", "--symbolic", "--out", path, "--scale", "1.5");
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.StartsWith(start, Encoding.Latin1.GetString(File.ReadAllBytes(path)), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    private static Figure Apple() =>
        Draw((Tensor.Scalar(100.0, "apple") * Tensor.Scalar(2.0, "apples")).Named("total"));

    private static Figure Draw(Tensor result) =>
        FigureBuilder.Build(SceneBuilder.Build(result.Node, null), "Two apples at 100");

    private static byte[] Png(Figure figure, bool dark, double scale)
    {
        NeedsFonts();
        return FigureFile.Png(figure, dark, scale, out _);
    }

    private static void NeedsFonts()
    {
        try
        {
            _ = new Typefaces().Parts("x", isBold: false).ToArray();
        }
        catch (FailureException none)
        {
            if (IsCi) throw;
            Assert.Skip(none.Message);
        }
    }
}
