using System.Diagnostics;
using Spectre.Console;

namespace ChainRule.Cli;

/// <summary>
/// A bar on a screen, drawn over as the work goes on. It is drawn by the thread that reports: a thread that draws by
/// the clock can outlive work that is done before the thread starts.
/// </summary>
internal sealed class LiveProgress(ProgressContext screen, string what, long total) : IProgressView
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly ProgressTask _task = screen.AddTask(Markup.Escape(what), maxValue: total);
    private readonly Lock _drawing = new();
    private long _last;

    public void Report(long done, Func<string>? note = null)
    {
        _task.Value = done;
        // A thread that finds another one drawing has nothing to add.
        if (!_drawing.TryEnter()) return;
        try
        {
            if (Stopwatch.GetElapsedTime(_last) < Interval) return;
            _last = Stopwatch.GetTimestamp();
            if (note is not null) _task.Description = Markup.Escape($"{what}  {note()}");
            screen.Refresh();
        }
        finally
        {
            _drawing.Exit();
        }
    }
}
