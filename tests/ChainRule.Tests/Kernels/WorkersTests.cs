using ChainRule.Kernels;

namespace ChainRule.Tests.Kernels;

public sealed class WorkersTests
{
    // More helpers than this machine may have processors, so that they compete and are held up.
    private static readonly WorkerTeam Team = new(5);

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(2, 2)]
    [InlineData(7, 1)]
    [InlineData(7, 100)]
    [InlineData(1000, 3)]
    public void Every_chunk_runs_once(int chunks, int threads)
    {
        for (int repeat = 0; repeat < 200; repeat++)
        {
            int[] counts = new int[chunks];
            if (repeat % 2 == 0)
                Workers.Run(new Count(counts), chunks, threads);
            else
                Team.Run(new Count(counts), chunks, threads);
            Assert.All(counts, count => Assert.Equal(1, count));
        }
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_001)]
    public void More_chunks_than_a_ticket_has_room_for_are_shared(int chunks)
    {
        int[] counts = new int[chunks];
        Team.Run(new Count(counts), chunks, 4);
        Assert.All(counts, count => Assert.Equal(1, count));
        // The first and the last one wait for each other, so they cannot both have run on one thread.
        var meeting = new CountdownEvent(2);
        Team.Run(new MeetAtTheEnds(meeting, chunks), chunks, 2);
        Assert.True(meeting.IsSet);
    }

    [Fact]
    public void Jobs_that_follow_each_other_at_any_distance_are_all_done()
    {
        int[] counts = new int[5];
        const int Jobs = 3000;
        for (int job = 0; job < Jobs; job++)
        {
            Team.Run(new Count(counts), counts.Length, 6);
            // Some helpers are spinning, some falling asleep and some asleep when the next job comes.
            Thread.SpinWait(job % 50 * 30);
        }

        Assert.All(counts, count => Assert.Equal(Jobs, count));
    }

    [Fact]
    public void A_helper_joins_in()
    {
        // Chunk 0 waits for chunk 1, so they cannot both have run on one thread.
        var meeting = new CountdownEvent(2);
        Team.Run(new Meet(meeting), 2, 2);
        Assert.True(meeting.IsSet);
    }

    [Fact]
    public void What_a_chunk_throws_reaches_the_caller_and_the_team_lives_on()
    {
        for (int bad = 0; bad < 20; bad++)
        {
            var error = Assert.Throws<InvalidOperationException>(() => Team.Run(new Throw(bad), 20, 4));
            Assert.Equal($"chunk {bad}", error.Message);
            int[] counts = new int[20];
            Team.Run(new Count(counts), 20, 4);
            Assert.All(counts, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void An_exception_on_one_thread_is_not_wrapped() =>
        Assert.Throws<InvalidOperationException>(() => Workers.Run(new Throw(0), 3, 1));

    [Fact]
    public void A_job_may_run_jobs()
    {
        int[] counts = new int[6 * 50];
        Team.Run(new Outer(counts), 6, 3);
        Assert.All(counts, count => Assert.Equal(1, count));
    }

    [Fact]
    public void Several_threads_may_call_at_once()
    {
        int[][] counts = [.. Enumerable.Range(0, 4).Select(_ => new int[40])];
        Thread[] callers = [.. counts.Select(mine => new Thread(() =>
        {
            for (int i = 0; i < 500; i++)
                Team.Run(new Count(mine), mine.Length, 3);
        }))];
        foreach (Thread caller in callers)
            caller.Start();
        foreach (Thread caller in callers)
            caller.Join();
        Assert.All(counts, mine => Assert.All(mine, count => Assert.Equal(500, count)));
    }

    [Fact]
    public void A_team_without_helpers_leaves_all_to_the_caller()
    {
        int[] counts = new int[9];
        new WorkerTeam(0).Run(new Count(counts), 9, 4);
        Assert.All(counts, count => Assert.Equal(1, count));
    }

    [Fact]
    public void Jobs_allocate_nothing_after_the_first()
    {
        int[] counts = new int[8];
        Team.Run(new Count(counts), 8, 2);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
            Team.Run(new Count(counts), 8, 2);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_job_may_be_an_object()
    {
        var job = new Total();
        Team.Run(job, 100, 4);
        Assert.Equal(4950, job.Sum);
    }

    private readonly struct Count(int[] counts) : IJob
    {
        public void Run(int chunk) => Interlocked.Increment(ref counts[chunk]);
    }

    private readonly struct Throw(int bad) : IJob
    {
        public void Run(int chunk)
        {
            if (chunk == bad)
                throw new InvalidOperationException($"chunk {chunk}");
        }
    }

    private readonly struct Meet(CountdownEvent meeting) : IJob
    {
        public void Run(int chunk)
        {
            meeting.Signal();
            meeting.Wait();
        }
    }

    private readonly struct MeetAtTheEnds(CountdownEvent meeting, int chunks) : IJob
    {
        public void Run(int chunk)
        {
            if (chunk != 0 && chunk != chunks - 1) return;
            meeting.Signal();
            meeting.Wait();
        }
    }

    private readonly struct Outer(int[] counts) : IJob
    {
        public void Run(int chunk) => Team.Run(new Inner(counts, chunk * 50), 50, 3);
    }

    private readonly struct Inner(int[] counts, int start) : IJob
    {
        public void Run(int chunk) => Interlocked.Increment(ref counts[start + chunk]);
    }

    private sealed class Total : IJob
    {
        private int _sum;

        public int Sum => _sum;

        public void Run(int chunk) => Interlocked.Add(ref _sum, chunk);
    }
}
