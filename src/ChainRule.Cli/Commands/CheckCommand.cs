using System.CommandLine;
using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>`chainrule check "(x + y)**2" --at x=3,y=4` and `chainrule check mnist`.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal, HelpText help, CancellationToken cancellation)
    {
        Command check = CreateOfFormula(terminal, cancellation);
        var mnist = new Command(
            "mnist",
            "Check all derivatives of a 784-50-10 network on images of MNIST; exit code 1 if one is wrong or a "
            + "parameter cannot be checked");
        var images = Settings.Whole("--images", "n", "On how many images", 1, 1000, 3);
        var step = Settings.Positive(
            "--step", "h", "The step of the differences [default: 6e-6, for float32 5e-3]", 1, null);
        var dtype = Settings.Choice("--dtype", "name", "The type of the numbers", ["float64", "float32"], "float64");
        var activation = Settings.Choice(
            "--activation", "name", "What follows the hidden layer", Activation.Names, "relu");
        var elements = Settings.Whole(
            "--elements", "n", "Check at most so many derivatives of each parameter [default: all]", 1, int.MaxValue,
            null);
        var common = new CommonSettings();
        foreach (Option option in (Option[])[images, step, dtype, activation, elements]) mnist.Add(option);
        common.AddTo(mnist);
        mnist.SetAction(parsed =>
        {
            common.ApplyThreads(parsed);
            var plan = new CheckPlan
            {
                Images = parsed.GetValue(images),
                Step = parsed.GetResult(step) is null ? null : parsed.GetValue(step),
                DType = parsed.GetValue(dtype) == "float32" ? DType.Float32 : DType.Float64,
                Activation = parsed.GetValue(activation)!,
                MaxElements = parsed.GetResult(elements) is null ? int.MaxValue : parsed.GetValue(elements),
                Seed = parsed.GetValue(common.Seed),
            };
            GradientCheckReport report = new CheckSession(terminal, common.LoadMnist(parsed), plan).Run(cancellation);
            terminal.Line();
            CheckSession.ExplainSigns(terminal);
            terminal.Line();
            IReadOnlyList<string> missing = CheckSession.NotCompared(report);
            bool isWrong = report.Inputs.Any(static input => input.Failures > 0);
            bool passed = !isWrong && missing.Count == 0;
            terminal.Paragraph(
                passed ? "Passed: backpropagation and central differences agree within the tolerance."
                : isWrong ? "Failed: they differ."
                : $"Not passed: no derivative of {string.Join(", ", missing)} could be compared; a smaller --step "
                    + "crosses fewer kinks.");
            return passed ? ExitCode.Success : ExitCode.Failure;
        });
        help.Add(
            mnist,
            ("chainrule check mnist", "all 39,760 derivatives on three images"),
            ("chainrule check mnist --dtype float32 --images 10", "with less precise numbers"));
        help.Add(
            check,
            ("chainrule check \"(x + y)**2\" --at x=3,y=4", "each derivative of a formula"),
            ("chainrule check \"relu(x) + y\" --at x=1e-6,y=1", "tells that a kink is near"),
            ("chainrule check \"x**3 * y\" --at x=2,y=5 --wrt x --second", "the second derivative"),
            ("chainrule check mnist", "all derivatives of a network on three images"));
        check.Add(mnist);
        return check;
    }

    private static Command CreateOfFormula(Terminal terminal, CancellationToken cancellation)
    {
        var check = new Command(
            "check", "Compare backpropagation with central differences; exit code 1 if they do not agree");
        var formula = new FormulaSettings(
            isOptional: true, "Differentiate the derivative in place of the formula, so that second ones are checked");
        var step = Settings.Positive(
            "--step", "h", "The step of the differences, times max(1, |x|) [default: 6e-6]", 1, null);
        var elements = Settings.Whole(
            "--elements", "n", "Check at most so many elements of each input, spread evenly", 1, int.MaxValue, 100);
        var language = new LanguageSetting();
        formula.AddTo(check);
        foreach (Option option in (Option[])[step, elements, language.Option]) check.Add(option);
        check.SetAction(parsed =>
        {
            GraphRequest request = formula.Read(parsed);
            if (request.Arguments.Length == 0)
                throw new WrongInputException("the result must be one number that depends on a variable");
            var options = new GradientCheckOptions
            {
                Step = parsed.GetResult(step) is null ? null : parsed.GetValue(step),
                MaxElements = parsed.GetValue(elements),
                CancellationToken = cancellation,
            };
            var found = GraphCheck.Of(request.Result, request.Arguments, options);
            var view = new CheckView(terminal, found, language.Of(parsed));
            if (formula.IsOfDerivative(parsed)) view.PrintSubject(request);
            view.Print();
            return found.Passed ? ExitCode.Success : ExitCode.Failure;
        });
        return check;
    }
}
