using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>A row of tiles: a strip of A, as high as a tile, times a block of B.</summary>
internal static unsafe class Strip<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    /// <summary>
    /// Does the tiles from left to right. Of the arguments those of the first tile are given; registers of packed B
    /// are <paramref name="registerStride"/> apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        int rows, int columns, bool packedA, bool packedB, nint registerStride, ref TileArguments<T> tile)
    {
        if (packedA)
            Multiply<Constant.N1>(rows, columns, packedB, registerStride, ref tile);
        else
            Multiply<Constant.N0>(rows, columns, packedB, registerStride, ref tile);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply<TPacked>(
        int rows, int columns, bool packedB, nint registerStride, ref TileArguments<T> tile)
        where TPacked : IConstant
    {
        switch (rows)
        {
            case 1:
                Tiles<Constant.N1, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            case 2:
                Tiles<Constant.N2, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            case 3:
                Tiles<Constant.N3, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            case 4:
                Tiles<Constant.N4, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            case 5:
                Tiles<Constant.N5, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            case 6:
                Tiles<Constant.N6, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            case 7:
                Tiles<Constant.N7, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            case 8:
                Tiles<Constant.N8, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            case 9:
                Tiles<Constant.N9, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            case 10:
                Tiles<Constant.N10, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            case 11:
                Tiles<Constant.N11, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            case 12:
                Tiles<Constant.N12, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            case 13:
                Tiles<Constant.N13, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            case 14:
                Tiles<Constant.N14, TPacked>(columns, packedB, registerStride, ref tile);
                break;
            default:
                throw new UnreachableException($"No tile has {rows} rows.");
        }
    }

    // An odd register is done alone and first, so that the overlapping one is the second of a pair, which reads both
    // before it writes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tiles<TRows, TPacked>(int columns, bool packedB, nint registerStride, ref TileArguments<T> tile)
        where TRows : IConstant
        where TPacked : IConstant
    {
        TileArguments<T> arguments = tile;
        int lanes = TSimd.Count, registers = (columns + lanes - 1) / lanes, register = 0;
        T* b = arguments.B, c = arguments.C;
        if (registers % 2 == 1)
        {
            if (packedB)
                arguments.BRow = lanes;
            Tile<TSimd, TVector, T, TRows, Constant.N1, TPacked>.Multiply(arguments);
            register = 1;
        }

        if (packedB)
            arguments.BRow = 2 * lanes;
        arguments.BSecond = arguments.CSecond = lanes;
        for (; register < registers; register += 2)
        {
            int first = register * lanes;
            if (first + 2 * lanes > columns)
            {
                arguments.CSecond = columns - lanes - first;
                if (!packedB)
                    arguments.BSecond = arguments.CSecond;
            }

            arguments.B = b + register * registerStride;
            arguments.C = c + first;
            Tile<TSimd, TVector, T, TRows, Constant.N2, TPacked>.Multiply(arguments);
        }
    }
}
