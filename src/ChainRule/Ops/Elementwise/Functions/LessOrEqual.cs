using System.Numerics;

namespace ChainRule.Ops.Functions;

/// <summary>x ≤ y; false where one of them is NaN.</summary>
internal readonly struct LessOrEqual : IComparison
{
    /// <inheritdoc/>
    public static string Name => "less_or_equal";

    /// <inheritdoc/>
    public static string Symbol => "≤";

    /// <inheritdoc/>
    public static string Tex => @"\le";

    /// <inheritdoc/>
    public static bool Holds<T>(T x, T y) where T : IComparisonOperators<T, T, bool> => x <= y;
}
