using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>
/// The counter-based generator Philox4x32-10 (Salmon, Moraes, Dror &amp; Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3", 2011). Number i of a stream is a pure function of the key and i, so any part of a stream can be filled
/// on any thread and in any order.
/// </summary>
internal static class Philox
{
    private const int Rounds = 10;

    // What Split hashes must never meet the counters of a stream, which have a zero here.
    private const ulong SplitDomain = 1;

    /// <summary>Four random words: the bijection of a 128-bit counter that the key chooses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint X0, uint X1, uint X2, uint X3) Block(ulong counterLow, ulong counterHigh, ulong key)
    {
        uint x0 = (uint)counterLow, x1 = (uint)(counterLow >> 32);
        uint x2 = (uint)counterHigh, x3 = (uint)(counterHigh >> 32);
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong p0 = 0xD2511F53UL * x0, p1 = 0xCD9E8D57UL * x2;
            (x0, x1, x2, x3) = ((uint)(p1 >> 32) ^ x1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ x3 ^ k1, (uint)p0);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        return (x0, x1, x2, x3);
    }

    /// <summary>The key of an independent stream: child <paramref name="index"/> of <paramref name="key"/>.</summary>
    public static ulong Split(ulong key, ulong index)
    {
        (uint x0, uint x1, _, _) = Block(index, SplitDomain, key);
        return Join(x0, x1);
    }

    /// <summary>Numbers offset, offset + 1, … of the key's uniform stream: multiples of 2⁻⁵³ in [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FillUniform(Span<double> target, ulong key, long offset = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        for (int i = 0; i < target.Length;)
        {
            long index = offset + i;
            (uint x0, uint x1, uint x2, uint x3) = Block((ulong)index / 2, 0, key);
            if (index % 2 == 0)
                target[i++] = Uniform(Join(x0, x1));
            if (i < target.Length)
                target[i++] = Uniform(Join(x2, x3));
        }
    }

    /// <summary>Numbers offset, offset + 1, … of the key's uniform stream: multiples of 2⁻²⁴ in [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FillUniform(Span<float> target, ulong key, long offset = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        Span<float> four = stackalloc float[4];
        for (int i = 0; i < target.Length;)
        {
            long index = offset + i;
            (uint x0, uint x1, uint x2, uint x3) = Block((ulong)index / 4, 0, key);
            four[0] = Uniform(x0);
            four[1] = Uniform(x1);
            four[2] = Uniform(x2);
            four[3] = Uniform(x3);
            ReadOnlySpan<float> wanted = four[(int)(index % 4)..];
            if (wanted.Length > target.Length - i)
                wanted = wanted[..(target.Length - i)];
            wanted.CopyTo(target[i..]);
            i += wanted.Length;
        }
    }

    /// <summary>Numbers offset, offset + 1, … of the key's standard normal stream (Box &amp; Muller, 1958).</summary>
    public static void FillNormal(Span<double> target, ulong key, long offset = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        for (int i = 0; i < target.Length;)
        {
            long index = offset + i;
            (double first, double second) = Normals((ulong)index / 2, key);
            if (index % 2 == 0)
                target[i++] = first;
            if (i < target.Length)
                target[i++] = second;
        }
    }

    /// <summary>The same normal numbers as in double precision, rounded.</summary>
    public static void FillNormal(Span<float> target, ulong key, long offset = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        for (int i = 0; i < target.Length;)
        {
            long index = offset + i;
            (double first, double second) = Normals((ulong)index / 2, key);
            if (index % 2 == 0)
                target[i++] = (float)first;
            if (i < target.Length)
                target[i++] = (float)second;
        }
    }

    private static (double First, double Second) Normals(ulong counter, ulong key)
    {
        (uint x0, uint x1, uint x2, uint x3) = Block(counter, 0, key);
        // 1 - u is in (0, 1], where the logarithm is finite.
        double radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(Join(x0, x1))));
        (double sin, double cos) = Math.SinCos(2 * Math.PI * Uniform(Join(x2, x3)));
        return (radius * cos, radius * sin);
    }

    private static ulong Join(uint low, uint high) => low | ((ulong)high << 32);

    private static double Uniform(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    private static float Uniform(uint bits) => (bits >> 8) * (1.0f / (1 << 24));
}
