using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace ChainRule.Kernels;

/// <summary>
/// A few threads that wait to share the work of a caller. Chunks are claimed one by one: by the caller, who works too,
/// from the first one on, by helpers from the last one back. So of two jobs over the same memory each thread does about
/// the same part, which is in its cache. At the end the caller waits only for chunks that others have claimed, so that
/// a helper whom the system keeps waiting costs nothing. Between jobs the helpers spin for some microseconds, which
/// makes the next hand-off ten times as fast, and then sleep.
/// </summary>
/// <param name="maximum">How many helpers there may be; they are started when first needed.</param>
internal sealed unsafe class WorkerTeam(int maximum)
{
    // Of the number of a chunk in a ticket.
    private const int EndBits = 16;

    private static readonly long SpinTicks = Stopwatch.Frequency * 50 / 1_000_000;

    private readonly Helper[] _helpers = new Helper[Math.Max(0, maximum)];
    private int _maximum = Math.Max(0, maximum);
    private int _started;
    private Shared _shared;
    private Exception? _failure;

    // The job at hand. Its fields are written before the ticket and may be overwritten only when all of its chunks
    // are done, so who has claimed a chunk after reading them has read the right ones.
    private void* _job;
    private delegate*<void*, int, void> _run;
    private int _wanted;

    /// <summary>See <see cref="Workers.AreAwake"/>.</summary>
    public bool IsAwake => _helpers.Length > 0 && _helpers[0] is { IsAsleep: false };

    /// <summary>See <see cref="Workers.Run{TJob}"/>.</summary>
    public void Run<TJob>(TJob job, int chunks, int threads)
        where TJob : IJob
    {
        // A ticket has room for so many; more are claimed by the handful.
        int handful = (chunks / (ushort.MaxValue + 1)) + 1;
        if (handful == 1) Share(job, chunks, threads);
        else Share(new Handfuls<TJob>(job, handful, chunks), ((chunks - 1) / handful) + 1, threads);
    }

    private void Share<TJob>(TJob job, int chunks, int threads)
        where TJob : IJob
    {
        if (_maximum == 0 || Interlocked.CompareExchange(ref _shared.Busy, 1, 0) != 0)
        {
            for (int chunk = 0; chunk < chunks; chunk++)
                job.Run(chunk);
            return;
        }

        // The parameter lives on this stack, where nothing moves it, until all chunks are done.
        _job = Unsafe.AsPointer(ref job);
        _run = &Invoke<TJob>;
        Lead(chunks, Math.Min(threads, chunks) - 1);
    }

    private static void Invoke<TJob>(void* job, int chunk)
        where TJob : IJob => Unsafe.AsRef<TJob>(job).Run(chunk);

    private void Lead(int chunks, int helpers)
    {
        Start(helpers);
        _wanted = helpers = Math.Min(helpers, _started);
        _shared.Done = 0;
        // As it is read from the ticket: after 2³¹ jobs it goes on from −2³¹.
        long epoch = (int)((_shared.Ticket >> 32) + 1);
        Interlocked.Exchange(ref _shared.Ticket, (epoch << 32) | (uint)chunks);
        for (int i = 0; i < helpers; i++)
            _helpers[i].Wake();

        int left = chunks - Work(epoch, leads: true);
        for (var wait = new SpinWait(); Volatile.Read(ref _shared.Done) != left;)
            wait.SpinOnce(sleep1Threshold: -1);
        Exception? failure = _failure;
        _failure = null;
        Volatile.Write(ref _shared.Busy, 0);
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    // Claims and does chunks until none is left; the number done.
    private int Work(long epoch, bool leads)
    {
        int done = 0;
        while (true)
        {
            // The high half of a ticket tells the job, the low half the first chunk that is left and the one behind the
            // last. A late helper whose job has ended finds no chunk left or another job, even when it was held up
            // before the exchange.
            long ticket = Volatile.Read(ref _shared.Ticket);
            void* job = _job;
            delegate*<void*, int, void> run = _run;
            int first = (ushort)(ticket >> EndBits), end = (ushort)ticket;
            if (ticket >> 32 != epoch || first == end)
                return done;
            long next = leads ? ticket + (1 << EndBits) : ticket - 1;
            if (Interlocked.CompareExchange(ref _shared.Ticket, next, ticket) != ticket)
                continue;
            int chunk = leads ? first : end - 1;
            try
            {
                run(job, chunk);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref _failure, e, null);
            }

            done++;
        }
    }

    private void Start(int helpers)
    {
        for (; _started < Math.Min(helpers, _maximum); _started++)
        {
            var helper = new Helper(this, _started);
            try
            {
                var thread = new Thread(helper.Live) { IsBackground = true, Name = $"ChainRule worker {_started}" };
                // Whoever comes first must not leave its culture or its async locals to all later jobs.
                thread.UnsafeStart();
            }
            catch (Exception e)
                when (e is PlatformNotSupportedException or ThreadStartException or OutOfMemoryException)
            {
                // Fewer threads give the same results.
                _maximum = _started;
                return;
            }

            _helpers[_started] = helper;
        }
    }

    // What several threads write lies on cache lines of its own.
    [StructLayout(LayoutKind.Explicit, Size = 512)]
    private struct Shared
    {
        [FieldOffset(128)]
        public long Ticket;

        [FieldOffset(256)]
        public int Done;

        [FieldOffset(384)]
        public int Busy;
    }

    private sealed class Helper(WorkerTeam team, int index)
    {
        private readonly object _gate = new();
        private int _asleep;

        public bool IsAsleep => Volatile.Read(ref _asleep) == 1;

        public void Wake()
        {
            if (Volatile.Read(ref _asleep) == 0 || Interlocked.Exchange(ref _asleep, 0) == 0)
                return;
            lock (_gate)
                Monitor.Pulse(_gate);
        }

        public void Live()
        {
            long seen = 0;
            long idleSince = Stopwatch.GetTimestamp();
            while (true)
            {
                long epoch = Volatile.Read(ref team._shared.Ticket) >> 32;
                if (epoch != seen)
                {
                    seen = epoch;
                    if (index >= team._wanted)
                        continue;
                    int done = team.Work(epoch, leads: false);
                    if (done > 0)
                        Interlocked.Add(ref team._shared.Done, done);
                    idleSince = Stopwatch.GetTimestamp();
                }
                else if (Stopwatch.GetTimestamp() - idleSince < SpinTicks)
                {
                    Thread.SpinWait(1);
                }
                else
                {
                    Sleep(seen);
                    idleSince = Stopwatch.GetTimestamp();
                }
            }
        }

        // A job published before the flag was raised is seen here; one published after it lowers the flag.
        private void Sleep(long seen)
        {
            lock (_gate)
            {
                Interlocked.Exchange(ref _asleep, 1);
                if (Volatile.Read(ref team._shared.Ticket) >> 32 != seen)
                    Volatile.Write(ref _asleep, 0);
                while (Volatile.Read(ref _asleep) == 1)
                    Monitor.Wait(_gate);
            }
        }
    }
}
