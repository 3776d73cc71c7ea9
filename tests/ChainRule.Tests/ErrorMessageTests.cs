using ChainRule.Graphs;

namespace ChainRule.Tests;

/// <summary>
/// Every message in one place, to be read like prose: what was asked, what is wrong with the actual values, what to do.
/// </summary>
public sealed class ErrorMessageTests
{
    private readonly Tensor _x = Tensor.From<double>([1, 2, 3, 4, 5, 6], [2, 3], "x");
    private readonly Tensor _weights = Tensor.Ones([3, 4], DType.Float64).Named("weights");
    private readonly Tensor _v = Tensor.From<double>([1, 2, 3], [3], "v");
    private readonly Tensor _n = Tensor.From<int>([1, 2, 3], [3], "n");
    private readonly Tensor _flags = Tensor.From<bool>([true, false, true], [3], "flags");
    private readonly Tensor _scalar = Tensor.Scalar(2.0, "s");

    [Fact]
    public void Tensors_that_cannot_be_made_are_explained()
    {
        var errors = new ErrorList();
        errors.Add("From: too few elements", static () => Tensor.From<float>([1, 2, 3], [2, 2]));
        errors.Add("From: elements of another type", static () => Tensor.From<byte>(1, 2));
        errors.Add("From: an array of another type", static () => Tensor.From(new string[,] { { "a" } }));
        errors.Add("From: rows that differ", static () => Tensor.From(new double[][] { [1, 2], [3] }));
        errors.Add("From: a row that is null", static () => Tensor.From(new double[][] { [1, 2], null! }));
        errors.Add("Shape: a negative size", static () => Tensor.Zeros([2, -1]));
        errors.Add("Shape: too many elements", static () => Tensor.Zeros([65536, 65536]));
        errors.Add("Full: a broken number of integers", static () => Tensor.Full([2], 0.5, DType.Int32));
        errors.Add("Full: a number outside the range", static () => Tensor.Full([2], 3e9, DType.Int32));
        errors.Add("Full: infinitely many", static () => Tensor.Full([2], double.PositiveInfinity, DType.Int64));
        errors.Add("Arange: a negative count", static () => Tensor.Arange(-1));
        errors.Add("Arange: bools", static () => Tensor.Arange(3, DType.Bool));
        errors.Add("Arange: a step of 0", static () => Tensor.Arange(0, 1, 0));
        errors.Add("Arange: a broken step of 0", static () => Tensor.Arange(0, 0.5, 0));
        errors.Add("Arange: too many integers", static () => Tensor.Arange(long.MinValue, long.MaxValue));
        errors.Add("Arange: a start outside the range",
            static () => Tensor.Arange(3_000_000_000, 3_000_000_005, 1, DType.Int32));
        errors.Add("Arange: too small a step", static () => Tensor.Arange(0, 1, 1e-12));
        errors.Add("Arange: a broken step of integers", static () => Tensor.Arange(0, 2, 0.5, DType.Int32));
        errors.Add("Linspace: no numbers", static () => Tensor.Linspace(0, 1, 0));
        errors.Add("Linspace: integers", static () => Tensor.Linspace(0, 10, 11, DType.Int32));
        errors.Add("OneHot: no integers", () => Tensor.OneHot(_v, 3));
        errors.Add("RandomUniform: nothing between", static () => Tensor.RandomUniform([2], 1, low: 2, high: 1));
        errors.Add("RandomUniform: integers", static () => Tensor.RandomUniform([2], 1, dtype: DType.Int32));
        errors.Add("RandomNormal: integers", static () => Tensor.RandomNormal([2], 1, dtype: DType.Int64));
        errors.Add("Named: an empty name", () => _x.Named(""));
        errors.Add("Assign: another shape", () => new Variable(_v, "w").Assign(_x));
        errors.Add("Assign: another dtype", () => new Variable(_v, "w").Assign(_n));
        Approved.Verify(errors.ToString());
    }

    [Fact]
    public void Operations_that_do_not_fit_are_explained()
    {
        var errors = new ErrorList();
        errors.Add("add: shapes", () => _ = _x + _weights);
        errors.Add("add: shapes without names", () => _ = _x.Sin() + _weights.Exp());
        errors.Add("add: dtypes", () => _ = _x + _n);
        errors.Add("add: bools", () => _ = _flags + _flags);
        errors.Add("add: a broken number", () => _ = _n + 0.5);
        errors.Add("sub: a number outside the range", () => _ = 3e9 - _n);
        errors.Add("mul: a long outside the range", () => _ = _n * long.MaxValue);
        errors.Add("greater: a broken number", () => _ = _n > 0.5);
        errors.Add("clamp: a broken number", () => Tensor.Clamp(_n, 0, 0.5));
        errors.Add("clamp: shapes", () => Tensor.Clamp(_x, _weights, _v));
        errors.Add("div: integers", () => _ = _n / _n);
        errors.Add("exp: integers", () => _n.Exp());
        errors.Add("pow: integers", () => _n.Pow(0.5));
        errors.Add("less: bools", () => _ = _flags < !_flags);
        errors.Add("equal: bools", () => Tensor.Equal(_flags, _flags));
        errors.Add("not_equal: bools", () => Tensor.NotEqual(_flags, _flags));
        errors.Add("and: numbers", () => _ = _flags & _n);
        errors.Add("not: numbers", () => _ = !_x);
        errors.Add("select: a condition of numbers", () => Tensor.Select(_n, _v, _v));
        errors.Add("select: dtypes", () => Tensor.Select(_flags, _v, _n));
        errors.Add("dot: inner sizes, the right one transposed", () => Tensor.Dot(_x, _weights.T.Named("weights")));
        errors.Add("dot: inner sizes, the left one transposed",
            () => Tensor.Dot(_x, Tensor.Ones([2, 5], DType.Float64)));
        errors.Add("dot: inner sizes", () => Tensor.Dot(_x, Tensor.Ones([7, 5], DType.Float64)));
        errors.Add("dot: a scalar", () => Tensor.Dot(_x, _scalar));
        errors.Add("dot: batches", static () => Tensor.Dot(Tensor.Ones([2, 3, 4]), Tensor.Ones([5, 4, 3])));
        errors.Add("dot: dtypes", () => Tensor.Dot(_x, _n));
        errors.Add("dot: bools", () => Tensor.Dot(_flags, _flags));
        Approved.Verify(errors.ToString());
    }

    [Fact]
    public void Shapes_and_axes_that_do_not_fit_are_explained()
    {
        var errors = new ErrorList();
        errors.Add("sum: axis", () => _x.Sum(2));
        errors.Add("sum: negative axis", () => _x.Sum(-3));
        errors.Add("sum: axis of a vector", () => _v.Sum(1));
        errors.Add("sum: axis of a scalar", () => _scalar.Sum(0));
        errors.Add("sum: axis twice", () => _x.Sum([0, -2]));
        errors.Add("sum: bools", () => _flags.Sum());
        errors.Add("mean: integers", () => _n.Mean());
        errors.Add("product: bools", () => _flags.Product());
        errors.Add("max: no elements", static () => Tensor.Zeros([0, 3]).Max(0));
        errors.Add("max: bools", () => _flags.Max());
        errors.Add("argmax: no elements", static () => Tensor.Zeros([3, 0]).ArgMax());
        errors.Add("argmin: axis", () => _x.ArgMin(5));
        errors.Add("cumulative_sum: axis", () => _x.CumulativeSum(2));
        errors.Add("softmax: axis", () => _x.Softmax(2));
        errors.Add("softmax: no elements", static () => Tensor.Zeros([3, 0]).Named("scores").Softmax());
        errors.Add("log_softmax: no elements", static () => Tensor.Zeros([3, 0]).Named("scores").LogSoftmax());
        errors.Add("log_sum_exp: no elements", static () => Tensor.Zeros([3, 0]).Named("scores").LogSumExp());
        errors.Add("softmax: integers", () => _n.Softmax());
        errors.Add("log_softmax: axis", () => _x.LogSoftmax(2));
        errors.Add("log_sum_exp: a scalar", () => _scalar.LogSumExp());
        errors.Add("reshape: another product", () => _x.Reshape(4, 2));
        errors.Add("reshape: nothing to infer", () => _x.Reshape(4, -1));
        errors.Add("reshape: two to infer", () => _x.Reshape(-1, -1));
        errors.Add("flatten: axis", () => _x.Flatten(2));
        errors.Add("transpose: an axis missing", () => _x.Transpose(0));
        errors.Add("transpose: an axis twice", () => _x.Transpose(0, 0));
        errors.Add("transpose: no such axis", () => _x.Transpose(0, 2));
        errors.Add("broadcast: another size", () => _x.BroadcastTo([2, 4]));
        errors.Add("broadcast: fewer axes", () => _x.BroadcastTo([3]));
        errors.Add("squeeze: another size", () => _x.Squeeze(0));
        errors.Add("unsqueeze: position", () => _x.Unsqueeze(4));
        errors.Add("flip: axis", () => _x.Flip(2));
        errors.Add("pad: number of pairs", () => _x.Pad([(1, 1)]));
        errors.Add("pad: negative", () => _x.Pad([(1, 1), (0, -1)]));
        errors.Add("pad: too many", () => _x.Pad([(int.MaxValue, 1), (0, 0)]));
        errors.Add("concat: too many",
            static () => Tensor.Concat([Tensor.Zeros([int.MaxValue, 0]), Tensor.Zeros([2, 0])]));
        errors.Add("concat: nothing", static () => Tensor.Concat([]));
        errors.Add("concat: other sizes", () => Tensor.Concat([_x, _weights]));
        errors.Add("concat: ranks", () => Tensor.Concat([_x, _v]));
        errors.Add("concat: dtypes", () => Tensor.Concat([_v, _n]));
        errors.Add("concat: axis", () => Tensor.Concat([_x, _x], 2));
        errors.Add("stack: nothing", static () => Tensor.Stack([]));
        errors.Add("stack: shapes", () => Tensor.Stack([_x, _weights]));
        errors.Add("stack: position", () => Tensor.Stack([_x, _x], 3));
        errors.Add("windows: too large", () => _x.Windows([4]));
        errors.Add("windows: dilated too far", () => _x.Windows([2], dilations: [3]));
        errors.Add("windows: dilated beyond all numbers", () => _x.Windows([3], dilations: [int.MaxValue]));
        errors.Add("windows: not positive", () => _x.Windows([0]));
        errors.Add("windows: number of strides", () => _x.Windows([2], strides: [1, 1]));
        errors.Add("fold: too few axes", () => _v.Fold([3]));
        errors.Add("fold: strides beyond all numbers",
            () => _x.Fold([3], strides: [int.MaxValue], dilations: [int.MaxValue]));
        errors.Add("fold: a target too small", () => _x.Fold([2]));
        Approved.Verify(errors.ToString());
    }

    [Fact]
    public void Positions_and_readings_that_do_not_fit_are_explained()
    {
        var errors = new ErrorList();
        errors.Add("slice: position", () => _ = _x[2]);
        errors.Add("slice: position from the end", () => _ = _x[0, ^4]);
        errors.Add("slice: negative position", () => _ = _x[-1]);
        errors.Add("slice: negative position of another axis", () => _ = _x[0, int.MinValue]);
        errors.Add("slice: position on an empty axis", static () => _ = Tensor.Zeros([0])[0]);
        errors.Add("slice: range", () => _ = _x[.., 1..4]);
        errors.Add("slice: range backwards", () => _ = _x[.., 2..1]);
        errors.Add("slice: step", () => _ = _x[(..).By(0)]);
        errors.Add("slice: too many axes", () => _ = _x[0, 0, 0]);
        errors.Add("gather: no integers", () => _x.Gather(_v));
        errors.Add("gather: axis", () => _x.Gather(_n, 2));
        errors.Add("gather: index", () => _x.Gather(_n, 1).ToArray<double>());
        errors.Add("gather: negative index", () => _x.Gather(Tensor.From<long>(-3)).ToArray<double>());
        errors.Add("gather: index of an empty axis", () => Tensor.Zeros([0]).Gather(_n).ToArray<float>());
        errors.Add("scatter_add: no integers", () => _x.ScatterAdd(_v, _x));
        errors.Add("scatter_add: shape of the updates", () => _x.ScatterAdd(_n, _x));
        errors.Add("scatter_add: dtype of the updates", () => _v.ScatterAdd(_n, _n));
        errors.Add("scatter_add: index", () => _v.ScatterAdd(_n, _v).ToArray<double>());
        errors.Add("Item: several elements", () => _x.Item());
        errors.Add("Item: another type", () => _scalar.Item<float>());
        errors.Add("ToArray: another type", () => _n.ToArray<double>());
        errors.Add("ToArray: no type of elements", () => _n.ToArray<byte>());
        errors.Add("CopyTo: too short", () => _x.CopyTo(new double[5]));
        errors.Add("reading a placeholder",
            static () => _ = (new Tensor(Node.Placeholder(new([2], DType.Float32), "image")) + 1).ToString());
        Approved.Verify(errors.ToString());
    }

    [Fact]
    public void Derivatives_that_do_not_exist_are_explained()
    {
        Tensor one = Tensor.Scalar(1.0, "one");
        var errors = new ErrorList();
        errors.Add("of several results", () => Gradient.Of((_x * 2).Named("y"), _x));
        errors.Add("of an integer", () => Gradient.Of(_n.Sum().Named("count"), _x));
        errors.Add("by an integer", () => Gradient.Of(_x.Sum(), _n));
        errors.Add("by something else", () => Gradient.Of((_x * 2).Sum().Named("y"), _v));
        errors.Add("through a comparison", () => Gradient.Of((_scalar > 1).Cast(DType.Float64), _scalar));
        errors.Add("through StopGradient", () => Gradient.Of(_scalar.StopGradient().Square(), _scalar));
        errors.Add("of a function, by a name inside it",
            () => Gradient.Of(static v => v + Tensor.Ones([4], DType.Float64))(_v));
        errors.Add("by a tensor that a custom derivative captured", () => Gradient.Of(
            Gradient.Custom("scaled", v => (v * _scalar).Sum(), (_, _, yBar) => yBar * _scalar)(one), _scalar));
        errors.Add("Vjp: another shape", () => Gradient.Vjp(_x, _v, [_x]));
        errors.Add("Vjp: independent", () => Gradient.Vjp(_x, _x, [_v]));
        errors.Add("Vjp: by an integer", () => Gradient.Vjp(_x, _x, [_n]));
        errors.Add("Jvp: numbers of arguments and tangents", () => Gradient.Jvp(_x, [_x, _v], [_x]));
        errors.Add("Jvp: another dtype", () => Gradient.Jvp(_v, [_v], [_n]));
        errors.Add("Jvp: by an integer", () => Gradient.Jvp(_v, [_n], [_n]));
        errors.Add("Jvp: of an integer", () => Gradient.Jvp(_n, [_v], [_v]));
        errors.Add("Custom: no name", static () => Gradient.Custom(" ", static v => v, static (_, _, yBar) => yBar));
        errors.Add("Custom: too few cotangents", () => Gradient.Of(
            Gradient.Custom("clip", static a => a[0] + a[1], static (_, _, yBar) => [yBar])([one, _scalar]), one));
        errors.Add("Custom: another shape", () => Gradient.Of(
            Gradient.Custom("clip", static v => v.Sum(), static (_, _, yBar) => yBar)(_v), _v));
        Approved.Verify(errors.ToString());
    }
}
