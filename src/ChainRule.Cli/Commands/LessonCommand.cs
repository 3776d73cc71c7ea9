using System.CommandLine;
using ChainRule.Lessons;

namespace ChainRule.Cli;

/// <summary>`chainrule lesson apple`.</summary>
internal static class LessonCommand
{
    private const string All = "all";

    // Those in plain text would lie among the texts of the examples.
    private static readonly string[] Formats = ["svg", "png", "pdf", "dot", "mmd", "tex", "json"];

    public static Command Create(Terminal terminal, HelpText help)
    {
        var lesson = new Command(
            "lesson", "Show an example of the lesson on backpropagation; without a name, list them");
        var name = new Argument<string?>("example")
        {
            HelpName = "example",
            Description = "Which one, such as apple, or all",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var language = new LanguageSetting();
        var folder = Settings.Path("--out", "folder", "Write its figures and its steps into a folder");
        var format = new Setting<string[]>(
            "--format", "names", $"The kinds of pictures to write: {string.Join(", ", Formats)}",
            $"one or several of {string.Join(", ", Formats)}", TryReadFormats, "svg", several: true);
        Setting<double> scale = GraphStyle.ScaleSetting();
        lesson.Add(name);
        lesson.Add(language.Option);
        lesson.Add(folder);
        lesson.Add(format);
        lesson.Add(scale);
        lesson.SetAction(parsed =>
        {
            var view = new LessonView(terminal, language.Of(parsed));
            if (parsed.GetValue(name) is not { } wanted)
            {
                view.List();
                return ExitCode.Success;
            }

            string? path = parsed.GetValue(folder);
            Lesson[] found = wanted == All
                ? [.. Chapter.Lessons]
                : [Chapter.Lessons.FirstOrDefault(known => known.Name == wanted) ?? throw Unknown(wanted)];
            foreach (Lesson known in found)
            {
                if (path is null) view.Show(known);
                else view.Write(known, path, parsed.GetValue(format)!, parsed.GetValue(scale));
            }

            return ExitCode.Success;
        });
        help.Add(
            lesson,
            ("chainrule lesson", "the examples there are"),
            ("chainrule lesson apple", "two apples, step by step"),
            ("chainrule lesson softmax-with-loss --lang ja --out pictures", "figures and a text in Japanese"));
        return lesson;
    }

    private static bool TryReadFormats(string text, out string[] endings)
    {
        string[] names = FormulaSettings.Names(text.ToLowerInvariant());
        endings = [.. names.Select(static name => $".{name}")];
        return names.Length > 0 && names.All(Formats.Contains);
    }

    private static WrongInputException Unknown(string name)
    {
        string[] names = [.. Chapter.Lessons.Select(static lesson => lesson.Name)];
        return new(Explaining.Suggestion.For(name, names) is { } near
            ? $"there is no example {name}; did you mean {near}?"
            : $"there is no example {name}; there are {string.Join(", ", names)}");
    }
}
