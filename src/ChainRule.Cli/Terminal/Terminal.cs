using System.Text;
using Spectre.Console;

namespace ChainRule.Cli;

/// <summary>
/// Where a command writes: results on the one stream, errors on the other. On a screen there are styles and a live
/// progress bar; a pipe or a file gets plain lines with no escape codes.
/// </summary>
internal sealed class Terminal
{
    private const int WidestParagraph = 100, Unlimited = 10_000, RoomForBar = 90;
    private const string Samples = "┌─▶²";

    private readonly IAnsiConsole _screen;

    /// <summary>A terminal over any pair of writers.</summary>
    /// <param name="output">Takes the results.</param>
    /// <param name="error">Takes the errors.</param>
    /// <param name="live">Whether lines can be drawn over: a screen.</param>
    /// <param name="coloured">Whether colours are wanted.</param>
    /// <param name="width">The number of columns.</param>
    public Terminal(TextWriter output, TextWriter error, bool live, bool coloured, int width)
    {
        (Output, Error, Live, Styled, Width) = (output, error, live, live && coloured, width);
        _screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = live ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = live && coloured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = live ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
            // The enrichers would switch escape codes on in a pipe of well-known build servers.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        _screen.Profile.Width = live ? width : Unlimited;
    }

    /// <summary>Takes the results.</summary>
    public TextWriter Output { get; }

    /// <summary>Takes the errors.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether lines can be drawn over.</summary>
    public bool Live { get; }

    /// <summary>Whether bold and coloured text is wanted.</summary>
    public bool Styled { get; }

    /// <summary>The number of columns.</summary>
    public int Width { get; }

    /// <summary>Whether frames, arrows and the like can be written, or ASCII characters only.</summary>
    public bool IsUnicode => Output.Encoding.GetString(Output.Encoding.GetBytes(Samples)) == Samples;

    /// <summary>The terminal of this process, as it was started: with or without a screen, colours, a size.</summary>
    public static Terminal OfProcess()
    {
        bool live = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        // https://no-color.org: any value but the empty one counts.
        bool coloured = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        // Windows starts with the code page of decades ago.
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        int width = live && Console.WindowWidth > 0 ? Console.WindowWidth : WidestParagraph;
        return new(Console.Out, Console.Error, live, coloured, width);
    }

    /// <summary>Writes one line as it is.</summary>
    public void Line(string text = "")
    {
        if (Live) _screen.WriteLine(Written(text));
        else Output.WriteLine(Written(text));
    }

    /// <summary>Writes a heading with an empty line around it.</summary>
    public void Heading(string text)
    {
        Line();
        if (Styled) _screen.MarkupLineInterpolated($"[bold]{Written(text)}[/]");
        else Line(text);
        Line();
    }

    /// <summary>Writes sentences, broken into lines of a readable width.</summary>
    public void Paragraph(string text)
    {
        foreach (string line in Wrapping.Lines(text, Math.Min(Width, WidestParagraph))) Line(line);
    }

    /// <summary>Writes several lines that must not be broken: a drawing or a table.</summary>
    public void Block(string text)
    {
        // The screen's own writer would break lines at its width; a drawing that is too wide is better cut by the
        // window.
        foreach (string line in Written(text).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
            Output.WriteLine(line.TrimEnd());
    }

    /// <summary>Writes an error.</summary>
    public void Fail(string message) => Error.WriteLine($"error: {Written(message)}");

    /// <summary>Writes a warning, beside the results.</summary>
    public void Warn(string message) => Error.WriteLine($"warning: {Written(message)}");

    /// <summary>Runs work that tells how far it is.</summary>
    /// <param name="what">What is being done, in a few words.</param>
    /// <param name="total">How many steps it has.</param>
    /// <param name="work">The work.</param>
    public T Progress<T>(string what, long total, Func<IProgressView, T> work)
    {
        if (!Live) return work(new PlainProgress(Error, TimeProvider.System, what, total));
        return _screen.Progress()
            .AutoClear(true)
            .AutoRefresh(false)
            .Columns(BarColumns())
            .Start(context => work(new LiveProgress(context, what, total)));
    }

    // A bar that does not fit into one line cannot be drawn over.
    private ProgressColumn[] BarColumns()
    {
        var description = new TaskDescriptionColumn { Alignment = Justify.Left };
        return Width < RoomForBar
            ? [description, new PercentageColumn()]
            : [description, new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new TimeLeftColumn()];
    }

    private string Written(string text) => IsUnicode ? text : Spelling.Ascii(text);
}
