using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Workloads.Limits;

/// <summary>
/// How fast memory is read, copied, and combined (a = b + s·c, the triad of McCalpin's STREAM): in the second-level
/// cache, with arrays of 128 KiB a thread, and outside of any cache, with arrays of 512 MiB.
/// </summary>
internal static class MemoryLimit
{
    private const int Near = 32 * 1024, Far = 128 * 1024 * 1024;

    // Where the compiler must expect somebody to look.
    private static Vector<float> _sink;

    private delegate void Loop(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c);

    public static IEnumerable<Workload> All(int threads) =>
        [.. In("l2", Near * threads, threads, rounds: 1000), .. In("memory", Far, threads, rounds: 1)];

    private static IEnumerable<Workload> In(string place, int length, int threads, int rounds)
    {
        double bytes = (double)sizeof(float) * length * rounds;
        yield return new($"limit-read/{place}", () => Step(Read, 1)) { Traffic = bytes };
        yield return new($"limit-copy/{place}", () => Step(Copy, 2)) { Traffic = 2 * bytes };
        yield return new($"limit-triad/{place}", () => Step(Triad, 3)) { Traffic = 3 * bytes };

        // A loop that uses fewer arrays gets the last one several times.
        Action Step(Loop loop, int arrays)
        {
            float[][] data = new float[arrays][];
            for (int i = 0; i < arrays; i++)
            {
                data[i] = GC.AllocateUninitializedArray<float>(length);
                data[i].AsSpan().Fill(1);
            }

            float[] a = data[0], b = data[Math.Min(1, arrays - 1)], c = data[^1];
            int part = length / threads;
            return () => Team.Run(threads, (member, _) =>
            {
                int start = member * part;
                for (int round = 0; round < rounds; round++)
                    loop(a.AsSpan(start, part), b.AsSpan(start, part), c.AsSpan(start, part));
            });
        }
    }

    // Four sums, so that additions do not wait for one another.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Read(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        int width = Vector<float>.Count;
        Vector<float> s0 = Vector<float>.Zero, s1 = s0, s2 = s0, s3 = s0;
        for (ReadOnlySpan<float> rest = a; rest.Length >= 4 * width; rest = rest[(4 * width)..])
        {
            s0 += new Vector<float>(rest);
            s1 += new Vector<float>(rest[width..]);
            s2 += new Vector<float>(rest[(2 * width)..]);
            s3 += new Vector<float>(rest[(3 * width)..]);
        }

        _sink = s0 + s1 + s2 + s3;
    }

    private static void Copy(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c) => b.CopyTo(a);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Triad(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        var factor = new Vector<float>(3);
        int width = Vector<float>.Count;
        // Equal lengths let the compiler leave out the checks inside.
        b = b[..a.Length];
        c = c[..a.Length];
        for (int i = 0; i <= a.Length - width; i += width)
            Vector.FusedMultiplyAdd(factor, new(c[i..]), new Vector<float>(b[i..])).CopyTo(a[i..]);
    }
}
