using System.Globalization;

namespace ChainRule;

/// <summary>How tensors are computed. The settings hold for the whole process.</summary>
public static class ExecutionSettings
{
    private const string ModeVariable = "CHAINRULE_EXECUTION", ThreadsVariable = "CHAINRULE_THREADS";

    private static int? _threads;
    private static Execution.ExecutionMode? _mode;

    // Read when they are first needed, not in a static constructor, which would bury the message about a wrong value.

    /// <summary>
    /// How many threads a computation may use: at least 1; by default the environment variable <c>CHAINRULE_THREADS</c>
    /// or the number of processors. Results are the same bits for every number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    /// <exception cref="InvalidOperationException">The environment variable is no whole number from 1 on.</exception>
    public static int Threads
    {
        get => _threads ??= ReadThreads();
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _threads = value;
        }
    }

    /// <summary>By default the environment variable <c>CHAINRULE_EXECUTION</c>: direct or reference.</summary>
    internal static Execution.ExecutionMode Mode
    {
        get => _mode ??= ReadMode();
        set => _mode = value;
    }

    private static int ReadThreads()
    {
        string? text = Environment.GetEnvironmentVariable(ThreadsVariable);
        if (string.IsNullOrEmpty(text)) return Environment.ProcessorCount;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads >= 1)
            return threads;
        throw new InvalidOperationException(
            $"The environment variable {ThreadsVariable} is '{text}', but it must be a whole number from 1 on. "
            + "Correct or unset it.");
    }

    private static Execution.ExecutionMode ReadMode() => Environment.GetEnvironmentVariable(ModeVariable) switch
    {
        null or "" or "direct" => Execution.ExecutionMode.Direct,
        "reference" => Execution.ExecutionMode.Reference,
        string other => throw new InvalidOperationException(
            $"The environment variable {ModeVariable} is '{other}', but it must be direct or reference. "
            + "Correct or unset it."),
    };
}
