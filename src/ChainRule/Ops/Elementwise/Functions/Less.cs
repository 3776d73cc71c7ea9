using System.Numerics;

namespace ChainRule.Ops.Functions;

/// <summary>x &lt; y; false where one of them is NaN.</summary>
internal readonly struct Less : IComparison
{
    /// <inheritdoc/>
    public static string Name => "less";

    /// <inheritdoc/>
    public static string Symbol => "<";

    /// <inheritdoc/>
    public static string Tex => @"<";

    /// <inheritdoc/>
    public static bool Holds<T>(T x, T y) where T : IComparisonOperators<T, T, bool> => x < y;
}
