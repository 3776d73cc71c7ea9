namespace ChainRule.Kernels;

/// <summary>
/// How a product is cut into blocks and which blocks are packed. All of it depends on shapes and strides only, and
/// no choice changes the order of a sum except <see cref="Depth"/>.
/// </summary>
internal static class GemmBlocking
{
    // Of A, 14 rows of so many bytes take half of a first-level cache; of B, 512 columns of so many bytes leave room in
    // a second-level cache of 1 MiB and more.
    private const int DepthBytes = 1600;
    private const int MaximumColumns = 512;
    private const long DeepElements = 1 << 14, DeepWork = 1 << 18;
    private const int SetsBytes = 4096, ContendingBytes = 256;

    /// <summary>
    /// Whether a product is best divided in depth: C is small, and A and B are long. It is not worth it below some
    /// number of multiply-adds.
    /// </summary>
    public static bool IsDeep(int m, int n, int k) =>
        m > 1 && n > 1 && (long)m * n <= DeepElements && k >= 4L * Math.Max(m, n) && (long)m * n * k >= DeepWork;

    /// <summary>
    /// The depth of the blocks of a product: equal parts, so that no thin one is left; an even number of them if
    /// threads may share them.
    /// </summary>
    public static int Depth(int m, int n, int k, int elementSize)
    {
        int blocks = Quotient(k, DepthBytes / elementSize);
        if (IsDeep(m, n, k)) blocks = Quotient(blocks, 2) * 2;
        return Quotient(k, blocks);
    }

    /// <summary>The number of blocks of columns of B.</summary>
    public static int ColumnBlocks(int n) => Quotient(n, MaximumColumns);

    /// <summary>The columns of the next block if <paramref name="rest"/> columns are left for so many blocks.</summary>
    public static int Columns(int rest, int blocks, int tileColumns) =>
        blocks == 1 ? rest : Quotient(Quotient(rest, blocks), tileColumns) * tileColumns;

    /// <summary>
    /// Whether packing A pays. It does if several tiles read a strip and its elements would contend for the same sets
    /// of the first-level cache, which repeat every 4 KiB: those of a transposed matrix, and rows that lie about a
    /// multiple of that apart.
    /// </summary>
    public static bool PacksRows(int n, int tileColumns, nint rowBytes, nint columnStride)
    {
        long beyond = rowBytes & (SetsBytes - 1);
        return n > 4 * tileColumns
            && (columnStride != 1 || Math.Min(beyond, SetsBytes - beyond) < ContendingBytes);
    }

    /// <summary>
    /// Whether packing B pays: enough strips have to read it, fewer if each of its rows lies on a page of its own. A
    /// tile cannot read it transposed.
    /// </summary>
    public static bool PacksColumns(int m, int tileRows, nint rowBytes, nint columnStride) =>
        columnStride != 1 || m > (rowBytes < SetsBytes ? 20 : 3) * tileRows;

    // Rounded up.
    private static int Quotient(int x, int y) => (x + y - 1) / y;
}
