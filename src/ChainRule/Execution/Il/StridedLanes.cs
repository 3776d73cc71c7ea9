using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ChainRule.Execution;

/// <summary>
/// Reads the first lanes of a register from elements at a distance in bytes; the other lanes are 0, and nothing beyond
/// the elements is touched. Registers are put together from registers: a wide load of what narrow stores have just
/// written to memory would wait for them. Names tell the number of lanes; wide ones have 8 bytes, others 4.
/// </summary>
internal static class StridedLanes
{
    /// <summary>Up to 16 lanes of 4 bytes.</summary>
    public static Vector512<float> Read16(ref byte source, nint stride, nint count)
    {
        if (count > 8 && stride == 2 * sizeof(float) && Avx512F.IsSupported) return EverySecond16(ref source, count);
        Vector256<float> upper =
            count <= 8 ? default : Read8(ref Unsafe.Add(ref source, 8 * stride), stride, count - 8);
        return Vector512.Create(Read8(ref source, stride, count), upper);
    }

    /// <summary>Up to 8 lanes of 4 bytes.</summary>
    public static Vector256<float> Read8(ref byte source, nint stride, nint count)
    {
        if (count >= 8 && stride == 2 * sizeof(float) && Avx2.IsSupported) return EverySecond8(ref source);
        Vector128<float> upper =
            count <= 4 ? default : Read4(ref Unsafe.Add(ref source, 4 * stride), stride, count - 4);
        return Vector256.Create(Read4(ref source, stride, count), upper);
    }

    /// <summary>Up to 4 lanes of 4 bytes.</summary>
    public static Vector128<float> Read4(ref byte source, nint stride, nint count) => Vector128.Create(
        At<float>(ref source, 0),
        count > 1 ? At<float>(ref source, stride) : 0,
        count > 2 ? At<float>(ref source, 2 * stride) : 0,
        count > 3 ? At<float>(ref source, 3 * stride) : 0);

    /// <summary>Up to 8 lanes of 8 bytes.</summary>
    public static Vector512<double> Read8Wide(ref byte source, nint stride, nint count)
    {
        Vector256<double> upper =
            count <= 4 ? default : Read4Wide(ref Unsafe.Add(ref source, 4 * stride), stride, count - 4);
        return Vector512.Create(Read4Wide(ref source, stride, count), upper);
    }

    /// <summary>Up to 4 lanes of 8 bytes.</summary>
    public static Vector256<double> Read4Wide(ref byte source, nint stride, nint count)
    {
        Vector128<double> upper =
            count <= 2 ? default : Read2Wide(ref Unsafe.Add(ref source, 2 * stride), stride, count - 2);
        return Vector256.Create(Read2Wide(ref source, stride, count), upper);
    }

    /// <summary>Up to 2 lanes of 8 bytes.</summary>
    public static Vector128<double> Read2Wide(ref byte source, nint stride, nint count) =>
        Vector128.Create(At<double>(ref source, 0), count > 1 ? At<double>(ref source, stride) : 0);

    // The second load ends with the last element wanted.
    private static Vector512<float> EverySecond16(ref byte source, nint count)
    {
        var lanes = Vector512<int>.Indices;
        int second = (2 * ((int)count - 1)) - 15;
        Vector512<int> positions = lanes + lanes;
        positions = Vector512.ConditionalSelect(
            Vector512.LessThan(lanes, Vector512.Create(8)), positions, positions + Vector512.Create(16 - second));
        Vector512<float> result = Avx512F.PermuteVar16x32x2(
            At<Vector512<float>>(ref source, 0), positions, At<Vector512<float>>(ref source, second * sizeof(float)));
        return result & Vector512.LessThan(lanes, Vector512.Create((int)count)).AsSingle();
    }

    private static Vector256<float> EverySecond8(ref byte source)
    {
        // Lanes 0 and 2 of the first, 1 and 3 of the second, of each half; then the middle quarters change places.
        const byte Control = 0b11_01_10_00;
        Vector256<float> halves = Avx.Shuffle(
            At<Vector256<float>>(ref source, 0), At<Vector256<float>>(ref source, 7 * sizeof(float)), Control);
        return Avx2.Permute4x64(halves.AsDouble(), Control).AsSingle();
    }

    private static T At<T>(ref byte source, nint offset) => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref source, offset));
}
