using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule;

// Elementwise functions of two and three arguments, broadcast to each other.
public partial class Tensor
{
    /// <summary>xʸ, element by element. A whole constant exponent also works for negative x.</summary>
    public static Tensor Pow(Tensor x, Tensor y) => Apply<Pow>(x, y);

    /// <summary>xʸ, element by element.</summary>
    public static Tensor Pow(Tensor x, Number y) => y.Value == 2 ? Apply<Square>(x) : Apply<Pow>(x, y);

    /// <summary>xʸ, element by element.</summary>
    public static Tensor Pow(Number x, Tensor y) => Apply<Pow>(x, y);

    /// <summary>This to the power of y, element by element.</summary>
    public Tensor Pow(Tensor y) => Pow(this, y);

    /// <summary>This to the power of y, element by element.</summary>
    public Tensor Pow(Number y) => Pow(this, y);

    /// <summary>The angle of the point (x, y), in [−π, π].</summary>
    public static Tensor Atan2(Tensor y, Tensor x) => Apply<Atan2>(y, x);

    /// <summary>The angle of the point (x, y), in [−π, π].</summary>
    public static Tensor Atan2(Tensor y, Number x) => Apply<Atan2>(y, x);

    /// <summary>The angle of the point (x, y), in [−π, π].</summary>
    public static Tensor Atan2(Number y, Tensor x) => Apply<Atan2>(y, x);

    /// <summary>The angle of the point whose y is this tensor, in [−π, π].</summary>
    public Tensor Atan2(Tensor x) => Atan2(this, x);

    /// <summary>The angle of the point whose y is this tensor, in [−π, π].</summary>
    public Tensor Atan2(Number x) => Atan2(this, x);

    /// <summary>
    /// The larger one of each pair; NaN if one of them is. Where they tie, each gets half of the derivative.
    /// </summary>
    public static Tensor Maximum(Tensor x, Tensor y) => Apply<Max>(x, y);

    /// <summary>The larger one of each element and y.</summary>
    public static Tensor Maximum(Tensor x, Number y) => Apply<Max>(x, y);

    /// <summary>The larger one of x and each element.</summary>
    public static Tensor Maximum(Number x, Tensor y) => Apply<Max>(x, y);

    /// <summary>
    /// The smaller one of each pair; NaN if one of them is. Where they tie, each gets half of the derivative.
    /// </summary>
    public static Tensor Minimum(Tensor x, Tensor y) => Apply<Min>(x, y);

    /// <summary>The smaller one of each element and y.</summary>
    public static Tensor Minimum(Tensor x, Number y) => Apply<Min>(x, y);

    /// <summary>The smaller one of x and each element.</summary>
    public static Tensor Minimum(Number x, Tensor y) => Apply<Min>(x, y);

    /// <summary>The larger one of each element and y's; NaN if one of them is.</summary>
    public Tensor Maximum(Tensor y) => Maximum(this, y);

    /// <summary>The larger one of each element and y.</summary>
    public Tensor Maximum(Number y) => Maximum(this, y);

    /// <summary>The smaller one of each element and y's; NaN if one of them is.</summary>
    public Tensor Minimum(Tensor y) => Minimum(this, y);

    /// <summary>The smaller one of each element and y.</summary>
    public Tensor Minimum(Number y) => Minimum(this, y);

    /// <summary>x limited to [low, high]. At the limits the derivative belongs to x.</summary>
    public static Tensor Clamp(Tensor x, Tensor low, Tensor high) => Apply<Clamp>(x, low, high);

    /// <summary>x limited to [low, high]. At the limits the derivative belongs to x.</summary>
    public static Tensor Clamp(Tensor x, Number low, Number high) =>
        Apply<Clamp>(x, NotNull(x).Operand("clamp", low), x.Operand("clamp", high));

    /// <summary>This limited to [low, high].</summary>
    public Tensor Clamp(Number low, Number high) => Clamp(this, low, high);

    /// <summary>
    /// x where the condition holds, y elsewhere; broadcast to each other. What is on the side that is not chosen
    /// stays out of the value, NaN too.
    /// </summary>
    /// <remarks>
    /// That side gets the adjoint 0, but where its own slope is infinite or NaN, 0 times it is NaN: the gradient of
    /// <c>Select(x > 0, x.Log(), 0)</c> at 0 is NaN. Guard the argument, so that the slope is finite:
    /// <c>Select(x > 0, Select(x > 0, x, 1).Log(), 0)</c>.
    /// </remarks>
    /// <param name="condition">bool.</param>
    /// <param name="x">What is taken where the condition holds.</param>
    /// <param name="y">What is taken elsewhere, of the same dtype.</param>
    public static Tensor Select(Tensor condition, Tensor x, Tensor y)
    {
        Node[] nodes = Broadcasting.All("select", NotNull(condition).Node, NotNull(x).Node, NotNull(y).Node);
        return new(Build.Select(nodes[0], nodes[1], nodes[2]));
    }

    /// <summary>x where the condition holds, the number y elsewhere.</summary>
    public static Tensor Select(Tensor condition, Tensor x, Number y) =>
        Select(condition, x, NotNull(x).Operand("select", y));

    /// <summary>The number x where the condition holds, y elsewhere.</summary>
    public static Tensor Select(Tensor condition, Number x, Tensor y) =>
        Select(condition, NotNull(y).Operand("select", x), y);

    /// <summary>Whether x = y, element by element; false at NaN.</summary>
    public static Tensor Equal(Tensor x, Tensor y) => Compare<Equal>(x, y);

    /// <summary>Whether x = y, element by element; false at NaN.</summary>
    public static Tensor Equal(Tensor x, Number y) => Compare<Equal>(x, y);

    /// <summary>Whether x = y, element by element; false at NaN.</summary>
    public static Tensor Equal(Number x, Tensor y) => Compare<Equal>(x, y);

    /// <summary>Whether x ≠ y, element by element; true at NaN.</summary>
    public static Tensor NotEqual(Tensor x, Tensor y) => Compare<NotEqual>(x, y);

    /// <summary>Whether x ≠ y, element by element; true at NaN.</summary>
    public static Tensor NotEqual(Tensor x, Number y) => Compare<NotEqual>(x, y);

    /// <summary>Whether x ≠ y, element by element; true at NaN.</summary>
    public static Tensor NotEqual(Number x, Tensor y) => Compare<NotEqual>(x, y);

    /// <summary>
    /// The same numbers in another dtype. Floats to integers go towards zero, limited to the range, NaN to 0; to bool:
    /// whether not 0; from bool: 0 or 1.
    /// </summary>
    public Tensor Cast(DType dtype) => new(Build.Cast(Node, dtype));

    /// <summary>The tensor itself, but differentiation takes it for a constant.</summary>
    public Tensor StopGradient() => new(Node.Create(Ops.StopGradient.Instance, Node));
}
