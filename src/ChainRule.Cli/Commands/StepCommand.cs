using System.CommandLine;

namespace ChainRule.Cli;

/// <summary>`chainrule step "(x + y)**2" --at x=3,y=4`.</summary>
internal static class StepCommand
{
    public static Command Create(Terminal terminal, HelpText help)
    {
        var step = new Command("step", "Go through a formula step by step, forwards and then backwards");
        var formula = new FormulaSettings();
        var language = new LanguageSetting();
        var plain = new Option<bool>("--plain") { Description = "Print all steps at once, without waiting for keys" };
        formula.AddTo(step);
        step.Add(language.Option);
        step.Add(plain);
        step.SetAction(parsed =>
        {
            GraphRequest request = formula.Read(parsed);
            IReadOnlyList<GraphStep> steps = GraphSteps.Of(request.Result, request.Drawn);
            var view = new StepView(terminal, steps, language.Of(parsed));
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
