namespace ChainRule;

/// <summary>
/// Gives another <see cref="RandomKey"/> each time: for what draws new random numbers whenever it is used, such as
/// dropout. In a compiled function the draws are a part of it, with other numbers at each call and the same ones as if
/// it were not compiled.
/// </summary>
/// <param name="seed">A seed such as 1, or a key: the same gives the same keys, in the same order.</param>
/// <remarks>Not for several threads at the same time, like the variable that it counts with.</remarks>
public sealed class RandomState(RandomKey seed)
{
    /// <summary>
    /// How many keys were given, an int64 scalar. Keep it with what is trained, and assign it, to go on from there.
    /// </summary>
    public Variable Position { get; } = new(Tensor.Scalar(0L), "random_position");

    /// <summary>The next key.</summary>
    public RandomKey Next()
    {
        RandomKey key = seed.Split(Position.Node);
        Position.Assign(Position + 1L);
        return key;
    }
}
