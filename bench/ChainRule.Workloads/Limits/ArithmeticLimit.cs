using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChainRule.Workloads.Limits;

/// <summary>How fast the processor multiplies and adds when nothing holds it up.</summary>
internal static class ArithmeticLimit
{
    // Independent sums: enough for two units with a latency of four or five cycles.
    private const int Chains = 12, Rounds = 1_000_000;

    // Where the compiler must expect somebody to look.
    private static double _sink;

    public static IEnumerable<Workload> All(int threads)
    {
        yield return new("limit-fma/float32", () => () => Run<float>(threads)) { Flops = Flops<float>(threads) };
        yield return new("limit-fma/float64", () => () => Run<double>(threads)) { Flops = Flops<double>(threads) };
    }

    private static double Flops<T>(int threads) =>
        2.0 * Chains * Rounds * threads * (Vector512.IsHardwareAccelerated ? 64 : 32) / Unsafe.SizeOf<T>();

    private static void Run<T>(int threads)
        where T : unmanaged, INumber<T> => Team.Run(threads, static (_, _) =>
    {
        double sum = Vector512.IsHardwareAccelerated
            ? double.CreateTruncating(Vector512.Sum(Chain512<T>()))
            : double.CreateTruncating(Vector256.Sum(Chain256<T>()));
        // Never true, but only we know that.
        if (sum == 0) _sink = sum;
    });

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<T> Chain512<T>()
        where T : unmanaged, INumber<T>
    {
        Vector512<T> x = Vector512.Create(T.CreateTruncating(0.5)), one = Vector512<T>.One;
        Vector512<T> a = one, b = one, c = one, d = one, e = one, f = one;
        Vector512<T> g = one, h = one, i = one, j = one, k = one, l = one;
        for (int round = 0; round < Rounds; round++)
        {
            (a, b, c) = (Fused(a, x, one), Fused(b, x, one), Fused(c, x, one));
            (d, e, f) = (Fused(d, x, one), Fused(e, x, one), Fused(f, x, one));
            (g, h, i) = (Fused(g, x, one), Fused(h, x, one), Fused(i, x, one));
            (j, k, l) = (Fused(j, x, one), Fused(k, x, one), Fused(l, x, one));
        }

        return a + b + c + d + e + f + g + h + i + j + k + l;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector256<T> Chain256<T>()
        where T : unmanaged, INumber<T>
    {
        Vector256<T> x = Vector256.Create(T.CreateTruncating(0.5)), one = Vector256<T>.One;
        Vector256<T> a = one, b = one, c = one, d = one, e = one, f = one;
        Vector256<T> g = one, h = one, i = one, j = one, k = one, l = one;
        for (int round = 0; round < Rounds; round++)
        {
            (a, b, c) = (Fused(a, x, one), Fused(b, x, one), Fused(c, x, one));
            (d, e, f) = (Fused(d, x, one), Fused(e, x, one), Fused(f, x, one));
            (g, h, i) = (Fused(g, x, one), Fused(h, x, one), Fused(i, x, one));
            (j, k, l) = (Fused(j, x, one), Fused(k, x, one), Fused(l, x, one));
        }

        return a + b + c + d + e + f + g + h + i + j + k + l;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Fused<T>(Vector512<T> x, Vector512<T> y, Vector512<T> z) => typeof(T) == typeof(float)
        ? Vector512.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), z.AsSingle()).As<float, T>()
        : Vector512.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), z.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Fused<T>(Vector256<T> x, Vector256<T> y, Vector256<T> z) => typeof(T) == typeof(float)
        ? Vector256.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), z.AsSingle()).As<float, T>()
        : Vector256.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), z.AsDouble()).As<double, T>();
}
