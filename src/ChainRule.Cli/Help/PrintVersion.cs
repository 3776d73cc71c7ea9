using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace ChainRule.Cli;

/// <summary>Answers --version with the version alone, without the commit that a build adds.</summary>
internal sealed class PrintVersion(Terminal terminal) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        string version = typeof(PrintVersion).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        terminal.Line($"chainrule {version.Split('+')[0]}");
        return ExitCode.Success;
    }
}
