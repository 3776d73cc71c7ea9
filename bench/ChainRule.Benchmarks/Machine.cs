namespace ChainRule.Benchmarks;

/// <summary>What all benchmarks set up alike.</summary>
internal static class Machine
{
    /// <summary>Baselines have one thread, and results depend less on who else uses the machine.</summary>
    public static void UseOneThread() => ExecutionSettings.Threads = 1;
}
