using System.CommandLine;

namespace ChainRule.Cli;

/// <summary>`chainrule formulas "t = x + y; z = t²" --at x=3,y=4`.</summary>
internal static class FormulasCommand
{
    public static Command Create(Terminal terminal, HelpText help)
    {
        var formulas = new Command(
            "formulas", "Write the derivatives of a formula as formulas, by the chain rule and simplified");
        var formula = new FormulaSettings();
        var format = Settings.Choice("--format", "name", "How to write them", ["text", "tex", "mathml"], "text");
        formula.AddTo(formulas);
        formulas.Add(format);
        formulas.SetAction(parsed =>
        {
            GraphRequest request = formula.Read(parsed, needsValues: false);
            Func<Formula, string> write = parsed.GetValue(format) switch
            {
                "tex" => static formula => formula.Tex,
                "mathml" => static formula => formula.MathMl,
                _ => static formula => formula.ToString(),
            };
            foreach (Formula line in Lines(GraphFormulas.Of(request.Result, request.Drawn)))
                terminal.Block(write(line));
            return ExitCode.Success;
        });
        help.Add(
            formulas,
            ("chainrule formulas \"t = x + y; z = t²\" --at x=3,y=4", "∂z/∂x = ∂z/∂t · ∂t/∂x = 2t · 1 = 2(x + y)"),
            ("chainrule formulas \"y = 1/(1 + exp(-x))\" --at x=1 --format tex", "the same for LaTeX"));
        return formulas;
    }

    private static IEnumerable<Formula> Lines(GraphFormulas formulas)
    {
        if (formulas.Steps.Count > 1)
        {
            foreach (Formula step in formulas.Steps) yield return step;
        }

        if (formulas.Function is { } function) yield return function;
        foreach (DerivativeFormulas derivative in formulas.Derivatives)
        {
            if (derivative.Cancelled is { } cancelled) yield return cancelled;
            if ((derivative.ChainRule ?? derivative.Simplified) is { } chain) yield return chain;
        }
    }
}
