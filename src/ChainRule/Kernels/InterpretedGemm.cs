using System.Runtime.Intrinsics;

namespace ChainRule.Kernels;

/// <summary>
/// The product of matrices of floats where code is interpreted, as in browsers. There each call costs more than many
/// multiplications, and the tiles of <see cref="BlockedGemm{TSimd, TVector, T, TEpilogue}"/> consist of calls that only
/// a compiler takes away. So this is one loop without any, over 4 rows of 8 columns, whose sums are 8 registers of 128
/// bits. Every element is one sum over k in ascending order.
/// </summary>
internal static unsafe class InterpretedGemm
{
    private const int Rows = 4, Columns = 8, Half = Columns / 2;

    /// <summary>Does the product, of which k is at least 1 and both operands are plain.</summary>
    public static void Multiply(in Product<float> product)
    {
        (int m, int n, int k) = (product.M, product.N, product.K);
        (nint step, nint stride) = (product.A.ColumnStride, product.A.RowStride);
        float* panel = PackingBuffer.Right<float>(k * Columns), sums = PackingBuffer.Left<float>(Rows * Columns);
        for (int column = 0; column < n; column += Columns)
        {
            int columns = Math.Min(Columns, n - column);
            Pack(product.B.From(0, column), k, columns, panel);
            for (int row = 0; row < m; row += Rows)
            {
                // Rows that are missing repeat the last one; their sums are left.
                int rows = Math.Min(Rows, m - row), last = rows - 1;
                (nint row1, nint row2, nint row3) = (Math.Min(1, last), Math.Min(2, last), Math.Min(3, last));
                Sum(product.A.At(row, 0), row1 * stride, row2 * stride, row3 * stride, step, panel, k, sums);
                for (int i = 0; i < rows; i++)
                {
                    float* c = product.C.At(row + i, column);
                    Finish(sums + (i * Columns), columns, c, product.Alpha, product.Accumulate);
                }
            }
        }
    }

    // The elements of 8 columns side by side, row by row; columns that are missing are 0.
    private static void Pack(in MatrixView<float> b, int depth, int columns, float* panel)
    {
        float* source = b.Origin;
        (nint row, nint column) = (b.RowStride, b.ColumnStride);
        if (columns == Columns && column == 1)
        {
            for (; depth > 0; depth--, source += row, panel += Columns)
            {
                Vector128.Load(source).Store(panel);
                Vector128.Load(source + Half).Store(panel + Half);
            }

            return;
        }

        for (; depth > 0; depth--, source += row, panel += Columns)
        {
            for (int j = 0; j < Columns; j++) panel[j] = j < columns ? source[j * column] : 0;
        }
    }

    private static void Sum(
        float* a, nint row1, nint row2, nint row3, nint step, float* panel, int depth, float* sums)
    {
        Vector128<float> c00 = default, c01 = default, c10 = default, c11 = default;
        Vector128<float> c20 = default, c21 = default, c30 = default, c31 = default;
        for (; depth > 0; depth--)
        {
            Vector128<float> left = Vector128.Load(panel), right = Vector128.Load(panel + Half);
            Vector128<float> x = Vector128.Create(*a);
            c00 += x * left;
            c01 += x * right;
            x = Vector128.Create(a[row1]);
            c10 += x * left;
            c11 += x * right;
            x = Vector128.Create(a[row2]);
            c20 += x * left;
            c21 += x * right;
            x = Vector128.Create(a[row3]);
            c30 += x * left;
            c31 += x * right;
            a += step;
            panel += Columns;
        }

        c00.Store(sums);
        c01.Store(sums + Half);
        c10.Store(sums + Columns);
        c11.Store(sums + Columns + Half);
        c20.Store(sums + (2 * Columns));
        c21.Store(sums + (2 * Columns) + Half);
        c30.Store(sums + (3 * Columns));
        c31.Store(sums + (3 * Columns) + Half);
    }

    private static void Finish(float* sums, int columns, float* c, float alpha, bool accumulate)
    {
        for (int j = 0; j < columns; j++) c[j] = accumulate ? (alpha * sums[j]) + c[j] : alpha * sums[j];
    }
}
