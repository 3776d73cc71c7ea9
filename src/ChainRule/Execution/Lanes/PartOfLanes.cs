using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>Moves the first numbers of a register that is not full.</summary>
internal static class PartOfLanes
{
    /// <summary>Copies <paramref name="count"/> numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<T>(ref readonly T source, ref T target, int count) where T : unmanaged
    {
        // At most 15 numbers; a call to the general block copy costs more.
        for (int i = 0; i < count; i++)
            Unsafe.Add(ref target, i) = Unsafe.Add(ref Unsafe.AsRef(in source), i);
    }
}
