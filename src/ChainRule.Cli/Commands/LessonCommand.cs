using System.CommandLine;

namespace ChainRule.Cli;

/// <summary>`chainrule lesson apple`.</summary>
internal static class LessonCommand
{
    public static Command Create(Terminal terminal, HelpText help)
    {
        var lesson = new Command(
            "lesson", "Show an example of the lesson on backpropagation; without a name, list them");
        var name = new Argument<string?>("example")
        {
            HelpName = "example",
            Description = "Which one, such as apple",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var language = new LanguageSetting();
        var folder = Settings.Path("--out", "folder", "Write its picture and its steps into a folder");
        lesson.Add(name);
        lesson.Add(language.Option);
        lesson.Add(folder);
        lesson.SetAction(parsed =>
        {
            var view = new LessonView(terminal, language.Of(parsed));
            if (parsed.GetValue(name) is not { } wanted)
            {
                view.List();
                return ExitCode.Success;
            }

            Lesson found = Lessons.All.FirstOrDefault(known => known.Name == wanted) ?? throw Unknown(wanted);
            if (parsed.GetValue(folder) is { } path) view.Write(found, path);
            else view.Show(found);
            return ExitCode.Success;
        });
        help.Add(
            lesson,
            ("chainrule lesson", "the examples there are"),
            ("chainrule lesson apple", "two apples, step by step"),
            ("chainrule lesson softmax-with-loss --lang ja --out pictures", "a picture and a text in Japanese"));
        return lesson;
    }

    private static WrongInputException Unknown(string name)
    {
        string[] names = [.. Lessons.All.Select(static lesson => lesson.Name)];
        return new(Explaining.Suggestion.For(name, names) is { } near
            ? $"there is no example {name}; did you mean {near}?"
            : $"there is no example {name}; there are {string.Join(", ", names)}");
    }
}
