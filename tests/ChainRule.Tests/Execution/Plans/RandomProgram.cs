using ChainRule.Tests.Ops;

namespace ChainRule.Tests.Execution;

/// <summary>
/// A graph of up to 30 random steps over floats of both sizes, integers and bools, the same for the same seed. Floats
/// stay between −1 and 1, and what is compared or cut off is exact or continuous, so that rounding moves no result far.
/// </summary>
internal sealed class RandomProgram
{
    private const int LongestLength = 40_000;

    private static readonly int[] Sizes = [1, 1, 2, 3, 4, 5, 7, 8, 16, 17, 33, 64];

    private readonly Dice _dice;
    private readonly DType _dtype, _whole;
    private readonly List<Tensor> _reals = [], _wholes = [], _bools = [];

    public RandomProgram(int seed)
    {
        _dice = new Dice(seed);
        _dtype = _dice.Below(3) == 0 ? DType.Float64 : DType.Float32;
        _whole = _dice.Below(3) == 0 ? DType.Int64 : DType.Int32;
        Shape shape = RandomShape();
        int leaves = _dice.Between(2, 4);
        for (int i = 0; i < leaves; i++) _reals.Add(Real(_dice.Below(3) == 0 ? RandomShape() : shape));
        Leaves = [.. _reals];
        _wholes.Add(Whole(shape));
        _bools.Add((_wholes[0] > 0).Detach());
        Others = [_wholes[0], _bools[0]];
        int steps = _dice.Between(3, 30);
        for (int i = 0; i < steps; i++) Step();
        Roots = Chosen(seed);
    }

    /// <summary>The leaves of floats.</summary>
    public Tensor[] Leaves { get; }

    /// <summary>The other leaves.</summary>
    public Tensor[] Others { get; }

    /// <summary>What is wanted: the last steps and some others, in every second graph gradients too.</summary>
    public Tensor[] Roots { get; }

    /// <summary>Other values for a leaf.</summary>
    public static Tensor Another(Tensor leaf, int seed)
    {
        var dice = new Dice(seed);
        return leaf.DType.IsFloat ? (dice.Tensor(leaf.Shape) / 2).Cast(leaf.DType).Detach()
            : leaf.DType == DType.Bool ? (dice.Positions(leaf.Shape, 9, wide: false) > 0).Detach()
            : dice.Positions(leaf.Shape, 9, wide: leaf.DType == DType.Int64).Detach();
    }

    private Tensor[] Chosen(int seed)
    {
        List<Tensor> roots = [.. _reals.Where((_, i) => (_reals.Count - 1 - i) % 3 == 0), _wholes[^1], _bools[^1]];
        if (seed % 2 != 0) return [.. roots];
        Tensor total = roots
            .Where(root => root.DType == _dtype)
            .Select(static root => root.Sum() / Math.Max(1, root.Length))
            .Aggregate(static (a, b) => a + b);
        return [.. roots, .. Gradient.Of(total, Leaves, Independent.Zero)];
    }

    private Shape RandomShape()
    {
        if (_dice.Below(15) == 0) return [_dice.Between(16_000, 30_000)];
        var sizes = new int[_dice.Below(5)];
        for (int axis = 0; axis < sizes.Length; axis++)
            sizes[axis] = _dice.Below(40) == 0 ? 0 : Sizes[_dice.Below(Sizes.Length)];
        while (Shape.Create(sizes).Length > LongestLength) sizes[_dice.Below(sizes.Length)] = 1;
        return sizes;
    }

    private Tensor Real(Shape shape) => (_dice.Tensor(shape) / 2).Cast(_dtype).Detach();

    private Tensor Whole(Shape shape) => _dice.Positions(shape, 9, wide: _whole == DType.Int64).Detach();

    private Tensor Any(List<Tensor> pool) => pool[Math.Max(_dice.Below(pool.Count), _dice.Below(pool.Count))];

    // One of the pool that broadcasts with x, if there is one besides x itself; not to something much larger.
    private Tensor Partner(Tensor x, List<Tensor> pool, Tensor otherwise)
    {
        Tensor y = Any(pool);
        return Shape.TryBroadcast(x.Shape, y.Shape, out Shape shape) && shape.Length <= LongestLength ? y : otherwise;
    }

    private void Step()
    {
        int kind = _dice.Below(12);
        (List<Tensor> pool, Tensor next) = kind switch
        {
            0 or 1 => (_wholes, OfWholes(Any(_wholes))),
            2 => (_bools, OfBools(Any(_wholes))),
            3 => (_reals, FromOthers(Any(_wholes))),
            4 or 5 => (_reals, Moved(Any(_reals))),
            6 or 7 => (_reals, Reduced(Any(_reals))),
            _ => (_reals, OfReals(Any(_reals))),
        };
        if (next.Length <= LongestLength) pool.Add(next);
    }

    private Tensor OfReals(Tensor x)
    {
        Tensor y = Partner(x, _reals, x);
        return _dice.Below(14) switch
        {
            0 => x.Sin(),
            1 => x.Tanh(),
            2 => (x * x).Exp() / Math.E,
            3 => -x,
            4 => x.Relu(),
            5 => (x.Square() + 1).Sqrt() / 2,
            6 or 7 => (x + y) / 2,
            8 => x * y,
            9 => Tensor.Minimum(x, y),
            10 => Tensor.Select(x > 0.25, x, 0.25),
            11 => x.Cast(DType.Float64).Cos().Cast(_dtype),
            12 => Tensor.Select(x <= y, x, y),
            _ => x.Sigmoid(),
        };
    }

    private Tensor OfWholes(Tensor x)
    {
        Tensor y = Partner(x, _wholes, x);
        Tensor next = _dice.Below(8) switch
        {
            0 => x + y,
            1 => x * y,
            2 => -x,
            3 => x - (y * 3),
            4 => Tensor.Select(Partner(x, _bools, x > y), x, y),
            5 => Limited(x).Sum(_dice.Axes(x.Rank)),
            6 => Moved(x),
            _ => x.Cast(_whole == DType.Int32 ? DType.Int64 : DType.Int32).Cast(_whole) + 1,
        };
        return Limited(next);
    }

    private static Tensor Limited(Tensor x) => Tensor.Maximum(Tensor.Minimum(x, 1000), -1000);

    private Tensor OfBools(Tensor x)
    {
        Tensor y = Partner(x, _wholes, x), known = Any(_bools);
        Tensor next = _dice.Below(5) switch
        {
            0 => x < y,
            1 => Tensor.Equal(x, y),
            2 => Tensor.NotEqual(x, y),
            3 => x.Cast(DType.Bool),
            _ => x >= 3,
        };
        if (!Shape.TryBroadcast(next.Shape, known.Shape, out Shape shape) || shape.Length > LongestLength) return !next;
        return _dice.Below(4) switch
        {
            0 => next & known,
            1 => next | known,
            2 => next ^ known,
            _ => !next,
        };
    }

    private Tensor FromOthers(Tensor x) => _dice.Below(3) switch
    {
        0 => (Any(_bools).Cast(_dtype) * 2 - 1) / 2,
        1 => Tensor.Select(Any(_bools), Tensor.Full([], 0.5, _dtype), -0.25),
        _ => Limited(x).Cast(_dtype) / 1000,
    };

    private Tensor Moved(Tensor x)
    {
        int rank = x.Rank;
        if (rank == 0) return x.Unsqueeze(0).BroadcastTo([_dice.Between(1, 40)]);
        int axis = _dice.Below(rank), size = x.Shape[axis];
        switch (_dice.Below(10))
        {
            case 0: return x.Transpose(_dice.Order(rank));
            case 1: return x.Reshape(x.Length);
            case 2: return x.Flip(_dice.Axes(rank));
            case 3: return x.Unsqueeze(axis).BroadcastTo(Inserted(x.Shape, axis, _dice.Between(1, 3)));
            case 4 when size > 0: return Tensor.Concat([x, x.Flip(axis), x], axis);
            case 5:
                var widths = new (int, int)[rank];
                for (int i = 0; i < rank; i++) widths[i] = (_dice.Below(3), _dice.Below(2));
                return x.Pad(widths, 1);
            case 6 when size > 2 && x.Shape[rank - 1] > 2:
                return x.Windows([2], [_dice.Between(1, 2)]);
            case 7 when size > 0:
                return x.Gather(_dice.Positions([_dice.Between(1, 5)], size, wide: false), axis);
            case 8 when x.DType.IsFloat && size > 0: return x.CumulativeSum(axis) / size;
            default:
                var slices = new AxisSlice[rank];
                Array.Fill(slices, ..);
                if (size > 1) slices[axis] = AxisSlice.Of(_dice.Below(2).., _dice.Below(2) == 0 ? -2 : 2);
                return x[slices];
        }
    }

    private static Shape Inserted(Shape shape, int axis, int size) =>
        Shape.Create([.. shape.Sizes[..axis], size, .. shape.Sizes[axis..]]);

    private Tensor Reduced(Tensor x)
    {
        int axis = x.Rank == 0 ? 0 : _dice.Axis(x.Rank);
        bool keep = _dice.Below(2) == 0;
        if (x.Length == 0) return x;
        switch (_dice.Below(8))
        {
            case 0: return x.Max(_dice.Axes(x.Rank), keep);
            case 1: return x.Min(_dice.Axes(x.Rank), keep);
            case 2 when x.Rank > 0: return x.Softmax(axis);
            case 3 when x.Rank > 0: return x.LogSumExp(axis, keep) / 15;
            case 4 when x.Rank > 0:
                Tensor centred = x - x.Mean(axis, keep: true);
                return centred / (centred.Square().Mean(axis, keep: true) + 1).Sqrt() / 3;
            case 5 when x.Rank > 0:
                int inner = x.Shape[^1];
                return Tensor.Dot(x, Real([inner, _dice.Between(1, 20)])) / Math.Max(1, inner);
            case 6 when x.Rank > 0: return x.Mean(axis, keep);
            default: return x.Mean(_dice.Axes(x.Rank), keep);
        }
    }
}
