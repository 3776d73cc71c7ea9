namespace ChainRule.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0, Failure = 1, WrongUsage = 2;

    /// <summary>128 + SIGINT, as shells count it.</summary>
    public const int Interrupted = 130;

    /// <summary>128 + SIGTERM.</summary>
    public const int Terminated = 143;
}
