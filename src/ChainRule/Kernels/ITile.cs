namespace ChainRule.Kernels;

/// <summary>The innermost matrix kernel: a small tile of C that stays in registers.</summary>
internal unsafe interface ITile<T>
    where T : unmanaged
{
    /// <summary>The number of rows of a tile, the same for every width.</summary>
    const int Rows = 6;

    /// <summary>The number of columns of a tile: two registers.</summary>
    static abstract int Columns { get; }

    /// <summary>
    /// C[0..Rows, 0..Columns] = A·B, or += A·B. Of A only the first <paramref name="rows"/> rows are read, but the
    /// whole tile of C is written (the rows past the end repeat the first one and mean nothing).
    /// </summary>
    static abstract void Multiply(
        int depth, int rows, MatrixView<T> a, T* b, nint bRowStride, T* c, nint cRowStride, bool accumulate);
}
