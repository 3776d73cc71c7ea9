namespace ChainRule.Planning;

/// <summary>
/// Where temporaries lie in the arena of a plan: each from the step that writes it to the last that reads it, and where
/// it can be in the place of one that dies.
/// </summary>
internal sealed class MemoryPlan
{
    /// <summary>Offsets are multiples of this many bytes: the size of a cache line and of the widest register.</summary>
    public const int Alignment = 64;

    private readonly List<(long Offset, long Size)> _free = [];
    private readonly long[] _offsets;

    private MemoryPlan(IReadOnlyList<Slot> slots, IReadOnlyList<Step> steps)
    {
        _offsets = new long[slots.Count];
        Array.Fill(_offsets, -1);
        int[] last = LastUses(slots, steps);
        for (int i = 0; i < steps.Count; i++)
        {
            Slot[] reads = [.. steps[i].Reads], writes = [.. steps[i].Writes];
            var inherited = new HashSet<Slot>();
            foreach (Slot output in writes)
            {
                if (output.Kind != SlotKind.Temporary || _offsets[output.Index] >= 0) continue;
                Slot? heir = reads.FirstOrDefault(input => input.Kind == SlotKind.Temporary
                    && last[input.Index] == i
                    && Room(input) == Room(output)
                    && !writes.Contains(input)
                    && !inherited.Contains(input)
                    && steps[i].MayOverwrite(input, output));
                if (heir is not null) inherited.Add(heir);
                _offsets[output.Index] = heir is null ? Take(Room(output)) : _offsets[heir.Index];
            }

            foreach (Slot slot in reads.Union(writes))
            {
                if (slot.Kind == SlotKind.Temporary && last[slot.Index] == i && !inherited.Contains(slot))
                    Free(_offsets[slot.Index], Room(slot));
            }
        }
    }

    /// <summary>The size of the arena in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Plans the memory of some steps.</summary>
    public static MemoryPlan Of(IReadOnlyList<Slot> slots, IReadOnlyList<Step> steps) => new(slots, steps);

    /// <summary>Where a temporary begins; −1 for other slots.</summary>
    public long OffsetOf(Slot slot) => _offsets[slot.Index];

    private static int[] LastUses(IReadOnlyList<Slot> slots, IReadOnlyList<Step> steps)
    {
        var last = new int[slots.Count];
        for (int i = 0; i < steps.Count; i++)
        {
            foreach (Slot slot in steps[i].Reads) last[slot.Index] = i;
            foreach (Slot slot in steps[i].Writes) last[slot.Index] = i;
        }

        return last;
    }

    private static long Room(Slot slot) => Math.Max(1, (slot.Bytes + Alignment - 1) / Alignment) * Alignment;

    // The smallest gap that is large enough, or new room at the end.
    private long Take(long size)
    {
        int best = -1;
        for (int i = 0; i < _free.Count; i++)
        {
            if (_free[i].Size >= size && (best < 0 || _free[i].Size < _free[best].Size)) best = i;
        }

        if (best < 0)
        {
            // A gap that reaches the end can grow.
            if (_free.Count > 0 && _free[^1].Offset + _free[^1].Size == Size)
            {
                long offset = _free[^1].Offset;
                _free.RemoveAt(_free.Count - 1);
                Size = offset + size;
                return offset;
            }

            Size += size;
            return Size - size;
        }

        (long start, long room) = _free[best];
        if (room == size) _free.RemoveAt(best);
        else _free[best] = (start + size, room - size);
        return start;
    }

    private void Free(long offset, long size)
    {
        int at = 0;
        while (at < _free.Count && _free[at].Offset < offset) at++;
        _free.Insert(at, (offset, size));
        Join(at);
        if (at > 0) Join(at - 1);
    }

    private void Join(int at)
    {
        if (at + 1 >= _free.Count || _free[at].Offset + _free[at].Size != _free[at + 1].Offset) return;
        _free[at] = (_free[at].Offset, _free[at].Size + _free[at + 1].Size);
        _free.RemoveAt(at + 1);
    }
}
