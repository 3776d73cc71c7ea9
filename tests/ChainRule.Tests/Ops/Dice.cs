namespace ChainRule.Tests.Ops;

/// <summary>Random shapes, axes and elements, the same for the same seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Up to so many axes of sizes from 0 on; 0 and 1 come often.</summary>
    public Shape Shape(int minRank = 0, int maxRank = 4, int minSize = 0)
    {
        var sizes = new int[_random.Next(minRank, maxRank + 1)];
        for (int axis = 0; axis < sizes.Length; axis++)
            sizes[axis] = _random.Next(8) == 0 ? minSize : _random.Next(1, 6);
        return sizes;
    }

    /// <summary>A number from 0 on.</summary>
    public int Below(int end) => _random.Next(end);

    /// <summary>A number between two, both included.</summary>
    public int Between(int low, int high) => _random.Next(low, high + 1);

    /// <summary>An axis, sometimes counted from the end.</summary>
    public int Axis(int rank) => _random.Next(-rank, rank);

    /// <summary>All axes, or some of them, sometimes counted from the end.</summary>
    public Axes Axes(int rank)
    {
        if (_random.Next(4) == 0) return ChainRule.Axes.All;
        int[] order = Order(rank);
        return [.. order[.._random.Next(rank + 1)].Select(axis => _random.Next(2) == 0 ? axis : axis - rank)];
    }

    /// <summary>The numbers below a count in random order.</summary>
    public int[] Order(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        _random.Shuffle(order);
        return order;
    }

    /// <summary>
    /// A float64 leaf of numbers between −2 and 2 that are at least 4/length apart, so that none overtakes another
    /// in a small step.
    /// </summary>
    public Tensor Tensor(Shape shape)
    {
        double[] elements =
        [
            .. Order(shape.Length)
                .Select(i => 4 * (i + 0.25 + (0.5 * 0.001 * _random.Next(1000))) / shape.Length - 2),
        ];
        return ChainRule.Tensor.From<double>(elements, shape);
    }

    /// <summary>Integers from −size to size − 1, as positions on an axis.</summary>
    public Tensor Positions(Shape shape, int size, bool wide)
    {
        Tensor positions = ChainRule.Tensor.From<int>(
            [.. Enumerable.Range(0, shape.Length).Select(_ => _random.Next(-size, size))], shape);
        return wide ? positions.Cast(DType.Int64) : positions;
    }

    /// <summary>The tensor as a view of other data.</summary>
    /// <param name="x">A leaf.</param>
    /// <param name="repeat">Whether it may also be a tensor of that shape that repeats some of the elements.</param>
    public Tensor Disguise(Tensor x, bool repeat)
    {
        int rank = x.Rank;
        var padded = new (int, int)[rank];
        Array.Fill(padded, (1, 2));
        int[] zeros = new int[rank], ones = new int[rank], twos = new int[rank];
        Array.Fill(ones, 1);
        Array.Fill(twos, 2);
        switch (_random.Next(repeat ? 6 : 5))
        {
            case 0: return x.T.Detach().T;
            case 1:
                return new(ChainRule.Ops.Build.Slice(
                    x.Pad(padded, 99).Detach().Node, ones, ones, x.Shape.Sizes.ToArray()));
            case 2: return x.Flip().Detach().Flip();
            case 3:
                Tensor spread = new Tensor(ChainRule.Ops.Build.Pad(x.Node, zeros, ones, ones, 99)).Detach();
                return new(ChainRule.Ops.Build.Slice(spread.Node, zeros, twos, x.Shape.Sizes.ToArray()));
            case 5 when x.Length > 0 && rank > 0:
                var first = new AxisSlice[rank];
                Array.Fill(first, ..);
                first[_random.Next(rank)] = ..1;
                return x[first].Detach().BroadcastTo(x.Shape);
            default: return x;
        }
    }
}
