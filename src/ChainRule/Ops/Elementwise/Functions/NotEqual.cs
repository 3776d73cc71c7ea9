using System.Numerics;

namespace ChainRule.Ops.Functions;

/// <summary>x ≠ y; true where one of them is NaN.</summary>
internal readonly struct NotEqual : IComparison
{
    /// <inheritdoc/>
    public static string Name => "not_equal";

    /// <inheritdoc/>
    public static string Symbol => "≠";

    /// <inheritdoc/>
    public static string Tex => @"\ne";

    /// <inheritdoc/>
    public static string? OfBools => "x ^ y";

    /// <inheritdoc/>
    public static bool Holds<T>(T x, T y) where T : IComparisonOperators<T, T, bool> => x != y;
}
