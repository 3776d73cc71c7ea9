using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule;

public partial class Tensor
{
    /// <summary>The sum along the axes; 0 of no elements.</summary>
    /// <param name="axes">All axes by default; −1 is the last one.</param>
    /// <param name="keep">Whether the summed axes stay, with size 1.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    public Tensor Sum(Axes axes = default, bool keep = false) =>
        Reduce("sum", axes, keep, static (x, a) => Build.Sum(x, a));

    /// <summary>The arithmetic mean along the axes; NaN of no elements. Floats only.</summary>
    /// <param name="axes">All axes by default; −1 is the last one.</param>
    /// <param name="keep">Whether the axes stay, with size 1.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    /// <exception cref="DTypeException">The elements are integers or bools.</exception>
    public Tensor Mean(Axes axes = default, bool keep = false)
    {
        if (!DType.IsFloat) throw Errors.OutsideDomain("mean", Node, Domain.Floats);
        return Reduce("mean", axes, keep, static (x, a) =>
        {
            int count = 1;
            foreach (int axis in a) count *= x.Shape[axis];
            Node sum = Build.Sum(x, a);
            return Build.Binary<Div>(sum, Build.Fill(count, sum.Type));
        });
    }

    /// <summary>
    /// The product along the axes; 1 of no elements. Its derivatives are right where elements are 0 too.
    /// </summary>
    /// <param name="axes">All axes by default; −1 is the last one.</param>
    /// <param name="keep">Whether the axes stay, with size 1.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    public Tensor Product(Axes axes = default, bool keep = false) => DType != DType.Bool
        ? Reduce("product", axes, keep, static (x, a) => Build.Product(x, a))
        : throw Errors.OutsideDomain("product", Node, Domain.Numbers);

    /// <summary>
    /// The largest element along the axes; NaN if one is. Elements that tie share the derivative equally.
    /// </summary>
    /// <param name="axes">All axes by default; −1 is the last one.</param>
    /// <param name="keep">Whether the axes stay, with size 1.</param>
    /// <exception cref="ShapeException">There is no such axis, or it has no elements.</exception>
    public Tensor Max(Axes axes = default, bool keep = false) =>
        Reduce("max", axes, keep, static (x, a) => a.Length == 0 ? x : Node.Create(new Extremum(Largest: true, a), x));

    /// <summary>
    /// The smallest element along the axes; NaN if one is. Elements that tie share the derivative equally.
    /// </summary>
    /// <param name="axes">All axes by default; −1 is the last one.</param>
    /// <param name="keep">Whether the axes stay, with size 1.</param>
    /// <exception cref="ShapeException">There is no such axis, or it has no elements.</exception>
    public Tensor Min(Axes axes = default, bool keep = false) =>
        Reduce("min", axes, keep, static (x, a) => a.Length == 0 ? x : Node.Create(new Extremum(Largest: false, a), x));

    /// <summary>The position (int32) of the largest element along an axis, the first one of ties.</summary>
    /// <exception cref="ShapeException">There is no such axis, or it has no elements.</exception>
    public Tensor ArgMax(int axis = -1) =>
        new(Node.Create(new ArgExtremum(Largest: true, AxisOf(axis, "argmax")), Node));

    /// <summary>The position (int32) of the smallest element along an axis, the first one of ties.</summary>
    /// <exception cref="ShapeException">There is no such axis, or it has no elements.</exception>
    public Tensor ArgMin(int axis = -1) =>
        new(Node.Create(new ArgExtremum(Largest: false, AxisOf(axis, "argmin")), Node));

    /// <summary>The running sum along an axis.</summary>
    /// <param name="axis">−1 is the last one.</param>
    /// <param name="reverse">Whether it runs from the end.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    public Tensor CumulativeSum(int axis = -1, bool reverse = false) =>
        new(Build.CumulativeSum(Node, AxisOf(axis, "cumulative_sum"), reverse));

    /// <summary>
    /// ln Σ eˣ along an axis, stable for x of any size. Its derivative is the softmax, and NaN where that is: at each
    /// −∞ if all elements are, and at each ∞.
    /// </summary>
    /// <param name="axis">−1 is the last one.</param>
    /// <param name="keep">Whether the axis stays, with size 1.</param>
    /// <exception cref="ShapeException">There is no such axis, or it has no elements.</exception>
    public Tensor LogSumExp(int axis = -1, bool keep = false)
    {
        axis = ExponentialAxis(axis, "log_sum_exp");
        using var scope = Scope.Begin("log_sum_exp");
        Tensor max = Max(axis, keep: true).StopGradient();
        // An infinite maximum would turn into ∞ − ∞; shifting by 0 there gives the right ±∞.
        Tensor shift = Select(Equal(Abs(max), double.PositiveInfinity), 0, max);
        Tensor sum = (this - shift).Exp().Sum(axis, keep: true).Log() + shift;
        return keep ? sum : sum.Squeeze(axis);
    }

    /// <summary>
    /// eˣ / Σ eˣ along an axis, stable for x of any size: positive numbers that add up to 1;
    /// NaN if all are −∞ or one is ∞.
    /// </summary>
    /// <param name="axis">−1 is the last one.</param>
    /// <exception cref="ShapeException">There is no such axis, or it has no elements.</exception>
    public Tensor Softmax(int axis = -1)
    {
        axis = ExponentialAxis(axis, "softmax");
        using var scope = Scope.Begin("softmax");
        Tensor exp = (this - Max(axis, keep: true).StopGradient()).Exp();
        return exp / exp.Sum(axis, keep: true);
    }

    /// <summary>ln softmax(x) along an axis, accurate where the softmax is tiny.</summary>
    /// <param name="axis">−1 is the last one.</param>
    /// <exception cref="ShapeException">There is no such axis, or it has no elements.</exception>
    public Tensor LogSoftmax(int axis = -1)
    {
        axis = ExponentialAxis(axis, "log_softmax");
        using var scope = Scope.Begin("log_softmax");
        Tensor shifted = this - Max(axis, keep: true).StopGradient();
        return shifted - shifted.Exp().Sum(axis, keep: true).Log();
    }

    private int ExponentialAxis(int axis, string op)
    {
        if (!DType.IsFloat) throw Errors.OutsideDomain(op, Node, Domain.Floats);
        axis = AxisOf(axis, op);
        return Shape[axis] > 0 ? axis : throw Errors.NoElements(op, "element to begin with", Node, axis);
    }

    /// <summary>The sum along the axes; 0 of no elements.</summary>
    /// <inheritdoc cref="Sum(Axes, bool)"/>
    public static Tensor Sum(Tensor x, Axes axes = default, bool keep = false) => x.Sum(axes, keep);

    /// <summary>The arithmetic mean along the axes; floats only.</summary>
    /// <inheritdoc cref="Mean(Axes, bool)"/>
    public static Tensor Mean(Tensor x, Axes axes = default, bool keep = false) => x.Mean(axes, keep);

    /// <summary>The product along the axes; 1 of no elements.</summary>
    /// <inheritdoc cref="Product(Axes, bool)"/>
    public static Tensor Product(Tensor x, Axes axes = default, bool keep = false) => x.Product(axes, keep);

    /// <summary>The largest element along the axes; NaN if one is.</summary>
    /// <inheritdoc cref="Max(Axes, bool)"/>
    public static Tensor Max(Tensor x, Axes axes = default, bool keep = false) => x.Max(axes, keep);

    /// <summary>The smallest element along the axes; NaN if one is.</summary>
    /// <inheritdoc cref="Min(Axes, bool)"/>
    public static Tensor Min(Tensor x, Axes axes = default, bool keep = false) => x.Min(axes, keep);

    /// <summary>eˣ / Σ eˣ along an axis, stable for x of any size.</summary>
    /// <inheritdoc cref="Softmax(int)"/>
    public static Tensor Softmax(Tensor x, int axis = -1) => x.Softmax(axis);

    /// <summary>ln softmax(x) along an axis, stable for x of any size.</summary>
    /// <inheritdoc cref="LogSoftmax(int)"/>
    public static Tensor LogSoftmax(Tensor x, int axis = -1) => x.LogSoftmax(axis);

    private Tensor Reduce(string op, Axes axes, bool keep, Func<Node, int[], Node> reduce)
    {
        int[] reduced = axes.Of(Node, op);
        Node result = reduce(Node, reduced);
        return new(keep ? Build.Reshape(result, Shape.Without(reduced, keep: true)) : result);
    }
}
