namespace ChainRule.Kernels;

/// <summary>
/// How a product is cut into blocks and which blocks are packed. All of it depends on shapes and strides only, and
/// no choice changes the order of a sum except <see cref="Depth"/>.
/// </summary>
internal static class GemmBlocking
{
    /// <summary>Rows of A that stay in the second-level cache; a multiple of the tile's rows.</summary>
    public const int Rows = 192;

    /// <summary>Columns of B that stay in the last-level cache; a multiple of every tile's columns.</summary>
    public const int Columns = 2048;

    /// <summary>Up to so many rows of A, reading B where it lies is faster than packing it.</summary>
    public const int UnpackedRows = 12;

    private const int MaximumDepth = 384;
    private const int ShallowDepth = 128;

    /// <summary>The depth of the blocks of a product of depth k: equal parts, so that no thin one is left.</summary>
    public static int Depth(int k)
    {
        int blocks = Math.Max(1, (k + MaximumDepth - 1) / MaximumDepth);
        return (k + blocks - 1) / blocks;
    }

    /// <summary>
    /// Whether packing A pays: enough columns of B have to read it. A transposed A costs a cache line for every step
    /// in depth, so a deep one must be packed as soon as it is read twice.
    /// </summary>
    public static bool PacksRows(int n, int tileColumns, int depth, nint columnStride) =>
        n > 4 * tileColumns || (n > tileColumns && depth > ShallowDepth && columnStride > 1);
}
