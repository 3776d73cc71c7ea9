namespace ChainRule.Cli.Tests;

public sealed class PlainProgressTests
{
    [Fact]
    public void Short_work_writes_nothing_and_long_work_a_line_now_and_then()
    {
        var time = new SteppedTime();
        using var output = new StringWriter { NewLine = "\n" };
        var progress = new PlainProgress(output, time, "training", 1000);
        for (int done = 100; done <= 900; done += 100)
        {
            time.Advance(TimeSpan.FromSeconds(3));
            progress.Report(done, static () => "loss 0.5");
        }

        Assert.Equal(
            "training: 40%, loss 0.5, about 18 s left\ntraining: 80%, loss 0.5, about 6 s left\n", output.ToString());
    }

    private sealed class SteppedTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
