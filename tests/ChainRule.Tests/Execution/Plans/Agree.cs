using ChainRule.Graphs;
using ChainRule.Tests.Ops.Elementwise;

namespace ChainRule.Tests.Execution;

/// <summary>Compares results.</summary>
internal static class Agree
{
    // Rounding errors of 30 steps and their derivatives, each of which may double those before and adds up terms.
    private const double Roundings = 20_000;

    /// <summary>Asserts that results are the same but for rounding.</summary>
    public static void AssertNear(Storage[] expected, Storage[] actual, string what)
    {
        for (int root = 0; root < expected.Length; root++)
        {
            Storage a = expected[root], b = actual[root];
            Assert.Equal((a.DType, a.Length), (b.DType, b.Length));
            double size = 1;
            for (int i = 0; i < a.Length; i++) size = Math.Max(size, Math.Abs(a[i]));
            double bound = a.DType.IsFloat ? Roundings * Distance.Epsilon(a.DType) * size : 0;
            for (int i = 0; i < a.Length; i++)
            {
                Assert.True(
                    Math.Abs(a[i] - b[i]) <= bound,
                    FormattableString.Invariant($"{what}: root {root}[{i}] is {b[i]:R} instead of {a[i]:R}"));
            }
        }
    }

    /// <summary>Asserts that results have the same bits.</summary>
    public static void AssertSame(Storage[] expected, Storage[] actual, string what)
    {
        for (int root = 0; root < expected.Length; root++)
            Assert.True(expected[root].Bytes.SequenceEqual(actual[root].Bytes), $"{what}: root {root} has other bits");
    }
}
