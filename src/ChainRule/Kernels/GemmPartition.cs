namespace ChainRule.Kernels;

/// <summary>
/// A grid of parts of C, one for each thread. Every element is computed wholly by one thread and in the same order
/// wherever the borders lie, so the grid does not change a single bit.
/// </summary>
internal readonly record struct GemmPartition(int RowParts, int ColumnParts)
{
    // Waking another thread costs about as much as this many multiply-adds.
    private const long WorkPerThread = 1 << 20;

    // Rows and columns are given out in whole tiles.
    private const int Granularity = 96;

    /// <summary>The number of parts.</summary>
    public int Count => RowParts * ColumnParts;

    /// <summary>The grid for a product of the given shape whose parts are nearest to squares.</summary>
    public static GemmPartition For(int m, int n, int k, int threads)
    {
        int most = (int)Math.Clamp((long)m * n * k / WorkPerThread, 1, Math.Max(1, threads));
        var best = new GemmPartition(1, 1);
        for (int rowParts = 1; rowParts <= most; rowParts++)
        {
            var candidate = new GemmPartition(rowParts, most / rowParts);
            if (candidate.Count > best.Count
                || (candidate.Count == best.Count && candidate.Perimeter(m, n) < best.Perimeter(m, n)))
                best = candidate;
        }

        return best;
    }

    /// <summary>Rows of the given part: from, to.</summary>
    public (int From, int To) Rows(int part, int m) => Cut(part / ColumnParts, RowParts, m);

    /// <summary>Columns of the given part: from, to.</summary>
    public (int From, int To) Columns(int part, int n) => Cut(part % ColumnParts, ColumnParts, n);

    private long Perimeter(int m, int n) => (long)m / RowParts + n / ColumnParts;

    private static (int From, int To) Cut(int index, int parts, int length)
    {
        int granules = (length + Granularity - 1) / Granularity;
        int granularity = granules >= 4 * parts ? Granularity : 1;
        int Border(int i) => i == parts ? length : (int)((long)length * i / parts) / granularity * granularity;
        return (Border(index), Border(index + 1));
    }
}
