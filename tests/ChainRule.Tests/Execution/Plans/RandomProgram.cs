using ChainRule.Tests.Ops;

namespace ChainRule.Tests.Execution;

/// <summary>
/// A graph of up to 30 random steps over floats of both sizes, integers and bools, the same for the same seed. Floats
/// stay between −1 and 1, and what is compared or cut off is exact or continuous, so that rounding moves no result far.
/// </summary>
internal sealed partial class RandomProgram
{
    private const int LongestLength = 40_000;

    private static readonly int[] Sizes = [1, 1, 2, 3, 4, 5, 7, 8, 16, 17, 33, 64];

    private readonly Dice _dice;
    private readonly DType _dtype, _whole;
    private readonly List<Tensor> _reals = [], _wholes = [], _bools = [];

    /// <summary>Builds a graph.</summary>
    /// <param name="seed">What it depends on.</param>
    /// <param name="given">Tensors to take instead of <see cref="Leaves"/> and <see cref="Others"/>.</param>
    public RandomProgram(int seed, IReadOnlyList<Tensor>? given = null)
    {
        _dice = new Dice(seed);
        _dtype = _dice.Below(3) == 0 ? DType.Float64 : DType.Float32;
        _whole = _dice.Below(3) == 0 ? DType.Int64 : DType.Int32;
        Shape shape = RandomShape();
        int leaves = _dice.Between(2, 4);
        for (int i = 0; i < leaves; i++) _reals.Add(Real(_dice.Below(3) == 0 ? RandomShape() : shape));
        Tensor whole = Whole(shape);
        Others = [given?[leaves] ?? whole, given?[leaves + 1] ?? (whole > 0).Detach()];
        for (int i = 0; i < leaves && given is not null; i++) _reals[i] = given[i];
        Leaves = [.. _reals];
        _wholes.Add(Others[0]);
        _bools.Add(Others[1]);
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

    /// <summary>For each leaf of floats the last step of its type; the leaf itself if there is none.</summary>
    public Tensor[] Next =>
        [.. Leaves.Select(leaf => _reals.Last(real => real.Shape == leaf.Shape && real.DType == leaf.DType))];

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
        int kind = _dice.Below(14);
        (List<Tensor> pool, Tensor next) = kind switch
        {
            0 or 1 => (_wholes, OfWholes(Any(_wholes))),
            2 => (_bools, OfBools(Any(_wholes))),
            3 => (_reals, FromOthers(Any(_wholes))),
            4 or 5 => (_reals, Moved(Any(_reals))),
            6 or 7 => (_reals, Reduced(Any(_reals))),
            8 or 9 => (_reals, Product(Any(_reals))),
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
            4 => Tensor.Select(Partner(x + y, _bools, x > y), x, y),
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

    private Tensor FromOthers(Tensor x) => _dice.Below(5) switch
    {
        2 => (Tensor.RandomUniform(x.Shape, _dice.Below(100)) - 0.5).Cast(_dtype),
        3 when x.Rank > 0 && x.Length > 0 => x.ArgMax(_dice.Axis(x.Rank)).Cast(_dtype) / LongestLength,
        0 => (Any(_bools).Cast(_dtype) * 2 - 1) / 2,
        1 => Tensor.Select(Any(_bools), Tensor.Full([], 0.5, _dtype), -0.25),
        _ => Limited(x).Cast(_dtype) / 1000,
    };
}
