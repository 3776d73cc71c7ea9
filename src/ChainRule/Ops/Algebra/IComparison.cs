using System.Numerics;

namespace ChainRule.Ops;

/// <summary>A comparison of two numbers. It has no derivative: its result is a bool.</summary>
internal interface IComparison
{
    /// <summary>The name in messages and pictures.</summary>
    static abstract string Name { get; }

    /// <summary>The sign between the arguments.</summary>
    static abstract string Symbol { get; }

    /// <summary>The sign in TeX.</summary>
    static abstract string Tex { get; }

    /// <summary>What says the same of two bools x and y, which are no numbers; null if nothing does.</summary>
    static virtual string? OfBools => null;

    /// <summary>Whether the comparison holds; never with NaN, but for ≠, which always does.</summary>
    static abstract bool Holds<T>(T x, T y) where T : IComparisonOperators<T, T, bool>;
}
