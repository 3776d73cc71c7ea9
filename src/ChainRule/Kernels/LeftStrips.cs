namespace ChainRule.Kernels;

/// <summary>
/// The left operand cut into strips as high as a tile. Where packing pays, a strip is packed when the first block of
/// columns reads it and the next blocks find it packed; of a matrix too high for that, the lower part is packed anew.
/// </summary>
internal readonly unsafe struct LeftStrips<T>
    where T : unmanaged
{
    // Of a matrix of 2,600 rows everything, at the usual depth. Each thread has its own buffer and keeps it, so it
    // should not be much more; what is read again comes from the third-level cache anyway.
    private const int KeptBytes = 4 << 20;

    private readonly MatrixView<T> _matrix;
    private readonly int _height, _higher, _kept;
    private readonly T* _packed;
    private readonly nint _packedStride;

    /// <summary>Cuts the left operand of a product that is computed in tiles of the given size.</summary>
    public LeftStrips(in Product<T> product, int tileRows, int tileColumns)
    {
        _matrix = product.A;
        Count = (product.M + tileRows - 1) / tileRows;
        // Heights that differ by one at most are faster than full strips and a low one.
        _height = product.M / Count;
        _higher = product.M - _height * Count;
        ArePacked = !_matrix.IsPlain
            || GemmBlocking.PacksRows(product.N, tileColumns, _matrix.RowStride * sizeof(T), _matrix.ColumnStride);
        if (!ArePacked)
            return;
        int elements = tileRows * product.Depth;
        if (GemmBlocking.ColumnBlocks(product.N) > 1)
            _kept = Math.Min(Count, KeptBytes / (elements * sizeof(T)));
        _packed = PackingBuffer.Left<T>(elements * Math.Min(Count, _kept + 1));
        _packedStride = elements;
    }

    /// <summary>The number of strips.</summary>
    public int Count { get; }

    /// <summary>Whether a column of a strip lies side by side, and one after the other.</summary>
    public bool ArePacked { get; }

    /// <summary>The first row of a strip.</summary>
    public int Row(int strip) => strip * _height + Math.Min(strip, _higher);

    /// <summary>The number of rows of a strip.</summary>
    public int Height(int strip) => strip < _higher ? _height + 1 : _height;

    /// <summary>
    /// The address of a strip's column <paramref name="from"/>, from which <paramref name="depth"/> columns can be
    /// read until the next call.
    /// </summary>
    /// <param name="strip">Which strip.</param>
    /// <param name="from">The first column.</param>
    /// <param name="depth">The number of columns.</param>
    /// <param name="isFirst">Whether these columns are read for the first time.</param>
    public T* Read(int strip, int from, int depth, bool isFirst)
    {
        int row = Row(strip), rows = Height(strip);
        if (!ArePacked)
            return _matrix.At(row, from);
        T* packed = Packed(strip);
        if (isFirst || strip >= _kept)
            Packing.Panel(depth, rows, _matrix.From(row, from), packed, rows);
        return packed;
    }

    /// <summary>What the next <see cref="Read"/> after that of <paramref name="strip"/> finds in memory.</summary>
    public LinesAhead<T> Ahead(int strip, int from, int depth, bool isFirst)
    {
        int next = strip + 1;
        bool isLast = next == Count, isKept = ArePacked && !isFirst && next < _kept;
        if (isKept && !isLast)
            return new(Packed(next), depth, Height(next), 1);
        if (isLast || !_matrix.IsPlain)
            return new(ArePacked ? Packed(strip) : _matrix.At(Row(strip), from), 0, 1, 0);
        T* first = _matrix.At(Row(next), from);
        nint stride = _matrix.RowStride;
        // A line holds several rows of a transposed matrix: the first and the last are enough.
        return _matrix.ColumnStride == 1
            ? new(first, stride, Height(next), 1)
            : new(first, (Height(next) - 1) * stride, 2, _matrix.ColumnStride);
    }

    private T* Packed(int strip) => _packed + Math.Min(strip, _kept) * _packedStride;
}
