using ChainRule.Kernels;

namespace ChainRule;

/// <summary>
/// Names a stream of random numbers. A key is a value: using it twice gives the same numbers twice; split it to get
/// independent streams (Claessen &amp; Pałka 2013; Salmon et al. 2011).
/// </summary>
public readonly record struct RandomKey
{
    private RandomKey(ulong bits) => Bits = bits;

    internal ulong Bits { get; }

    /// <summary>The key that belongs to a seed.</summary>
    public static RandomKey FromSeed(long seed) => new(Philox.Split(unchecked((ulong)seed), 0));

    /// <summary>The key that belongs to a seed.</summary>
    public static implicit operator RandomKey(long seed) => FromSeed(seed);

    /// <summary>A key for a stream that is independent of this key's own and of those of other indices.</summary>
    public RandomKey Split(long index) => new(Philox.Split(Bits, unchecked((ulong)index + 1)));
}
