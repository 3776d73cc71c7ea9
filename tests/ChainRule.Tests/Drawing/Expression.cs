using CsCheck;

namespace ChainRule.Tests.Drawing;

/// <summary>A random result; when a law fails it is written by its graph, not by its value.</summary>
internal sealed record Expression(Tensor Result)
{
    private static readonly string[] Names = ["x", "apple", "苹果", "n_3"];

    /// <summary>Expressions of up to fourteen steps over four named numbers.</summary>
    // Each step applies one of the ops to what was made before, mostly to what was made last.
    public static Gen<Expression> Any { get; } =
        Gen.Select(Gen.Double[-4, 4].Array[4], Gen.Select(Gen.Int[0, 6], Gen.Int[0, 5], Gen.Int[0, 5]).Array[0, 14],
        static (values, steps) =>
        {
            Tensor[] leaves = [.. values.Zip(Names, static (value, name) => Tensor.Scalar(value, name))];
            var made = new List<Tensor>(leaves);
            foreach ((int op, int a, int b) in steps)
            {
                Tensor x = made[Math.Max(0, made.Count - 1 - a)], y = made[Math.Max(0, made.Count - 1 - b)];
                made.Add(op switch
                {
                    0 => x + y,
                    1 => x * y,
                    2 => x - y,
                    3 => Tensor.Sin(x),
                    4 => x.Square(),
                    5 => 1 + x,
                    _ => Tensor.Select(x > y, x, y * 3),
                });
            }

            return new Expression(made[^1]);
        });

    public override string ToString() => "\n" + GraphText.Draw(Result, [], new GraphTextOptions { MaxNodes = 0 });
}
