namespace ChainRule.Kernels;

/// <summary>
/// A grid of parts of C, one for each thread. Every element is computed wholly by one thread and in the same order
/// wherever the borders lie, so the grid does not change a single bit.
/// </summary>
internal readonly record struct GemmPartition(int RowParts, int ColumnParts, int Lanes)
{
    // Multiply-adds that take some times as long as handing them to a thread that is awake, and to one that sleeps.
    private const long WorkPerThread = 1 << 17, WorkPerSleeper = 1 << 20;

    /// <summary>The number of parts.</summary>
    public int Count => RowParts * ColumnParts;

    /// <summary>
    /// The grid for a product of the given shape whose parts are nearest to squares; each is at least
    /// <paramref name="lanes"/> wide.
    /// </summary>
    public static GemmPartition For(int m, int n, int k, int lanes, int threads)
    {
        long work = (long)m * n * k;
        var best = new GemmPartition(1, 1, lanes);
        if (work < 2 * WorkPerThread)
            return best;
        int most = (int)Math.Clamp(work / (Workers.AreAwake ? WorkPerThread : WorkPerSleeper), 1, threads);
        for (int rowParts = Math.Min(most, m); rowParts >= 1; rowParts--)
        {
            var candidate = new GemmPartition(rowParts, Math.Clamp(n / lanes, 1, most / rowParts), lanes);
            if (candidate.Count > best.Count
                || (candidate.Count == best.Count && candidate.Perimeter(m, n) < best.Perimeter(m, n)))
                best = candidate;
        }

        return best;
    }

    /// <summary>Rows of the given part: from, to.</summary>
    public (int From, int To) Rows(int part, int m)
    {
        int index = part / ColumnParts;
        return (Border(index, RowParts, m), Border(index + 1, RowParts, m));
    }

    /// <summary>Columns of the given part: from, to.</summary>
    public (int From, int To) Columns(int part, int n)
    {
        // Whole tiles if there are enough, at least whole registers.
        int index = part % ColumnParts, unit = n / Lanes >= 8 * ColumnParts ? 2 * Lanes : Lanes;
        int from = Border(index, ColumnParts, n / unit) * unit, to = Border(index + 1, ColumnParts, n / unit) * unit;
        return (from, index + 1 == ColumnParts ? n : to);
    }

    private static int Border(int index, int parts, int length) => (int)((long)length * index / parts);

    private long Perimeter(int m, int n) => (long)m / RowParts + n / ColumnParts;
}
