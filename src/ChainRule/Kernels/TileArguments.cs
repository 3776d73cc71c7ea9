namespace ChainRule.Kernels;

/// <summary>What a tile reads and writes. Strides count elements.</summary>
internal unsafe struct TileArguments<T>
    where T : unmanaged
{
    /// <summary>The number of products in each sum.</summary>
    public int Depth;

    /// <summary>Whether C += alpha·A·B rather than C = alpha·A·B.</summary>
    public bool Accumulate;

    /// <summary>The factor of each sum.</summary>
    public T Alpha;

    /// <summary>The first element of A.</summary>
    public T* A;

    /// <summary>From one row of A to the next.</summary>
    public nint ARow;

    /// <summary>From one column of A to the next.</summary>
    public nint AColumn;

    /// <summary>The first element of B.</summary>
    public T* B;

    /// <summary>From one row of B to the next.</summary>
    public nint BRow;

    /// <summary>From the first register of a row of B to the second.</summary>
    public nint BSecond;

    /// <summary>The first element of C.</summary>
    public T* C;

    /// <summary>From one row of C to the next.</summary>
    public nint CRow;

    /// <summary>From the first register of a row of C to the second; they may overlap.</summary>
    public nint CSecond;

    /// <summary>An address to ask the memory for at each step in depth, of what the next strip reads.</summary>
    public T* Ahead;

    /// <summary>From one such address to the next.</summary>
    public nint AheadStep;
}
