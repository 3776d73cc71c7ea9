using System.CommandLine;

namespace ChainRule.Cli;

/// <summary>How a command is typed, from the program's name on.</summary>
internal static class CommandPath
{
    public static string Of(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Of(parent)} {command.Name}" : "chainrule";
}
