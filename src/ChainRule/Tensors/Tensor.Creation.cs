using System.Globalization;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule;

public partial class Tensor
{
    /// <summary>A scalar.</summary>
    /// <param name="value">float, double, int, long or bool; the dtype follows.</param>
    /// <param name="name">A name for messages and pictures.</param>
    public static Tensor Scalar<T>(T value, string? name = null) where T : unmanaged =>
        new(Node.Data(Storage.Own([value]), Shape.Scalar, name));

    /// <summary>A vector of copies of the given elements.</summary>
    /// <param name="elements">float, double, int, long or bool; the dtype follows.</param>
    public static Tensor From<T>(params ReadOnlySpan<T> elements) where T : unmanaged =>
        From(elements, Shape.Create([elements.Length]));

    /// <summary>A tensor of copies of the given elements.</summary>
    /// <param name="elements">Row-major: the last axis runs fastest.</param>
    /// <param name="shape">Sizes whose product is the number of elements.</param>
    /// <param name="name">A name for messages and pictures.</param>
    /// <exception cref="ShapeException">The number of elements does not fit the shape.</exception>
    public static Tensor From<T>(ReadOnlySpan<T> elements, Shape shape, string? name = null) where T : unmanaged =>
        new(Node.Data(Storage.Copy(elements), shape, name));

    /// <summary>A tensor of copies of an array's elements: a vector, a matrix … by the array's rank.</summary>
    /// <param name="array">
    /// float, double, int, long or bool, of any rank: <c>new double[,] { { 1, 2 }, { 3, 4 } }</c>; or
    /// jagged, row by row: <c>double[][]</c>.
    /// </param>
    /// <param name="name">A name for messages and pictures.</param>
    /// <exception cref="ShapeException">The rows of a jagged array differ in length, or one is null.</exception>
    /// <exception cref="DTypeException">The elements are of another type.</exception>
    public static Tensor From(Array array, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(array);
        (Storage elements, Shape shape) = ArrayReader.Read(array);
        return new(Node.Data(elements, shape, name));
    }

    /// <summary>A tensor filled with 0 (false, for bool).</summary>
    public static Tensor Zeros(Shape shape, DType dtype = DType.Float32) => Full(shape, 0, dtype);

    /// <summary>A tensor filled with 1 (true, for bool).</summary>
    public static Tensor Ones(Shape shape, DType dtype = DType.Float32) => Full(shape, 1, dtype);

    /// <summary>A tensor filled with a number.</summary>
    /// <exception cref="DTypeException">The number is not whole, but the dtype is an integer.</exception>
    public static Tensor Full(Shape shape, Number value, DType dtype = DType.Float32) =>
        new(Build.Broadcast(Node.Create(value.In(dtype) with { IsGiven = true }), shape));

    /// <summary>A tensor of zeros with the shape and dtype of this one.</summary>
    public Tensor ZerosLike() => Full(Shape, 0, DType);

    /// <summary>A tensor of ones with the shape and dtype of this one.</summary>
    public Tensor OnesLike() => Full(Shape, 1, DType);

    /// <summary>The numbers 0, 1, 2 … <paramref name="count"/> − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static Tensor Arange(int count, DType dtype = DType.Int32)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (dtype == DType.Bool) throw new DTypeException("arange: bool cannot count. Choose a numeric dtype.");
        return new(Node.Create(new Iota(count, dtype)));
    }

    /// <summary>
    /// The whole numbers start, start + step, start + 2·step …, as far as they are before <paramref name="stop"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0.</exception>
    /// <exception cref="DTypeException">The dtype is bool.</exception>
    public static Tensor Arange(int start, int stop, int step = 1, DType dtype = DType.Int32) =>
        Arange((long)start, stop, step, dtype);

    /// <summary>
    /// The whole numbers start, start + step, start + 2·step …, as far as they are before <paramref name="stop"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0.</exception>
    /// <exception cref="DTypeException">The dtype does not hold start or step, or is bool.</exception>
    public static Tensor Arange(long start, long stop, long step = 1, DType dtype = DType.Int64)
    {
        // The distance of two longs need not be a long.
        Int128 distance = (Int128)stop - start;
        double count = step == 0 ? double.NaN : (double)((distance + step - Math.Sign(step)) / step);
        return Arange(start, stop, step, count, dtype);
    }

    /// <summary>
    /// The numbers start, start + step, start + 2·step …, as far as they are before <paramref name="stop"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0 or not finite.</exception>
    /// <exception cref="DTypeException">The dtype does not hold start or step, or is bool.</exception>
    public static Tensor Arange(double start, double stop, double step = 1, DType dtype = DType.Float32) =>
        Arange(start, stop, step, step == 0 ? double.NaN : Math.Ceiling((stop - start) / step), dtype);

    private static Tensor Arange(Number start, Number stop, Number step, double count, DType dtype)
    {
        if (!double.IsFinite(count))
            throw new ArgumentOutOfRangeException(
                nameof(step),
                $"arange: from {start} to {stop} by {step} never ends. "
                + "Use finite numbers and a step that is not 0.");
        if (count > Array.MaxLength)
            throw new ArgumentOutOfRangeException(nameof(step), string.Create(
                CultureInfo.InvariantCulture,
                $"arange: from {start} to {stop} by {step} are {count} numbers, more than one tensor holds. "
                + $"Use a larger step."));
        if (!start.Fits(dtype) || !step.Fits(dtype))
            throw new DTypeException(
                $"arange: {dtype.Name} does not hold the numbers from {start} by {step}. "
                + "Choose another one, such as float64.");
        return (Arange((int)Math.Max(0, count), dtype) * step) + start;
    }

    /// <summary>Evenly spaced numbers from start to stop, both included.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="stop">The last number.</param>
    /// <param name="count">How many; at least 1. One number is start.</param>
    /// <param name="dtype">float32 or float64.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public static Tensor Linspace(double start, double stop, int count, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (!dtype.IsFloat)
            throw new DTypeException(
                $"linspace: the numbers between are not whole, but {dtype.Name} was asked for. "
                + "Choose float32 or float64.");
        if (count == 1) return Full([1], start, dtype);
        // Weighing both ends hits the last number exactly.
        Tensor weight = Arange(count, dtype) / (count - 1);
        return ((1 - weight) * start) + (weight * stop);
    }

    /// <summary>The identity matrix: ones on the diagonal, zeros elsewhere.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns; as many as rows if it is not given.</param>
    /// <param name="dtype">The type of the elements.</param>
    public static Tensor Eye(int rows, int? columns = null, DType dtype = DType.Float32) =>
        OneHot(Arange(rows), columns ?? rows, dtype);

    /// <summary>Random numbers, uniform in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="key">
    /// A seed such as 42, or a key split from another: the same key gives the same numbers, on
    /// every machine and number of threads.
    /// </param>
    /// <param name="low">The smallest possible number.</param>
    /// <param name="high">The end of the interval, not included.</param>
    /// <param name="dtype">float32 or float64.</param>
    /// <exception cref="ArgumentException">The interval is empty: the end is not above the start.</exception>
    public static Tensor RandomUniform(
        Shape shape, RandomKey key, double low = 0, double high = 1, DType dtype = DType.Float32)
    {
        if (!(low < high))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"random_uniform: there are no numbers from {low} up to, but without, {high}. "
                + $"Give a high that is above low."));
        }

        Tensor unit = new(Node.Create(
            new RandomNumbers(shape, FloatOnly("random_uniform", dtype), Normal: false), key.Node));
        if ((low, high) == (0, 1)) return unit;
        Tensor scaled = (unit * (high - low)) + low;
        // Rounding may reach the end, which is outside.
        return Minimum(scaled, Below(high, dtype));
    }

    private static double Below(double end, DType dtype) =>
        dtype == DType.Float64 ? Math.BitDecrement(end)
        : (float)end < end ? (float)end
        : MathF.BitDecrement((float)end);

    /// <summary>Random numbers, normally distributed.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="key">
    /// A seed such as 42, or a key split from another: the same key gives the same numbers, on
    /// every machine and number of threads.
    /// </param>
    /// <param name="mean">The mean.</param>
    /// <param name="deviation">The standard deviation.</param>
    /// <param name="dtype">float32 or float64.</param>
    public static Tensor RandomNormal(
        Shape shape, RandomKey key, double mean = 0, double deviation = 1, DType dtype = DType.Float32)
    {
        Tensor unit = new(Node.Create(
            new RandomNumbers(shape, FloatOnly("random_normal", dtype), Normal: true), key.Node));
        Tensor scaled = deviation == 1 ? unit : unit * deviation;
        return mean == 0 ? scaled : scaled + mean;
    }

    /// <summary>The numbers 0 … <paramref name="count"/> − 1 (int32) in random order.</summary>
    /// <param name="count">How many.</param>
    /// <param name="key">A seed such as 42, or a key split from another: the same key gives the same order.</param>
    public static Tensor RandomPermutation(int count, RandomKey key)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(Node.Create(new RandomPermutation(count), key.Node));
    }

    private static DType FloatOnly(string op, DType dtype) => dtype.IsFloat
        ? dtype
        : throw new DTypeException(
            $"{op}: {dtype.Name} was asked for, but random numbers are float32 or float64. "
            + "Cast them afterwards, or use RandomPermutation.");
}
