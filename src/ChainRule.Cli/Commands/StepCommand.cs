using System.CommandLine;

namespace ChainRule.Cli;

/// <summary>`chainrule step "(x + y)**2" --at x=3,y=4`.</summary>
internal static class StepCommand
{
    private static readonly Dictionary<string, Language> Languages = new()
    {
        ["en"] = Language.English,
        ["zh"] = Language.Chinese,
        ["ja"] = Language.Japanese,
    };

    public static Command Create(Terminal terminal, HelpText help)
    {
        var step = new Command("step", "Go through a formula step by step, forwards and then backwards");
        var formula = new FormulaSettings();
        var language = Settings.Choice("--lang", "code", "The language of the words", [.. Languages.Keys], "en");
        var plain = new Option<bool>("--plain") { Description = "Print all steps at once, without waiting for keys" };
        formula.AddTo(step);
        step.Add(language);
        step.Add(plain);
        step.SetAction(parsed =>
        {
            GraphRequest request = formula.Read(parsed);
            IReadOnlyList<GraphStep> steps = GraphSteps.Of(request.Result, request.Drawn);
            var view = new StepView(terminal, steps, Languages[parsed.GetValue(language)!]);
            if (parsed.GetValue(plain) || !terminal.Live || Console.IsInputRedirected) view.PrintAll();
            else view.Browse(static () => Console.ReadKey(intercept: true).Key);
            return ExitCode.Success;
        });
        help.Add(
            step,
            ("chainrule step \"(x + y)**2\" --at x=3,y=4", "← and → go back and forth"),
            ("chainrule step \"t = x + y; z = t²\" --at x=3,y=4 --plain --lang zh", "all steps, in Chinese"));
        return step;
    }
}
