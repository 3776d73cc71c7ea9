using System.CommandLine;
using ChainRule.Explaining;

namespace ChainRule.Cli;

/// <summary>`chainrule paths "(x + y)**2" --at x=3,y=4 --wrt x`.</summary>
internal static class PathsCommand
{
    public static Command Create(Terminal terminal, HelpText help)
    {
        var paths = new Command(
            "paths", "Show a derivative as the sum over all paths, and what each way of differentiating costs");
        var formula = new FormulaSettings();
        var language = new LanguageSetting();
        formula.AddTo(paths);
        paths.Add(language.Option);
        paths.SetAction(parsed =>
        {
            GraphRequest request = formula.Read(parsed);
            if (request.Arguments.Length == 0)
                throw new WrongInputException("the result must be one number that depends on a variable");
            foreach (Tensor argument in request.Arguments) Show(terminal, request, argument, language.Of(parsed));
            new CountsView(terminal, GraphCounts.Of(request.Result, request.Arguments), language.Of(parsed)).Print();
            return ExitCode.Success;
        });
        help.Add(
            paths,
            ("chainrule paths \"x * y + sin(x)\" --at x=1,y=2 --wrt x", "two paths lead from x to the result"),
            ("chainrule paths \"a = (x + x + x) * 2; a * a\" --at x=1", "paths multiply, work does not"),
            ("chainrule paths \"t = x + y; z = t²\" --at x=3,y=4 --lang ja", "the same words in Japanese"));
        return paths;
    }

    private static void Show(Terminal terminal, GraphRequest request, Tensor argument, Language language)
    {
        GraphPaths paths;
        try
        {
            paths = GraphPaths.Of(request.Result, argument);
        }
        catch (Exception wrong) when (wrong is GradientException or ShapeException)
        {
            throw new WrongInputException(ErrorText.Of(wrong));
        }

        terminal.Heading(PathWords.FromTo(argument.Name!, request.Result.Name, language));
        foreach (GraphPath path in paths.Paths)
            terminal.Block($"{string.Join(" → ", path.Nodes)}:  {path.Formula}");
        if (paths.Paths.Count > 0) terminal.Line();
        terminal.Paragraph(PathWords.Of(paths, language));
    }
}
