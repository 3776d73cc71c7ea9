using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ChainRule.Kernels;

/// <summary>
/// Copies a block of B into the order in which strips read it: tile by tile and, within a tile, row by row. An odd
/// register makes a tile of its own, the first one; all others are pairs.
/// </summary>
internal static unsafe class ColumnPacking<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    private const int RowsAhead = 4;

    /// <summary>
    /// Packs [<paramref name="depth"/>, <paramref name="columns"/>] elements. The last register overlaps the one before
    /// instead of sticking out; if there is only one, its idle lanes are cleared.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(int depth, int columns, MatrixView<T> b, T* packed)
    {
        int lanes = TSimd.Count, registers = (columns + lanes - 1) / lanes;
        if (columns < lanes)
        {
            new Span<T>(packed, depth * lanes).Clear();
            Packing.Panel(depth, columns, b.Transposed, packed, lanes);
        }
        else if (b.IsPlain && b.ColumnStride == 1)
        {
            Rows(depth, columns, b.Origin, b.RowStride, packed);
        }
        else
        {
            for (int register = 0; register < registers; register++)
            {
                MatrixView<T> source = b.From(0, Math.Min(register * lanes, columns - lanes)).Transposed;
                bool single = register == 0 && registers % 2 == 1;
                T* target = packed + (nint)register * lanes * depth;
                if (!single && (registers - register) % 2 == 1)
                    target -= (nint)lanes * (depth - 1);
                Packing.Panel(depth, lanes, source, target, single ? lanes : 2 * lanes);
            }
        }
    }

    // Rows are read from end to end, which the processor foresees, and not a tile at a time. What it does not foresee
    // is the next row, if that lies on another page.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows(int depth, int columns, T* source, nint rowStride, T* packed)
    {
        int lanes = TSimd.Count, registers = (columns + lanes - 1) / lanes, pairs = registers / 2;
        int overlap = registers * lanes - columns;
        nint tile = 2 * lanes * (nint)depth;
        T* pair = registers % 2 == 1 ? packed + lanes * (nint)depth : packed;
        for (; depth > 0; depth--, source += rowStride, pair += 2 * lanes)
        {
            T* from = source, to = pair;
            nint ahead = depth > RowsAhead ? RowsAhead * rowStride : 0;
            if (registers % 2 == 1)
            {
                TSimd.Store(TSimd.Load(from), packed);
                packed += lanes;
                from += lanes;
            }

            for (int left = pairs - 1; left > 0; left--, from += 2 * lanes, to += tile)
            {
                if (Sse.IsSupported)
                {
                    Sse.Prefetch0(from + ahead);
                    Sse.Prefetch0(from + ahead + lanes);
                }

                TVector first = TSimd.Load(from), second = TSimd.Load(from + lanes);
                TSimd.Store(first, to);
                TSimd.Store(second, to + lanes);
            }

            if (pairs > 0)
            {
                TSimd.Store(TSimd.Load(from), to);
                TSimd.Store(TSimd.Load(from + lanes - overlap), to + lanes);
            }
        }
    }
}
