using System.Globalization;

namespace ChainRule.Cli.Tests;

/// <summary>A run of the command inside the test, with what it wrote.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command line as a pipe would see it, on a machine that writes numbers another way.</summary>
    public static Run Of(params string[] arguments) => Of(CancellationToken.None, arguments);

    public static Run Of(CancellationToken cancellation, params string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        using StringWriter output = new(), error = new();
        var terminal = new Terminal(output, error, live: false, coloured: true, width: 100);
        int exitCode = Application.RunAsync(arguments, terminal, cancellation).GetAwaiter().GetResult();
        return new(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
