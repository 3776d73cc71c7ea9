namespace ChainRule.Kernels;

/// <summary>The team of threads that all kernels of the process share.</summary>
internal static class Workers
{
    // One thread a processor, the caller included: more would only take turns.
    private static readonly WorkerTeam Team = new(OperatingSystem.IsBrowser() ? 0 : Environment.ProcessorCount - 1);

    /// <summary>
    /// Whether a helper waits for the next job without sleeping, because the last one has just ended. Then a hand-off
    /// takes less than a microsecond; otherwise up to some tens. A hint: it may be wrong when it is read.
    /// </summary>
    public static bool AreAwake => Team.IsAwake;

    /// <summary>
    /// Runs the chunks 0 to <paramref name="chunks"/> − 1 of a job, each once, on up to <paramref name="threads"/>
    /// threads, the caller's among them. What the chunks wrote can be read when the call returns. If the team is busy,
    /// as in a call from within a job, or cannot be started, the caller does all by itself.
    /// </summary>
    /// <exception cref="Exception">What a chunk threw; which other chunks have run is then not defined.</exception>
    public static void Run<TJob>(TJob job, int chunks, int threads)
        where TJob : IJob
    {
        if (threads > 1 && chunks > 1)
        {
            Team.Run(job, chunks, threads);
            return;
        }

        for (int chunk = 0; chunk < chunks; chunk++)
            job.Run(chunk);
    }
}
