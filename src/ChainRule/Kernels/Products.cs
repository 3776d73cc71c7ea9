namespace ChainRule.Kernels;

/// <summary>Matrix products of elements that the garbage collector may move at other times.</summary>
internal static unsafe class Products
{
    /// <summary>
    /// C = alpha·A·B, or C += alpha·A·B; nothing is checked. C has contiguous rows. See
    /// <see cref="Gemm"/> for what the order of additions depends on.
    /// </summary>
    public static void Multiply<T>(
        int m,
        int n,
        int k,
        ref readonly T a,
        in MatrixAxes aAxes,
        ref readonly T b,
        in MatrixAxes bAxes,
        ref T c,
        T alpha,
        bool accumulate,
        int threads)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        fixed (T* left = &a, right = &b, target = &c)
        {
            Gemm.Multiply(m, n, k, left, aAxes, right, bAxes, target, n, alpha, accumulate, threads);
        }
    }
}
