using System.Diagnostics;
using Spectre.Console;

namespace ChainRule.Cli;

/// <summary>A bar on a screen, drawn over as the work goes on.</summary>
internal sealed class LiveProgress(ProgressTask task, string what) : IProgressView
{
    private static readonly TimeSpan NoteInterval = TimeSpan.FromMilliseconds(150);

    private long _lastNote;

    public void Report(long done, Func<string>? note = null)
    {
        task.Value = done;
        if (note is null || Stopwatch.GetElapsedTime(_lastNote) < NoteInterval) return;
        _lastNote = Stopwatch.GetTimestamp();
        task.Description = Markup.Escape($"{what}  {note()}");
    }
}
