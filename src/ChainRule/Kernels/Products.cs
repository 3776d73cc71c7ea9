namespace ChainRule.Kernels;

/// <summary>Matrix products of elements that the garbage collector may move at other times.</summary>
internal static unsafe class Products
{
    /// <summary>
    /// C = alpha·A·B, or C += alpha·A·B; nothing is checked. Strides count elements; C has contiguous rows. See
    /// <see cref="Gemm"/> for what the order of additions depends on.
    /// </summary>
    public static void Multiply<T>(
        int m,
        int n,
        int k,
        ref readonly T a,
        nint aRow,
        nint aColumn,
        ref readonly T b,
        nint bRow,
        nint bColumn,
        ref T c,
        T alpha,
        bool accumulate,
        int threads)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        fixed (T* left = &a, right = &b, target = &c)
        {
            Gemm.Multiply(
                m, n, k, left, aRow, aColumn, right, bRow, bColumn, target, n, alpha, accumulate, threads);
        }
    }
}
