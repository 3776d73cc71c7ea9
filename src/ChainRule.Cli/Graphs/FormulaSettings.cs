using System.CommandLine;

namespace ChainRule.Cli;

/// <summary>The argument and the options of commands that take a formula.</summary>
/// <param name="isOptional">Whether a subcommand may stand in the place of the formula.</param>
/// <param name="second">What the command does with the derivative instead of the formula; null to show it.</param>
internal sealed class FormulaSettings(bool isOptional = false, string? second = null)
{
    private readonly Argument<string> _formula = new("formula")
    {
        Arity = isOptional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        HelpName = "formula",
        Description = "A formula such as \"(x + y)**2\", a file with one, or - to read it from a pipe",
    };

    private readonly Setting<string> _at = new(
        "--at", "values", "The values of the variables, such as x=3,y=4 or w=[1,2]",
        "names with their values, such as x=3,y=4", IsText, null, several: true);

    private readonly Setting<string> _wrt = new(
        "--wrt", "names", "By which variables to differentiate [default: all]", "names, such as x or x,y", IsText, null,
        several: true);

    private readonly Option<bool> _second = new("--second")
    {
        Description = second ?? "Show the graph of the derivative itself, so that derivatives are second ones",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_formula);
        command.Add(_at);
        command.Add(_wrt);
        command.Add(_second);
    }

    /// <summary>Whether the derivative takes the place of the formula.</summary>
    public bool IsOfDerivative(ParseResult parsed) => parsed.GetValue(_second);

    /// <summary>Builds the graph of the formula.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="needsValues">Whether all variables need a value; otherwise others are unknown numbers.</param>
    /// <param name="isPart">Whether more is computed from the result, so that it may have any shape.</param>
    /// <exception cref="WrongInputException">It cannot be understood, or a value is missing.</exception>
    public GraphRequest Read(ParseResult parsed, bool needsValues = true, bool isPart = false)
    {
        GraphRequest request = GraphRequest.Of(
            FormulaSource.Read(parsed.GetValue(_formula) ?? throw Missing(parsed.CommandResult.Command)),
            Assignments.Read(parsed.GetValue(_at) ?? ""),
            parsed.GetValue(_wrt),
            needsValues,
            isPart);
        return IsOfDerivative(parsed) ? request.OfDerivative() : request;
    }

    private static WrongInputException Missing(Command command)
    {
        string others = string.Concat(command.Subcommands.Select(static sub => $", or {sub.Name}"));
        return new($"{CommandPath.Of(command)} needs a formula{others}; see {CommandPath.Of(command)} --help");
    }

    /// <summary>The names between commas; none of null.</summary>
    public static string[] Names(string? list) =>
        (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads any text but none.</summary>
    public static bool IsText(string text, out string value) => (value = text).Length > 0;
}
