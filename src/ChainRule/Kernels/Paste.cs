using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>Copies or adds elements that lie at regular distances to others that do.</summary>
internal static class Paste
{
    /// <summary>y = x, or y += x, for the elements that a nest of loops visits; nothing is checked.</summary>
    /// <param name="x">The first element of the source.</param>
    /// <param name="y">The first element of the target.</param>
    /// <param name="loops">From the outermost to the innermost; with none there is one element.</param>
    /// <param name="adds">Whether the target keeps what it has.</param>
    public static void Run<T>(ref T x, ref T y, ReadOnlySpan<PasteLoop> loops, bool adds)
        where T : unmanaged, INumber<T>
    {
        if (loops.Length == 0)
        {
            y = adds ? y + x : x;
            return;
        }

        (int count, int from, int to) = loops[0];
        if (loops.Length > 1)
        {
            for (int i = 0; i < count; i++)
                Run(ref Unsafe.Add(ref x, i * from), ref Unsafe.Add(ref y, i * to), loops[1..], adds);
        }
        else if (from == 1 && to == 1)
        {
            Row(ref x, ref y, count, adds);
        }
        else
        {
            for (int i = 0; i < count; i++)
            {
                ref T target = ref Unsafe.Add(ref y, i * to);
                T value = Unsafe.Add(ref x, i * from);
                target = adds ? target + value : value;
            }
        }
    }

    private static void Row<T>(ref T x, ref T y, int count, bool adds)
        where T : unmanaged, INumber<T>
    {
        int i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> value = Vector.LoadUnsafe(ref x, (nuint)i);
            if (adds) value += Vector.LoadUnsafe(ref y, (nuint)i);
            value.StoreUnsafe(ref y, (nuint)i);
        }

        for (; i < count; i++)
        {
            T value = Unsafe.Add(ref x, i);
            Unsafe.Add(ref y, i) = adds ? Unsafe.Add(ref y, i) + value : value;
        }
    }
}
