namespace ChainRule.Tests.Kernels;

/// <summary>Arguments for functions of real numbers.</summary>
internal static class Samples
{
    private const int ForEachExponent = 16;

    /// <summary>Numbers of each exponent and sign, zeros, infinities, NaN, the ends of all ranges.</summary>
    public static float[] Floats { get; } = [.. EachExponent(), .. Near(), .. Edges.Select(static x => (float)x)];

    /// <summary>Numbers of each exponent and sign, zeros, infinities, NaN, the ends of all ranges.</summary>
    public static double[] Doubles { get; } =
    [
        .. EachExponent().Select(static x => (double)x),
        .. Enumerable.Range(-1074, 2098).Select(static n => Math.ScaleB(1.1, n)),
        .. Near().Select(static x => x * 1.0000001),
        .. Edges,
    ];

    private static double[] Edges =>
    [
        0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, double.Epsilon, float.Epsilon,
        -double.Epsilon, -float.Epsilon, 1, -1, double.MaxValue, double.MinValue, float.MaxValue, float.MinValue,
        88.72283, 88.72284, -103.97, -103.98, 89.4159, 89.416, 709.782712893384, 709.7827128933841, -745.1332191019411,
        -745.1332191019412, 710.4758600739439, 710.475860073944, 3200, 3.2e6, 26.5, 27.3, 10.05, 10.06,
    ];

    private static IEnumerable<float> EachExponent()
    {
        var random = new Random(1);
        for (uint exponent = 0; exponent < 512; exponent++)
        {
            for (int i = 0; i < ForEachExponent; i++)
            {
                float x = BitConverter.UInt32BitsToSingle((exponent << 23) | (uint)random.Next(1 << 23));
                if (!float.IsNaN(x))
                    yield return x;
            }
        }
    }

    // Where most functions have their values and change their methods.
    private static IEnumerable<float> Near()
    {
        var random = new Random(2);
        foreach (float size in new[] { 0.5f, 1, 2, 4, 12, 100, 3000 })
        {
            for (int i = 0; i < 1000; i++)
                yield return size * ((2 * random.NextSingle()) - 1);
        }
    }
}
