using System.CommandLine;
using System.Globalization;

namespace ChainRule.Cli;

/// <summary>`chainrule paths "(x + y)**2" --at x=3,y=4 --wrt x`.</summary>
internal static class PathsCommand
{
    public static Command Create(Terminal terminal, HelpText help)
    {
        var paths = new Command("paths", "Show a derivative as the sum over all paths through the graph");
        var formula = new FormulaSettings();
        formula.AddTo(paths);
        paths.SetAction(parsed =>
        {
            GraphRequest request = formula.Read(parsed);
            if (request.Arguments.Length == 0)
                throw new WrongInputException("the result must be one number that depends on a variable");
            foreach (Tensor argument in request.Arguments) Show(terminal, request, argument);
            return ExitCode.Success;
        });
        help.Add(
            paths,
            ("chainrule paths \"x * y + sin(x)\" --at x=1,y=2 --wrt x", "two paths lead from x to the result"),
            ("chainrule paths \"a = (x + x + x) * 2; a * a\" --at x=1", "paths multiply, work does not"));
        return paths;
    }

    private static void Show(Terminal terminal, GraphRequest request, Tensor argument)
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

        terminal.Heading($"From {argument.Name} to {request.Result.Name ?? "the result"}");
        foreach (GraphPath path in paths.Paths)
            terminal.Block($"{string.Join(" → ", path.Nodes)}:  {path.Formula}");
        terminal.Line();
        terminal.Paragraph(
            paths.Paths.Count == 0 && paths.Count > 0
                ? $"{Count(paths.Count)} paths are too many to list."
                : $"The sum over {Plural.Of((int)paths.Count, "path")}: {Count(paths.Total)}.");
        terminal.Paragraph(
            $"Multiplications and additions, path by path: {Count(paths.PathMultiplications)} and "
            + $"{Count(paths.Count - 1)}. By backpropagation, which adds up at every node before it goes on: "
            + $"{paths.Multiplications}, one an edge, and {paths.Additions}.");
    }

    private static string Count(double number) => number.ToString("G12", CultureInfo.InvariantCulture);
}
