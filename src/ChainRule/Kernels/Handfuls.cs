namespace ChainRule.Kernels;

/// <summary>A job of many chunks as one of fewer: each does several of the other's, one after the other.</summary>
/// <param name="job">The other job.</param>
/// <param name="size">How many of its chunks are done at once.</param>
/// <param name="chunks">How many it has.</param>
internal struct Handfuls<TJob>(TJob job, int size, int chunks) : IJob
    where TJob : IJob
{
    /// <inheritdoc/>
    public void Run(int chunk)
    {
        int end = (int)Math.Min(((long)chunk + 1) * size, chunks);
        for (int i = chunk * size; i < end; i++) job.Run(i);
    }
}
