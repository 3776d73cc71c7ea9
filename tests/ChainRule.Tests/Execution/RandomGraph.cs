using ChainRule.Tests.Ops;

namespace ChainRule.Tests.Execution;

/// <summary>
/// A graph of up to 30 random steps, the same for the same seed.
/// All values stay between −1 and 1, so errors do not grow much.
/// </summary>
internal sealed class RandomGraph
{
    private const int LongestLength = 5000;

    private readonly Dice _dice;
    private readonly DType _dtype;
    private readonly List<Tensor> _all = [];

    public RandomGraph(int seed, DType dtype)
    {
        (_dice, _dtype) = (new Dice(seed), dtype);
        int leaves = _dice.Between(1, 4), steps = _dice.Between(1, 30);
        for (int i = 0; i < leaves; i++) _all.Add(Leaf(_dice.Shape(maxRank: 3)));
        Leaves = [.. _all];
        for (int i = 0; i < steps; i++)
        {
            Tensor next = Step();
            if (next.Length <= LongestLength) _all.Add(next);
        }
    }

    /// <summary>What the graph begins with.</summary>
    public Tensor[] Leaves { get; }

    /// <summary>The last step and some others; they share what they are built from.</summary>
    public Tensor[] Roots => [.. _all.Where((_, i) => (_all.Count - 1 - i) % 3 == 0)];

    /// <summary>A number that depends on every root.</summary>
    public Tensor Total => Roots.Select(static root => root.Sum()).Aggregate(static (a, b) => a + b);

    private Tensor Leaf(Shape shape) => (_dice.Tensor(shape) / 2).Cast(_dtype).Detach();

    private Tensor Any() => _all[_dice.Below(_all.Count)];

    private Tensor Step()
    {
        Tensor x = Any();
        return _dice.Below(20) switch
        {
            0 => x.Sin(),
            1 => x.Tanh(),
            2 => (x * x).Exp() / Math.E,
            3 => -x,
            4 => x.Relu(),
            5 => (x.Square() + 1).Sqrt() / 2,
            6 or 7 => (x + Partner(x)) / 2,
            8 or 9 => x * Partner(x),
            10 => Tensor.Maximum(x, Partner(x)),
            11 => Tensor.Select(x > Partner(x), x, 0.5),
            12 => x.Transpose(_dice.Order(x.Rank)),
            13 => x.Reshape(x.Length),
            14 => x.Flip(_dice.Axes(x.Rank)),
            15 when x.Length > 0 => x.Mean(_dice.Axes(x.Rank), keep: _dice.Below(2) == 0),
            16 when x.Length > 0 => x.Max(_dice.Axes(x.Rank)),
            17 when x.Length > 0 && x.Rank > 0 => Along(x, _dice.Axis(x.Rank)),
            18 when x.Rank > 0 => Tensor.Dot(x, Leaf([x.Shape[x.Rank - 1], _dice.Between(1, 40)]))
                / Math.Max(1, x.Shape[x.Rank - 1]),
            19 => x.Unsqueeze(0).BroadcastTo(Shape.Create([_dice.Between(1, 3), .. x.Shape.Sizes])),
            _ => x.Sigmoid(),
        };
    }

    private Tensor Along(Tensor x, int axis) => _dice.Below(5) switch
    {
        0 => x.CumulativeSum(axis) / Math.Max(1, x.Shape[(axis + x.Rank) % x.Rank]),
        1 => x.Softmax(axis),
        2 => x.Gather(_dice.Positions(_dice.Shape(maxRank: 1), x.Shape[(axis + x.Rank) % x.Rank], wide: false), axis),
        3 => Tensor.Concat([x, x.Sin()], axis),
        _ => x[1..],
    };

    // One that broadcasts with x, if there is one besides x itself.
    private Tensor Partner(Tensor x)
    {
        Tensor y = Any();
        return Shape.TryBroadcast(x.Shape, y.Shape, out _) ? y : x;
    }
}
