using ChainRule;

/// <summary>Random expressions: the same for the same number on every machine.</summary>
internal static class RandomGraph
{
    private static readonly string[] Names = ["x", "y", "apple", "苹果", "w", "b"];

    /// <summary>
    /// A result that takes from 2 to 30 steps. Each applies an operation to what was made before, mostly to what was
    /// made last, as in tests of pictures.
    /// </summary>
    public static Tensor Of(int seed)
    {
        var random = new Random(seed);
        List<Tensor> made = [.. Names.Take(random.Next(1, Names.Length + 1))
            .Select(name => Tensor.Scalar((8 * random.NextDouble()) - 4, name))];
        int steps = random.Next(2, 31);
        for (int step = 0; step < steps; step++)
        {
            Tensor x = Recent(), y = Recent();
            made.Add(random.Next(7) switch
            {
                0 => x + y,
                1 => x * y,
                2 => x - y,
                3 => x.Sin(),
                4 => x.Square(),
                5 => 1 + x,
                _ => Tensor.Select(x > y, x, y * 3),
            });
        }

        return made[^1].Named("z");

        Tensor Recent() => made[Math.Max(0, made.Count - 1 - random.Next(6))];
    }
}
