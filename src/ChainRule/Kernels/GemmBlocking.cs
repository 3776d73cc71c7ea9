namespace ChainRule.Kernels;

/// <summary>
/// How a product is cut into blocks and which blocks are packed. All of it depends on shapes and strides only, and
/// no choice changes the order of a sum except <see cref="Depth"/>.
/// </summary>
internal static class GemmBlocking
{
    // A packed block of B of so many bytes leaves room in a second-level cache of 1 MiB and more.
    private const int DepthBytes = 1536;
    private const int MaximumColumns = 768;

    /// <summary>The depth of the blocks of a product of depth k: equal parts, so that no thin one is left.</summary>
    public static int Depth(int k, int elementSize) => Even(k, DepthBytes / elementSize, 1);

    /// <summary>The columns of B that are packed at once: equal parts again, in whole tiles.</summary>
    public static int Columns(int n, int tileColumns) =>
        n <= MaximumColumns ? n : Even(n, MaximumColumns, tileColumns);

    /// <summary>Whether packing A pays: enough tiles have to read it.</summary>
    public static bool PacksRows(int n, int tileColumns) => n > 4 * tileColumns;

    /// <summary>Whether packing B pays: enough rows of tiles have to read it. A tile cannot read it transposed.</summary>
    public static bool PacksColumns(int m, int tileRows, nint columnStride) =>
        columnStride != 1 || m > 3 * tileRows;

    private static int Even(int length, int maximum, int granularity)
    {
        int parts = Math.Max(1, (length + maximum - 1) / maximum);
        int part = (length + parts - 1) / parts;
        return (part + granularity - 1) / granularity * granularity;
    }
}
