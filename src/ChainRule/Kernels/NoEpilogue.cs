namespace ChainRule.Kernels;

/// <summary>Leaves a matrix product as it is; the JIT removes the calls.</summary>
internal readonly unsafe struct NoEpilogue<T> : IGemmEpilogue<T>
    where T : unmanaged
{
    public void Rows(int firstRow, int rows, int firstColumn, int columns, T* c, nint cRowStride)
    {
    }
}
