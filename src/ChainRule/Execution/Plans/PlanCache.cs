namespace ChainRule.Execution;

/// <summary>The plans of the graphs that were computed last, by structure.</summary>
internal static class PlanCache
{
    // What is kept: a training loop and an evaluation need a handful of plans.
    private const int Capacity = 128;
    private const long Bytes = 128L << 20;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<Structure, LinkedListNode<Entry>> Entries = [];
    private static readonly LinkedList<Entry> Recent = [];
    private static long _bytes;

    /// <summary>Takes the plan of a structure out of the cache, for the taker alone; null if there is none.</summary>
    public static PlanRun? Take(Structure structure)
    {
        lock (Gate)
        {
            if (!Entries.Remove(structure, out LinkedListNode<Entry>? entry)) return null;
            Recent.Remove(entry);
            _bytes -= entry.Value.Run.Plan.Bytes;
            return entry.Value.Run;
        }
    }

    /// <summary>Puts a plan back for the next one who needs it.</summary>
    public static void Return(Structure structure, PlanRun run)
    {
        run.Release();
        long size = run.Plan.Bytes;
        if (size > Bytes) return;
        lock (Gate)
        {
            if (Entries.ContainsKey(structure)) return;
            Entries.Add(structure, Recent.AddFirst(new Entry(structure, run)));
            _bytes += size;
            while (Recent.Count > Capacity || _bytes > Bytes)
            {
                Entry oldest = Recent.Last!.Value;
                Recent.RemoveLast();
                Entries.Remove(oldest.Structure);
                _bytes -= oldest.Run.Plan.Bytes;
            }
        }
    }

    private sealed record Entry(Structure Structure, PlanRun Run);
}
