namespace ChainRule.Kernels;

/// <summary>A matrix product to be done: C = alpha·A·B or C += alpha·A·B, where A is [m, k] and B is [k, n].</summary>
internal unsafe struct Product<T>
    where T : unmanaged
{
    public int M;
    public int N;
    public int K;

    /// <summary>How many of the products in a sum are added up before the next block is begun.</summary>
    public int Depth;

    public bool Accumulate;
    public T Alpha;
    public MatrixView<T> A;
    public MatrixView<T> B;
    public MatrixView<T> C;

    /// <summary>A part of the product: some rows and some columns of C, from and to.</summary>
    public readonly Product<T> Part((int From, int To) rows, (int From, int To) columns) => this with
    {
        M = rows.To - rows.From,
        N = columns.To - columns.From,
        A = A.From(rows.From, 0),
        B = B.From(0, columns.From),
        C = C.From(rows.From, columns.From),
    };
}
