using ChainRule.Ops;

namespace ChainRule;

// Operators on tensors broadcast by NumPy's rules; a C# number takes the tensor's dtype.
#pragma warning disable CA2225 // The named methods are in Tensor.Functions.cs.
public partial class Tensor
{
    /// <summary>x + y, element by element.</summary>
    public static Tensor operator +(Tensor x, Tensor y) => Apply<Add>(x, y);

    /// <summary>x + y, element by element.</summary>
    public static Tensor operator +(Tensor x, Number y) => Apply<Add>(x, y);

    /// <summary>x + y, element by element.</summary>
    public static Tensor operator +(Number x, Tensor y) => Apply<Add>(x, y);

    /// <summary>x − y, element by element.</summary>
    public static Tensor operator -(Tensor x, Tensor y) => Apply<Sub>(x, y);

    /// <summary>x − y, element by element.</summary>
    public static Tensor operator -(Tensor x, Number y) => Apply<Sub>(x, y);

    /// <summary>x − y, element by element.</summary>
    public static Tensor operator -(Number x, Tensor y) => Apply<Sub>(x, y);

    /// <summary>x · y, element by element; for the matrix product see <see cref="Dot(Tensor, Tensor)"/>.</summary>
    public static Tensor operator *(Tensor x, Tensor y) => Apply<Mul>(x, y);

    /// <summary>x · y, element by element.</summary>
    public static Tensor operator *(Tensor x, Number y) => Apply<Mul>(x, y);

    /// <summary>x · y, element by element.</summary>
    public static Tensor operator *(Number x, Tensor y) => Apply<Mul>(x, y);

    /// <summary>x / y, element by element; floats only.</summary>
    public static Tensor operator /(Tensor x, Tensor y) => Apply<Div>(x, y);

    /// <summary>x / y, element by element; floats only.</summary>
    public static Tensor operator /(Tensor x, Number y) => Apply<Div>(x, y);

    /// <summary>x / y, element by element; floats only.</summary>
    public static Tensor operator /(Number x, Tensor y) => Apply<Div>(x, y);

    /// <summary>−x.</summary>
    public static Tensor operator -(Tensor x) => Apply<Neg>(x);

    /// <summary>Whether x &lt; y, element by element.</summary>
    public static Tensor operator <(Tensor x, Tensor y) => Compare<Less>(x, y);

    /// <summary>Whether x &lt; y, element by element.</summary>
    public static Tensor operator <(Tensor x, Number y) => Compare<Less>(x, y);

    /// <summary>Whether x &lt; y, element by element.</summary>
    public static Tensor operator <(Number x, Tensor y) => Compare<Less>(x, y);

    /// <summary>Whether x &gt; y, element by element.</summary>
    public static Tensor operator >(Tensor x, Tensor y) => Compare<Greater>(x, y);

    /// <summary>Whether x &gt; y, element by element.</summary>
    public static Tensor operator >(Tensor x, Number y) => Compare<Greater>(x, y);

    /// <summary>Whether x &gt; y, element by element.</summary>
    public static Tensor operator >(Number x, Tensor y) => Compare<Greater>(x, y);

    /// <summary>Whether x ≤ y, element by element.</summary>
    public static Tensor operator <=(Tensor x, Tensor y) => Compare<LessOrEqual>(x, y);

    /// <summary>Whether x ≤ y, element by element.</summary>
    public static Tensor operator <=(Tensor x, Number y) => Compare<LessOrEqual>(x, y);

    /// <summary>Whether x ≤ y, element by element.</summary>
    public static Tensor operator <=(Number x, Tensor y) => Compare<LessOrEqual>(x, y);

    /// <summary>Whether x ≥ y, element by element.</summary>
    public static Tensor operator >=(Tensor x, Tensor y) => Compare<GreaterOrEqual>(x, y);

    /// <summary>Whether x ≥ y, element by element.</summary>
    public static Tensor operator >=(Tensor x, Number y) => Compare<GreaterOrEqual>(x, y);

    /// <summary>Whether x ≥ y, element by element.</summary>
    public static Tensor operator >=(Number x, Tensor y) => Compare<GreaterOrEqual>(x, y);

    /// <summary>Whether both hold, element by element; bools only.</summary>
    public static Tensor operator &(Tensor x, Tensor y) => Connect<And>(x, y);

    /// <summary>Whether at least one holds, element by element; bools only.</summary>
    public static Tensor operator |(Tensor x, Tensor y) => Connect<Or>(x, y);

    /// <summary>Whether exactly one holds, element by element; bools only.</summary>
    public static Tensor operator ^(Tensor x, Tensor y) => Connect<Xor>(x, y);

    /// <summary>Whether x does not hold, element by element; bools only.</summary>
    public static Tensor operator !(Tensor x) => new(Build.Not(NotNull(x).Node));

    /// <summary>
    /// Applies an elementwise op: one of ChainRule's own in <c>ChainRule.Ops</c> or one that you wrote.
    /// </summary>
    /// <typeparam name="TOp">An empty struct.</typeparam>
    public static Tensor Apply<TOp>(Tensor x) where TOp : struct, IUnaryOp => new(Build.Unary<TOp>(NotNull(x).Node));

    /// <summary>Applies an elementwise op to two tensors, broadcast to each other.</summary>
    /// <typeparam name="TOp">An empty struct.</typeparam>
    public static Tensor Apply<TOp>(Tensor x, Tensor y) where TOp : struct, IBinaryOp
    {
        (Graphs.Node a, Graphs.Node b) = Broadcasting.Pair(TOp.Name, NotNull(x).Node, NotNull(y).Node);
        return new(Build.Binary<TOp>(a, b));
    }

    /// <summary>Applies an elementwise op to three tensors, broadcast to each other.</summary>
    /// <typeparam name="TOp">An empty struct.</typeparam>
    public static Tensor Apply<TOp>(Tensor x, Tensor y, Tensor z) where TOp : struct, ITernaryOp
    {
        Graphs.Node[] nodes = Broadcasting.All(TOp.Name, NotNull(x).Node, NotNull(y).Node, NotNull(z).Node);
        return new(Build.Ternary<TOp>(nodes[0], nodes[1], nodes[2]));
    }

    private static Tensor Apply<TOp>(Tensor x, Number y) where TOp : struct, IBinaryOp =>
        Apply<TOp>(x, NotNull(x).Operand(TOp.Name, y));

    private static Tensor Apply<TOp>(Number x, Tensor y) where TOp : struct, IBinaryOp =>
        Apply<TOp>(NotNull(y).Operand(TOp.Name, x), y);

    private static Tensor Compare<TOp>(Tensor x, Number y) where TOp : struct, IComparison =>
        Compare<TOp>(x, NotNull(x).Operand(TOp.Name, y));

    private static Tensor Compare<TOp>(Number x, Tensor y) where TOp : struct, IComparison =>
        Compare<TOp>(NotNull(y).Operand(TOp.Name, x), y);

    private static Tensor Compare<TOp>(Tensor x, Tensor y) where TOp : struct, IComparison
    {
        (Graphs.Node a, Graphs.Node b) = Broadcasting.Pair(TOp.Name, NotNull(x).Node, NotNull(y).Node);
        return new(Build.Compare<TOp>(a, b));
    }

    private static Tensor Connect<TOp>(Tensor x, Tensor y) where TOp : struct, IConnective
    {
        (Graphs.Node a, Graphs.Node b) = Broadcasting.Pair(TOp.Name, NotNull(x).Node, NotNull(y).Node);
        return new(Build.Connect<TOp>(a, b));
    }

    /// <summary>A C# number that meets this tensor.</summary>
    private Tensor Operand(string op, Number value) => value.Fits(DType)
        ? new(Graphs.Node.Create(value.In(DType)))
        : throw new DTypeException(
            $"{op}: {value} {value.Misfit(DType)}, so it cannot meet {Node.Description} of {DType.Name}. "
            + "Cast the tensor first, for instance with Cast(DType.Float64).");
}
