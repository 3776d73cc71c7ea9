using System.Text;
using ChainRule.Formats;
using ChainRule.Lessons;

namespace ChainRule.Cli;

/// <summary>Shows examples of the lesson: on the terminal, or as files.</summary>
internal sealed class LessonView(Terminal terminal, Language language)
{
    // Larger derivatives are told by their shape.
    private const int MostElements = 12;

    /// <summary>Lists all examples.</summary>
    public void List()
    {
        int width = Chapter.Lessons.Max(static lesson => lesson.Name.Length);
        foreach (Lesson lesson in Chapter.Lessons)
            terminal.Block($"{lesson.Name.PadRight(width)}  {lesson.Title.In(language)}");
    }

    /// <summary>Shows an example: what it is, its graph, its steps and its derivatives.</summary>
    public void Show(Lesson lesson)
    {
        LessonGraph graph = lesson.Build(language);
        var request = new GraphRequest(graph.Result, [.. graph.Variables], AreAll: true);
        terminal.Paragraph(lesson.Title.In(language));
        terminal.Line();
        terminal.Paragraph($"{lesson.FormulaIn(language)}  ({lesson.ValuesIn(language)})");
        terminal.Line();
        terminal.Block(GraphText.Draw(request.Result, request.Drawn, new GraphTextOptions
        {
            MaxWidth = Math.Max(GraphTextOptions.SmallestWidth, terminal.Width),
            Ascii = !terminal.IsUnicode,
            Unfold = ["all"],
            Language = language,
        }));
        new StepView(terminal, GraphSteps.Of(request.Result, request.Drawn), language).PrintAll();
        terminal.Line();
        foreach ((Tensor argument, Tensor derivative) in request.Derivatives)
            terminal.Block($"∂{request.Result.Name}/∂{argument.Name} = {Told(derivative)}");
    }

    /// <summary>Writes the pictures and a text.</summary>
    /// <param name="lesson">The example.</param>
    /// <param name="folder">Where; it is made if there is none.</param>
    /// <param name="endings">The kinds of pictures, such as <c>.svg</c>.</param>
    /// <param name="scale">Pixels of a PNG file for each of the figure's own.</param>
    public void Write(Lesson lesson, string folder, IReadOnlyList<string> endings, double scale)
    {
        Directory.CreateDirectory(folder);
        foreach (LessonFigure figure in lesson.Figures)
        {
            LessonGraph graph = figure.Build(language);
            var style = new GraphStyle(figure.Caption.In(language), Dark: false, scale, View(figure));
            foreach (string ending in endings)
            {
                var picture = GraphPicture.Draw(ending, graph.Result, graph.DerivativesFor?.ToArray(), style);
                Write(Path.Combine(folder, figure.Name + ending), picture.Bytes);
                picture.Warn(terminal);
            }
        }

        using StringWriter text = new() { NewLine = "\n" };
        new LessonView(new Terminal(text, TextWriter.Null, live: false, coloured: false, 100), language).Show(lesson);
        Write(Path.Combine(folder, $"{lesson.Name}.txt"), Encoding.UTF8.GetBytes(text.ToString()));
    }

    private GraphViewOptions View(LessonFigure figure) => figure.View with { Language = language };

    private void Write(string path, byte[] content)
    {
        AtomicFile.Write(path, stream => stream.Write(content));
        terminal.Line($"wrote {path}");
    }

    private static string Told(Tensor derivative) => derivative.Length > MostElements
        ? $"({string.Join(", ", derivative.Shape)})"
        : string.Join(' ', derivative.ToString().Split('\n', StringSplitOptions.TrimEntries));
}
