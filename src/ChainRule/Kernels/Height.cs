using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>Turns the height of a tile from a value into a type argument.</summary>
internal static class Height
{
    /// <summary>Runs the work that is compiled for the given number of rows, 1 to 14.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TWork>(int rows, ref TWork work)
        where TWork : struct, IHeightWork
    {
        switch (rows)
        {
            case 1:
                work.Run<Constant.N1>();
                break;
            case 2:
                work.Run<Constant.N2>();
                break;
            case 3:
                work.Run<Constant.N3>();
                break;
            case 4:
                work.Run<Constant.N4>();
                break;
            case 5:
                work.Run<Constant.N5>();
                break;
            case 6:
                work.Run<Constant.N6>();
                break;
            case 7:
                work.Run<Constant.N7>();
                break;
            case 8:
                work.Run<Constant.N8>();
                break;
            case 9:
                work.Run<Constant.N9>();
                break;
            case 10:
                work.Run<Constant.N10>();
                break;
            case 11:
                work.Run<Constant.N11>();
                break;
            case 12:
                work.Run<Constant.N12>();
                break;
            case 13:
                work.Run<Constant.N13>();
                break;
            case 14:
                work.Run<Constant.N14>();
                break;
            default:
                throw new UnreachableException($"No tile has {rows} rows.");
        }
    }
}
