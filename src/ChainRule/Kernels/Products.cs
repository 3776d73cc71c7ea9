namespace ChainRule.Kernels;

/// <summary>Matrix products of elements that the garbage collector may move at other times.</summary>
internal static unsafe class Products
{
    /// <summary>
    /// C = alpha·A·B, or C += alpha·A·B; nothing is checked. C has contiguous rows. See
    /// <see cref="Gemm"/> for what the order of additions depends on.
    /// </summary>
    /// <param name="m">Rows of A and C.</param>
    /// <param name="n">Columns of B and C.</param>
    /// <param name="k">Columns of A and rows of B.</param>
    /// <param name="a">The first element of A.</param>
    /// <param name="aAxes">Where the rows and columns of A lie.</param>
    /// <param name="b">The first element of B.</param>
    /// <param name="bAxes">Where the rows and columns of B lie.</param>
    /// <param name="c">The first element of C.</param>
    /// <param name="alpha">The factor of all sums.</param>
    /// <param name="accumulate">Whether to add to C instead of replacing it.</param>
    /// <param name="threads">The most threads to use.</param>
    /// <param name="width">The width of the registers in bits, at most.</param>
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
        int threads,
        int width)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        fixed (T* left = &a, right = &b, target = &c)
        {
            NoEpilogue<T> none = default;
            var product = new Product<T>
            {
                M = m,
                N = n,
                K = k,
                Accumulate = accumulate,
                Alpha = alpha,
                A = new MatrixView<T>(left, aAxes),
                B = new MatrixView<T>(right, bAxes),
                C = new MatrixView<T>(target, n, 1),
            };
            Gemm.Multiply(product, threads, width, ref none);
        }
    }
}
