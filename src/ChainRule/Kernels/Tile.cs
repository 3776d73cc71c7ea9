using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ChainRule.Kernels;

/// <summary>
/// The innermost matrix kernel: a tile of C of up to 14 rows by 2 registers that stays in registers. With 28 sums,
/// 2 registers of B and 1 element of A it fills the 32 registers of AVX-512 and Arm64; 6 rows fit the 16 of AVX2.
/// Every element of C is one sum over k in ascending order, whatever the width and the place in the tile.
/// </summary>
/// <typeparam name="TSimd">What a register does.</typeparam>
/// <typeparam name="TVector">The register.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TRows">The number of rows, 1 to 14.</typeparam>
/// <typeparam name="TRegisters">The number of registers a row, 1 or 2.</typeparam>
/// <typeparam name="TPacked">1 if A is packed, so that a column of the tile lies side by side; otherwise 0.</typeparam>
internal static unsafe class Tile<TSimd, TVector, T, TRows, TRegisters, TPacked>
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
    where TRows : IConstant
    where TRegisters : IConstant
    where TPacked : IConstant
{
    // So few steps in depth are done before a line of C has come from memory.
    private const int PrefetchDepth = 32;

    // B comes from the second-level cache; the rows of one that is not packed are too far apart for the processor to
    // foresee.
    private const int RowsAhead = 12;

    /// <summary>C = alpha·A·B or C += alpha·A·B for one tile and one block in depth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(in TileArguments<T> tile)
    {
        int depth = tile.Depth;
        // C is asked for row by row between parts of the sum: all at once it would hold up B.
        bool prefetches = Sse.IsSupported && depth > PrefetchDepth;
        int part = prefetches ? (depth + TRows.Value - 1) / TRows.Value : depth;
        T* target = tile.C, next = tile.Ahead;
        TVector c00, c10, c20, c30, c40, c50, c60, c70, c80, c90, cA0, cB0, cC0, cD0;
        TVector c01, c11, c21, c31, c41, c51, c61, c71, c81, c91, cA1, cB1, cC1, cD1;
        c00 = c10 = c20 = c30 = c40 = c50 = c60 = c70 = c80 = c90 = cA0 = cB0 = cC0 = cD0 = default;
        c01 = c11 = c21 = c31 = c41 = c51 = c61 = c71 = c81 = c91 = cA1 = cB1 = cC1 = cD1 = default;
        // Three rows share a pointer, which the addressing modes allow; a pointer a row would need 14.
        T* b = tile.B, a = tile.A;
        nint bRow = tile.BRow, bSecond = tile.BSecond, ahead = RowsAhead * bRow, step = tile.AColumn;
        nint nextStep = TPacked.Value == 1 ? tile.AheadStep : step;
        nint row = tile.ARow, row2 = 2 * row;
        T* a3 = a + 3 * row, a6 = a + 6 * row, a9 = a + 9 * row, a12 = a + 12 * row;
        for (; depth > 0; depth -= part)
        {
            if (prefetches)
            {
                Sse.Prefetch0(target);
                if (TRegisters.Value == 2) Sse.Prefetch0(target + tile.CSecond);
                target += tile.CRow;
            }

            for (int left = Math.Min(part, depth); left > 0; left--)
            {
                TVector b0 = TSimd.Load(b), b1 = TRegisters.Value == 2 ? TSimd.Load(b + bSecond) : default;
                if (Sse.IsSupported)
                {
                    Sse.Prefetch0(b + ahead);
                    if (TRegisters.Value == 2) Sse.Prefetch0(b + ahead + bSecond);
                    Sse.Prefetch1(next);
                    next += nextStep;
                }

                b += bRow;
                TVector x;
                x = TSimd.Broadcast(TPacked.Value == 1 ? a[0] : *a);
                c00 = TSimd.MultiplyAdd(x, b0, c00);
                if (TRegisters.Value == 2) c01 = TSimd.MultiplyAdd(x, b1, c01);

                if (TRows.Value > 1)
                {
                    x = TSimd.Broadcast(TPacked.Value == 1 ? a[1] : a[row]);
                    c10 = TSimd.MultiplyAdd(x, b0, c10);
                    if (TRegisters.Value == 2) c11 = TSimd.MultiplyAdd(x, b1, c11);
                }

                if (TRows.Value > 2)
                {
                    x = TSimd.Broadcast(TPacked.Value == 1 ? a[2] : a[row2]);
                    c20 = TSimd.MultiplyAdd(x, b0, c20);
                    if (TRegisters.Value == 2) c21 = TSimd.MultiplyAdd(x, b1, c21);
                }

                if (TRows.Value > 3)
                {
                    x = TSimd.Broadcast(TPacked.Value == 1 ? a[3] : *a3);
                    c30 = TSimd.MultiplyAdd(x, b0, c30);
                    if (TRegisters.Value == 2) c31 = TSimd.MultiplyAdd(x, b1, c31);
                }

                if (TRows.Value > 4)
                {
                    x = TSimd.Broadcast(TPacked.Value == 1 ? a[4] : a3[row]);
                    c40 = TSimd.MultiplyAdd(x, b0, c40);
                    if (TRegisters.Value == 2) c41 = TSimd.MultiplyAdd(x, b1, c41);
                }

                if (TRows.Value > 5)
                {
                    x = TSimd.Broadcast(TPacked.Value == 1 ? a[5] : a3[row2]);
                    c50 = TSimd.MultiplyAdd(x, b0, c50);
                    if (TRegisters.Value == 2) c51 = TSimd.MultiplyAdd(x, b1, c51);
                }

                if (TRows.Value > 6)
                {
                    x = TSimd.Broadcast(TPacked.Value == 1 ? a[6] : *a6);
                    c60 = TSimd.MultiplyAdd(x, b0, c60);
                    if (TRegisters.Value == 2) c61 = TSimd.MultiplyAdd(x, b1, c61);
                }

                if (TRows.Value > 7)
                {
                    x = TSimd.Broadcast(TPacked.Value == 1 ? a[7] : a6[row]);
                    c70 = TSimd.MultiplyAdd(x, b0, c70);
                    if (TRegisters.Value == 2) c71 = TSimd.MultiplyAdd(x, b1, c71);
                }

                if (TRows.Value > 8)
                {
                    x = TSimd.Broadcast(TPacked.Value == 1 ? a[8] : a6[row2]);
                    c80 = TSimd.MultiplyAdd(x, b0, c80);
                    if (TRegisters.Value == 2) c81 = TSimd.MultiplyAdd(x, b1, c81);
                }

                if (TRows.Value > 9)
                {
                    x = TSimd.Broadcast(TPacked.Value == 1 ? a[9] : *a9);
                    c90 = TSimd.MultiplyAdd(x, b0, c90);
                    if (TRegisters.Value == 2) c91 = TSimd.MultiplyAdd(x, b1, c91);
                }

                if (TRows.Value > 10)
                {
                    x = TSimd.Broadcast(TPacked.Value == 1 ? a[10] : a9[row]);
                    cA0 = TSimd.MultiplyAdd(x, b0, cA0);
                    if (TRegisters.Value == 2) cA1 = TSimd.MultiplyAdd(x, b1, cA1);
                }

                if (TRows.Value > 11)
                {
                    x = TSimd.Broadcast(TPacked.Value == 1 ? a[11] : a9[row2]);
                    cB0 = TSimd.MultiplyAdd(x, b0, cB0);
                    if (TRegisters.Value == 2) cB1 = TSimd.MultiplyAdd(x, b1, cB1);
                }

                if (TRows.Value > 12)
                {
                    x = TSimd.Broadcast(TPacked.Value == 1 ? a[12] : *a12);
                    cC0 = TSimd.MultiplyAdd(x, b0, cC0);
                    if (TRegisters.Value == 2) cC1 = TSimd.MultiplyAdd(x, b1, cC1);
                }

                if (TRows.Value > 13)
                {
                    x = TSimd.Broadcast(TPacked.Value == 1 ? a[13] : a12[row]);
                    cD0 = TSimd.MultiplyAdd(x, b0, cD0);
                    if (TRegisters.Value == 2) cD1 = TSimd.MultiplyAdd(x, b1, cD1);
                }

                if (TPacked.Value == 1)
                {
                    a += TRows.Value;
                }
                else
                {
                    a += step;
                    a3 += step;
                    a6 += step;
                    a9 += step;
                    a12 += step;
                }
            }
        }

        T* c = tile.C;
        nint cRow = tile.CRow, cSecond = tile.CSecond;
        bool accumulate = tile.Accumulate;
        TVector alpha = TSimd.Broadcast(tile.Alpha);
        Store(c, cSecond, alpha, c00, c01, accumulate);
        if (TRows.Value > 1) Store(c += cRow, cSecond, alpha, c10, c11, accumulate);
        if (TRows.Value > 2) Store(c += cRow, cSecond, alpha, c20, c21, accumulate);
        if (TRows.Value > 3) Store(c += cRow, cSecond, alpha, c30, c31, accumulate);
        if (TRows.Value > 4) Store(c += cRow, cSecond, alpha, c40, c41, accumulate);
        if (TRows.Value > 5) Store(c += cRow, cSecond, alpha, c50, c51, accumulate);
        if (TRows.Value > 6) Store(c += cRow, cSecond, alpha, c60, c61, accumulate);
        if (TRows.Value > 7) Store(c += cRow, cSecond, alpha, c70, c71, accumulate);
        if (TRows.Value > 8) Store(c += cRow, cSecond, alpha, c80, c81, accumulate);
        if (TRows.Value > 9) Store(c += cRow, cSecond, alpha, c90, c91, accumulate);
        if (TRows.Value > 10) Store(c += cRow, cSecond, alpha, cA0, cA1, accumulate);
        if (TRows.Value > 11) Store(c += cRow, cSecond, alpha, cB0, cB1, accumulate);
        if (TRows.Value > 12) Store(c += cRow, cSecond, alpha, cC0, cC1, accumulate);
        if (TRows.Value > 13) Store(c += cRow, cSecond, alpha, cD0, cD1, accumulate);
    }

    // Both registers are read before one is written: at the right border they overlap.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T* c, nint second, TVector alpha, TVector left, TVector right, bool accumulate)
    {
        if (accumulate)
        {
            left = TSimd.MultiplyAdd(alpha, left, TSimd.Load(c));
            if (TRegisters.Value == 2) right = TSimd.MultiplyAdd(alpha, right, TSimd.Load(c + second));
        }
        else
        {
            left = TSimd.Multiply(alpha, left);
            if (TRegisters.Value == 2) right = TSimd.Multiply(alpha, right);
        }

        TSimd.Store(left, c);
        if (TRegisters.Value == 2) TSimd.Store(right, c + second);
    }
}
