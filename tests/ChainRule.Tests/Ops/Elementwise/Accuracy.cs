namespace ChainRule.Tests.Ops.Elementwise;

/// <summary>How far from the exact result an op may be. A result passes if one of the bounds holds.</summary>
/// <param name="Ulps">Units in the last place of the exact value; 0 is the same bits.</param>
internal sealed record Accuracy(double Ulps)
{
    /// <summary>IEEE 754 defines the result to the bit.</summary>
    public static Accuracy Exact { get; } = new(0);

    /// <summary>
    /// A function of the registers, at the arguments of the tables. The largest errors over all arguments are measured
    /// in RealFunctionsTests and written down in docs/functions.md.
    /// </summary>
    public static Accuracy Function { get; } = new(2);

    /// <summary>An absolute bound of values, in ε: where terms of size 1 nearly cancel.</summary>
    public double Floor { get; init; }

    /// <summary>Values and derivatives up to so many times the smallest normal number may be flushed to 0.</summary>
    public double Flush { get; init; }

    // Each of the few functions and operations in a formula brings a rounding or two.
    /// <summary>Units in the last place of first derivatives.</summary>
    public double FirstUlps { get; init; } = 8;

    /// <summary>An absolute bound of first derivatives, in ε.</summary>
    public double FirstFloor { get; init; }

    /// <summary>Units in the last place of second derivatives.</summary>
    public double SecondUlps { get; init; } = 16;

    // Second derivatives are sums whose terms, of size 1, cancel near their roots.
    /// <summary>An absolute bound of second derivatives, in ε.</summary>
    public double SecondFloor { get; init; } = 4;
}
