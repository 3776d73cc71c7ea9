using System.CommandLine;
using System.CommandLine.Parsing;
using ChainRule.Explaining;

namespace ChainRule.Cli;

/// <summary>Says in one line what is wrong with a command line, and what would be right.</summary>
internal static class WrongUsage
{
    /// <summary>The first error of a command line that could not be understood.</summary>
    public static string Describe(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        // What follows a misspelt command or option is likely to be misunderstood, so that one comes first.
        string? unknown = parsed.UnmatchedTokens is [string first, ..] ? first : null;
        if (unknown is not null && (unknown.StartsWith('-') || command.Subcommands.Count > 0))
            return Unknown(unknown, command);
        foreach (ParseError wrong in parsed.Errors)
        {
            if (wrong.SymbolResult is { } place && Setting(place) is { } option)
                return Value(wrong, option, (ISetting)option.Option);
        }

        if (unknown is not null) return Unknown(unknown, command);
        if (command.Arguments is [{ } argument, ..] && parsed.GetResult(argument)?.Tokens.Count is null or 0)
            return $"{CommandPath.Of(command)} needs a {argument.HelpName}; see {CommandPath.Of(command)} --help";
        ParseError error = parsed.Errors[0];
        return command.Subcommands.Count > 0
            ? $"{CommandPath.Of(command)} needs a data set: "
                + $"{Listing([.. command.Subcommands.Select(static sub => sub.Name)])}"
            : ErrorText.Of(new InvalidOperationException(error.Message));
    }

    private static OptionResult? Setting(SymbolResult place) =>
        (place as OptionResult ?? place.Parent as OptionResult) is { Option: ISetting } option ? option : null;

    private static string Value(ParseError error, OptionResult option, ISetting setting)
    {
        string name = option.Option.Name;
        if (error.Message.StartsWith($"{name} must be", StringComparison.Ordinal)) return error.Message;
        return option.Tokens.Count == 0
            ? $"{name} needs a value: {setting.Allowed}"
            : $"{name} can be given once only, with one value: {setting.Allowed}";
    }

    private static string Unknown(string text, Command command)
    {
        bool isOption = text.StartsWith('-');
        string[] known = isOption
            ? [.. Options(command)]
            : [.. command.Subcommands.Select(static sub => sub.Name)];
        string kind = isOption ? "option" : known.Length > 0 ? "command" : "argument";
        string[] owners = isOption ? Owners(text, command) : [];
        string remedy = owners.Length > 0
            ? $"it belongs to {string.Join(" and ", owners.Select(static owner => $"'{owner}'"))}"
            : Suggestion.For(text, known) is { } suggestion ? $"did you mean {suggestion}?"
            : known.Length > 0 && !isOption ? $"there is {Listing(known)}"
            : $"see {CommandPath.Of(command)} --help";
        return $"{CommandPath.Of(command)} has no {kind} '{text}'; {remedy}";
    }

    // The commands below that have the option; if there are none, all that have it.
    private static string[] Owners(string option, Command command)
    {
        string[] below = Owning(option, command);
        if (below.Length > 0) return below;
        Command root = command;
        while (root.Parents.OfType<Command>().FirstOrDefault() is { } parent) root = parent;
        return Owning(option, root);
    }

    private static string[] Owning(string option, Command above) =>
        [
            .. above.Subcommands.SelectMany(sub =>
                sub.Options.Any(own => own.Name == option) ? [CommandPath.Of(sub)] : Owning(option, sub)),
        ];

    private static IEnumerable<string> Options(Command command) =>
        command.Options.Select(static option => option.Name).Concat(Inherited(command)).Distinct();

    private static IEnumerable<string> Inherited(Command command) => command.Parents.OfType<Command>()
        .SelectMany(static parent => parent.Options
            .Where(static option => option.Recursive)
            .Select(static option => option.Name)
            .Concat(Inherited(parent)));

    private static string Listing(string[] words) =>
        words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}";
}
