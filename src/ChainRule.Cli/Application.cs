using System.CommandLine;
using System.CommandLine.Invocation;
using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>The whole program from its arguments to its exit code.</summary>
internal static class Application
{
    private const string DetailsVariable = "CHAINRULE_DETAILS";

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">As the shell gives them.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancellation">Asks the command to stop and keep what it has.</param>
    public static async Task<int> RunAsync(
        string[] arguments, Terminal terminal, CancellationToken cancellation = default)
    {
        try
        {
            ExecutionSettings.ReadEnvironment();
        }
        catch (InvalidOperationException wrong)
        {
            terminal.Fail(wrong.Message);
            return ExitCode.WrongUsage;
        }

        try
        {
            RootCommand root = ChainRuleCommand.Create(terminal, cancellation);
            if (arguments is ["help", .. string[] command]) arguments = [.. command, "--help"];
            ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is ParseErrorAction)
            {
                terminal.Fail(WrongUsage.Describe(parsed));
                return ExitCode.WrongUsage;
            }

            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = terminal.Output,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                CancellationToken.None);
        }
        catch (WrongInputException wrong)
        {
            terminal.Fail(wrong.Message);
            if (wrong.Snippet is not null) terminal.Error.WriteLine(wrong.Snippet);
            return ExitCode.WrongUsage;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            terminal.Fail("interrupted");
            return ExitCode.Interrupted;
        }
        catch (InterruptedException interruption)
        {
            terminal.Fail(interruption.Message);
            return ExitCode.Interrupted;
        }
        catch (FailureException failure)
        {
            terminal.Fail(failure.Message);
            return ExitCode.Failure;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or TrainingException)
        {
            terminal.Fail(ErrorText.Of(failure));
            return ExitCode.Failure;
        }
        catch (Exception failure)
        {
            bool detailed = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(DetailsVariable));
            string details = detailed
                ? $"{Environment.NewLine}{failure}"
                : $" (set {DetailsVariable}=1 for the details)";
            terminal.Fail($"unexpected: {ErrorText.Of(failure)}{details}");
            return ExitCode.Failure;
        }
    }
}
