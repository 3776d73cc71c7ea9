using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Execution;

/// <summary>
/// Moves between memory and registers what no single instruction moves: lanes at a distance, bools, the first lanes
/// only. Nothing beyond the lanes asked for is touched.
/// </summary>
internal static class LaneMemory
{
    /// <summary>Reads the first lanes; the others are 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TRegister Gather<TRegister, T>(ref byte source, nint stride, nint count)
        where TRegister : unmanaged
        where T : unmanaged
    {
        if (Unsafe.SizeOf<TRegister>() == Unsafe.SizeOf<Vector512<byte>>())
        {
            return Unsafe.BitCast<Vector512<byte>, TRegister>(
                Unsafe.SizeOf<T>() == sizeof(float)
                    ? StridedLanes.Read16(ref source, stride, count).AsByte()
                    : StridedLanes.Read8Wide(ref source, stride, count).AsByte());
        }

        if (Unsafe.SizeOf<TRegister>() == Unsafe.SizeOf<Vector256<byte>>())
        {
            return Unsafe.BitCast<Vector256<byte>, TRegister>(
                Unsafe.SizeOf<T>() == sizeof(float)
                    ? StridedLanes.Read8(ref source, stride, count).AsByte()
                    : StridedLanes.Read4Wide(ref source, stride, count).AsByte());
        }

        return Unsafe.BitCast<Vector128<byte>, TRegister>(
            Unsafe.SizeOf<T>() == sizeof(float)
                ? StridedLanes.Read4(ref source, stride, count).AsByte()
                : StridedLanes.Read2Wide(ref source, stride, count).AsByte());
    }

    /// <summary>Writes the first lanes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Scatter<TRegister, T>(ref byte target, nint stride, nint count, TRegister lanes)
        where TRegister : unmanaged
        where T : unmanaged
    {
        for (nint i = 0; i < count; i++)
        {
            Unsafe.WriteUnaligned(
                ref Unsafe.Add(ref target, i * stride), Unsafe.Add(ref Unsafe.As<TRegister, T>(ref lanes), i));
        }
    }

    /// <summary>Reads bools into lanes of all ones or zeros.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TRegister GatherMask<TRegister, T>(ref byte source, nint stride, nint count)
        where TRegister : unmanaged
        where T : unmanaged
    {
        TRegister lanes = default;
        for (nint i = 0; i < count; i++)
        {
            if (Unsafe.Add(ref source, i * stride) == 0) continue;
            ref byte lane = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref Unsafe.As<TRegister, T>(ref lanes), i));
            if (Unsafe.SizeOf<T>() == 4) Unsafe.WriteUnaligned(ref lane, -1);
            else Unsafe.WriteUnaligned(ref lane, -1L);
        }

        return lanes;
    }

    /// <summary>Writes lanes of all ones or zeros as bools.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void ScatterMask<TRegister, T>(ref byte target, nint stride, nint count, TRegister lanes)
        where TRegister : unmanaged
        where T : unmanaged
    {
        for (nint i = 0; i < count; i++)
        {
            ref T lane = ref Unsafe.Add(ref Unsafe.As<TRegister, T>(ref lanes), i);
            Unsafe.Add(ref target, i * stride) = (byte)(Unsafe.As<T, byte>(ref lane) & 1);
        }
    }
}
