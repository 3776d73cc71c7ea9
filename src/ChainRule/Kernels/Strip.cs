using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>A row of tiles: a strip of A, as high as a tile, times a block of B, from left to right.</summary>
/// <param name="tile">The arguments of the first tile.</param>
/// <param name="columns">The columns of the block.</param>
/// <param name="packedB">Whether the block is packed.</param>
/// <param name="registerStride">From one register of the block to the next if it is packed, else the lanes.</param>
/// <param name="ahead">What the next strip reads; each tile asks the memory for some of it.</param>
internal unsafe struct Strip<TSimd, TVector, T, TPacked>(
    in TileArguments<T> tile, int columns, bool packedB, nint registerStride, LinesAhead<T> ahead)
    : IHeightWork
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
    where TPacked : IConstant
{
    private TileArguments<T> _tile = tile;
    private LinesAhead<T> _ahead = ahead;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TRows>()
        where TRows : IConstant
    {
        int lanes = TSimd.Count, registers = (columns + lanes - 1) / lanes, register = 0;
        T* b = _tile.B, c = _tile.C;
        _tile.AheadStep = _ahead.Step;
        // An odd register is done alone and first, so that the overlapping one is the second of a pair, which reads
        // both before it writes.
        if (registers % 2 == 1)
        {
            _tile.Ahead = _ahead.Next();
            if (packedB)
                _tile.BRow = lanes;
            Tile<TSimd, TVector, T, TRows, Constant.N1, TPacked>.Multiply(_tile);
            register = 1;
        }

        if (packedB)
            _tile.BRow = 2 * lanes;
        _tile.BSecond = _tile.CSecond = lanes;
        for (; register < registers; register += 2)
        {
            int first = register * lanes;
            if (first + 2 * lanes > columns)
            {
                _tile.CSecond = columns - lanes - first;
                if (!packedB)
                    _tile.BSecond = _tile.CSecond;
            }

            _tile.Ahead = _ahead.Next();
            _tile.B = b + register * registerStride;
            _tile.C = c + first;
            Tile<TSimd, TVector, T, TRows, Constant.N2, TPacked>.Multiply(_tile);
        }
    }
}
