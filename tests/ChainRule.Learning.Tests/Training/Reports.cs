namespace ChainRule.Learning.Tests;

/// <summary>Keeps reports as they come, and does something at each.</summary>
internal sealed class Reports(Action<TrainingProgress>? then = null) : IProgress<TrainingProgress>
{
    public List<TrainingProgress> All { get; } = [];

    public void Report(TrainingProgress value)
    {
        All.Add(value);
        then?.Invoke(value);
    }
}
