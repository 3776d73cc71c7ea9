using ChainRule.Graphs;

namespace ChainRule.Execution;

/// <summary>
/// Memory for large results. A result belongs to its user for as long as he likes, and nobody tells when he is done;
/// but when its storage has been collected, its array can be used again. That saves the system from clearing fresh
/// pages, which takes longer than filling them.
/// </summary>
internal static class StoragePool
{
    // Smaller arrays are cheap to make and to collect; for larger ones it is not worth keeping several.
    private const long SmallestBytes = 64 << 10, LargestBytes = 16 << 20;

    // What is kept of one size, and in all.
    private const long BytesOfSize = 32 << 20, BytesInAll = 96 << 20;
    private const int CountOfSize = 128;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<(DType, int), Shelf> Shelves = [];
    private static long _bytes;

    /// <summary>Of how many sizes arrays are kept.</summary>
    internal static int Sizes => Shelves.Count;

    /// <summary>Room for elements whose values are not defined.</summary>
    /// <exception cref="InsufficientMemoryException">There is not enough memory.</exception>
    public static Storage Allocate(DType dtype, int length)
    {
        long bytes = (long)dtype.Size * length;
        if (bytes is < SmallestBytes or > LargestBytes) return Storage.Allocate(dtype, length);
        lock (Gate)
        {
            if (!Shelves.TryGetValue((dtype, length), out Shelf? shelf)) return Add(dtype, length);
            if (shelf.TryReuse() is { } free) return free;
            _bytes -= shelf.RemoveLent() * bytes;
            if (shelf.Entries.Count < Math.Min(CountOfSize, BytesOfSize / bytes)) return Add(dtype, length);
            return Collected(shelf) ?? Storage.Allocate(dtype, length);
        }
    }

    // All are taken. Most of those who took them are gone, but only the collector knows.
    private static Storage? Collected(Shelf shelf)
    {
        if (shelf.Patience > 0)
        {
            shelf.Patience--;
            return null;
        }

        // The result in use at the last collection has outlived one, so the youngest objects are not enough.
        GC.Collect(1, GCCollectionMode.Forced, blocking: true);
        // If most are still taken, users seem to keep them; the next collection should not come at once.
        if (2 * shelf.CountFree() < shelf.Entries.Count) shelf.Patience = shelf.Entries.Count;
        return shelf.TryReuse();
    }

    private static Storage Add(DType dtype, int length)
    {
        Storage made = Storage.AllocatePinned(dtype, length);
        long bytes = (long)dtype.Size * length;
        if (_bytes + bytes > BytesInAll)
        {
            // What is in use stays with its users; it only does not come back.
            Shelves.Clear();
            _bytes = 0;
        }

        _bytes += bytes;
        if (!Shelves.TryGetValue((dtype, length), out Shelf? shelf)) Shelves.Add((dtype, length), shelf = new());
        return shelf.Add(made);
    }

    /// <summary>An array and the storage that has it at the moment.</summary>
    private sealed record Entry(Storage Made, Lease Lease, WeakReference<Storage> Owner);

    /// <summary>The arrays of one size.</summary>
    private sealed class Shelf
    {
        private int _next;

        public List<Entry> Entries { get; } = [];

        /// <summary>How many are made without another collection.</summary>
        public int Patience { get; set; }

        /// <summary>Leaves to their users the arrays that will never be free.</summary>
        /// <returns>How many there were.</returns>
        public int RemoveLent() => Entries.RemoveAll(static entry => entry.Lease.IsLent);

        public Storage Add(Storage made)
        {
            var lease = new Lease();
            Storage storage = made.LendTo(lease);
            Entries.Add(new(made, lease, new WeakReference<Storage>(storage)));
            return storage;
        }

        /// <summary>An array that nobody has. They are used in turns, so that the oldest is looked at first.</summary>
        public Storage? TryReuse()
        {
            for (int i = 0; i < Entries.Count; i++)
            {
                Entry entry = Entries[(_next + i) % Entries.Count];
                if (!IsFree(entry)) continue;
                _next = (_next + i + 1) % Entries.Count;
                Storage storage = entry.Made.LendTo(entry.Lease);
                entry.Owner.SetTarget(storage);
                return storage;
            }

            return null;
        }

        public int CountFree() => Entries.Count(IsFree);

        // In this order: as long as there is an owner, the array may still be lent.
        private static bool IsFree(Entry entry) => !entry.Owner.TryGetTarget(out _) && !entry.Lease.IsLent;
    }
}
