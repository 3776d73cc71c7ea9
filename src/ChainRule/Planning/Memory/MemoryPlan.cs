namespace ChainRule.Planning;

/// <summary>
/// Where temporaries lie in the arena of a plan: each from the step that writes it to the last that reads it, and where
/// it can be in the place of one that dies.
/// </summary>
internal sealed class MemoryPlan
{
    /// <summary>
    /// Offsets are multiples of this many bytes: the size of a cache line and of the widest register.
    /// </summary>
    public const int Alignment = 64;

    private readonly List<(long Offset, long Size)> _free = [];
    private readonly long[] _offsets;

    private MemoryPlan(IReadOnlyList<Place> places, IReadOnlyList<Step> steps)
    {
        _offsets = new long[places.Count];
        Array.Fill(_offsets, -1);
        int[] last = LastUses(places, steps);
        for (int i = 0; i < steps.Count; i++)
        {
            Place[] reads = [.. steps[i].Reads], writes = [.. steps[i].Writes];
            var inherited = new HashSet<Place>();
            foreach (Place output in writes)
            {
                if (output.Kind != PlaceKind.Temporary || _offsets[output.Index] >= 0) continue;
                Place? heir = reads.FirstOrDefault(input => input.Kind == PlaceKind.Temporary
                    && last[input.Index] == i
                    && Room(input) == Room(output)
                    && !writes.Contains(input)
                    && !inherited.Contains(input)
                    && steps[i].MayOverwrite(input, output));
                if (heir is not null) inherited.Add(heir);
                _offsets[output.Index] = heir is null ? Take(Room(output)) : _offsets[heir.Index];
            }

            foreach (Place place in reads.Union(writes))
            {
                if (place.Kind == PlaceKind.Temporary && last[place.Index] == i && !inherited.Contains(place))
                    Free(_offsets[place.Index], Room(place));
            }
        }
    }

    /// <summary>The size of the arena in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Plans the memory of some steps.</summary>
    public static MemoryPlan Of(IReadOnlyList<Place> places, IReadOnlyList<Step> steps) => new(places, steps);

    /// <summary>Where a temporary begins; −1 for other places.</summary>
    public long OffsetOf(Place place) => _offsets[place.Index];

    private static int[] LastUses(IReadOnlyList<Place> places, IReadOnlyList<Step> steps)
    {
        var last = new int[places.Count];
        for (int i = 0; i < steps.Count; i++)
        {
            foreach (Place place in steps[i].Reads) last[place.Index] = i;
            foreach (Place place in steps[i].Writes) last[place.Index] = i;
        }

        return last;
    }

    private static long Room(Place place) => Math.Max(1, (place.Bytes + Alignment - 1) / Alignment) * Alignment;

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
