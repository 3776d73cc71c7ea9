using System.Numerics;

namespace ChainRule.Ops.Functions;

/// <summary>x &gt; y; false where one of them is NaN.</summary>
internal readonly struct Greater : IComparison
{
    /// <inheritdoc/>
    public static string Name => "greater";

    /// <inheritdoc/>
    public static string Symbol => ">";

    /// <inheritdoc/>
    public static string Tex => @">";

    /// <inheritdoc/>
    public static bool Holds<T>(T x, T y) where T : IComparisonOperators<T, T, bool> => x > y;
}
