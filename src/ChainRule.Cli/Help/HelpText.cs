using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ChainRule.Cli;

/// <summary>Answers --help: what a command does, how it is called, its options, and examples.</summary>
internal sealed class HelpText(Terminal terminal) : SynchronousCommandLineAction
{
    private const int WidestText = 100;

    private readonly Dictionary<Command, (string Line, string Meaning)[]> _examples = [];

    /// <summary>Gives a command its examples.</summary>
    /// <param name="command">The command.</param>
    /// <param name="examples">What to type, and what it does.</param>
    public void Add(Command command, params (string Line, string Meaning)[] examples) => _examples[command] = examples;

    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        terminal.Paragraph($"{command.Description}.");
        string line = CommandPath.Of(command);
        Section("Usage", Places(command).Select(places => ($"{line}{places} [options]", "")));
        Section(
            "Arguments",
            command.Arguments.Select(static argument => ($"<{argument.HelpName}>", argument.Description ?? "")));
        Section("Commands", command.Subcommands.Select(static sub => (sub.Name, sub.Description ?? "")));
        Section("Options", Options(command).Select(static option => (Spelling(option), option.Description ?? "")));
        Section("Examples", _examples[command]);
        return ExitCode.Success;
    }

    private void Section(string title, IEnumerable<(string Left, string Right)> rows)
    {
        (string Left, string Right)[] all = [.. rows];
        if (all.Length == 0) return;
        terminal.Line();
        terminal.Line($"{title}:");
        int left = all.Max(static row => row.Left.Length), width = Math.Min(WidestText, terminal.Width);
        foreach ((string first, string second) in all)
        {
            string[] lines = [.. Wrapping.Lines(second, Math.Max(20, width - left - 4))];
            terminal.Block($"  {first.PadRight(left)}  {lines[0]}");
            foreach (string more in lines[1..]) terminal.Block(new string(' ', left + 4) + more);
        }
    }

    // What stands between the command and its options.
    private static IEnumerable<string> Places(Command command)
    {
        string arguments = string.Concat(command.Arguments.Select(static argument => $" <{argument.HelpName}>"));
        bool hasCommands = command.Subcommands.Count > 0, hasBoth = hasCommands && arguments.Length > 0;
        if (!hasCommands || hasBoth) yield return arguments;
        if (hasCommands) yield return command.Action is null || hasBoth ? " <command>" : " [command]";
    }

    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(Inherited(command)).OrderBy(static option => option is HelpOption or VersionOption);

    private static IEnumerable<Option> Inherited(Command command) => command.Parents.OfType<Command>()
        .SelectMany(static parent => parent.Options.Where(static option => option.Recursive).Concat(Inherited(parent)));

    private static string Spelling(Option option) => option switch
    {
        HelpOption => "-h, --help",
        ISetting => $"{option.Name} <{option.HelpName}>",
        _ => option.Name,
    };
}
