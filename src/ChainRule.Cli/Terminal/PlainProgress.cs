using System.Globalization;

namespace ChainRule.Cli;

/// <summary>
/// A plain line now and then where there is no screen; beside the results, not among them. Work of a few seconds writes
/// none.
/// </summary>
internal sealed class PlainProgress(TextWriter output, TimeProvider time, string what, long total) : IProgressView
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly long _start = time.GetTimestamp();
    private long _last = time.GetTimestamp();

    public void Report(long done, Func<string>? note = null)
    {
        if (time.GetElapsedTime(_last) < Interval || done <= 0) return;
        _last = time.GetTimestamp();
        TimeSpan left = time.GetElapsedTime(_start) * ((double)(total - done) / done);
        string rest = note is null ? "" : $", {note()}";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {(double)done / total:0%}{rest}, about {TimeLeftColumn.Left(left)}"));
        output.Flush();
    }
}
