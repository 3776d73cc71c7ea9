using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// A value in a graph: running an op's body on it builds nodes instead of computing. That is how derivatives become
/// graphs (so they can be differentiated again), and how a node unfolds into its parts.
/// </summary>
/// <remarks>A constant has no shape until it meets a node; then it is repeated to the node's shape.</remarks>
public readonly struct Symbol : IReal<Symbol>
{
    private readonly Node? _node;
    private readonly double _constant;

    /// <summary>Stands for a node.</summary>
    public Symbol(Node node) => _node = node;

    private Symbol(double constant) => _constant = constant;

    /// <summary>Whether this is a constant that met no node yet.</summary>
    /// <param name="value">The constant.</param>
    internal bool IsConstant(out double value)
    {
        value = _constant;
        return _node is null;
    }

    /// <summary>The node; for a constant, a node of the given type filled with it.</summary>
    public Node ToNode(TensorType type) => _node ?? Build.Fill(_constant, type);

    /// <inheritdoc/>
    public static Symbol Of(double constant) => new(constant);

    /// <inheritdoc/>
    public static Symbol operator +(Symbol left, Symbol right) => Apply<Add>(left, right);

    /// <inheritdoc/>
    public static Symbol operator -(Symbol left, Symbol right) => Apply<Sub>(left, right);

    /// <inheritdoc/>
    public static Symbol operator *(Symbol left, Symbol right) => Apply<Mul>(left, right);

    /// <inheritdoc/>
    public static Symbol operator /(Symbol left, Symbol right) => Apply<Div>(left, right);

    /// <inheritdoc/>
    public static Symbol operator -(Symbol value) => Apply<Neg>(value);

    /// <inheritdoc/>
    public static Symbol Abs(Symbol x) => Apply<Abs>(x);

    /// <inheritdoc/>
    public static Symbol Sign(Symbol x) => Apply<Sign>(x);

    /// <inheritdoc/>
    public static Symbol Floor(Symbol x) => Apply<Floor>(x);

    /// <inheritdoc/>
    public static Symbol Round(Symbol x) => Apply<Round>(x);

    /// <inheritdoc/>
    public static Symbol Sqrt(Symbol x) => Apply<Sqrt>(x);

    /// <inheritdoc/>
    public static Symbol Exp(Symbol x) => Apply<Exp>(x);

    /// <inheritdoc/>
    public static Symbol Expm1(Symbol x) => Apply<Expm1>(x);

    /// <inheritdoc/>
    public static Symbol Log(Symbol x) => Apply<Log>(x);

    /// <inheritdoc/>
    public static Symbol Log1p(Symbol x) => Apply<Log1p>(x);

    /// <inheritdoc/>
    public static Symbol Sin(Symbol x) => Apply<Sin>(x);

    /// <inheritdoc/>
    public static Symbol Cos(Symbol x) => Apply<Cos>(x);

    /// <inheritdoc/>
    public static Symbol Tan(Symbol x) => Apply<Tan>(x);

    /// <inheritdoc/>
    public static Symbol Asin(Symbol x) => Apply<Asin>(x);

    /// <inheritdoc/>
    public static Symbol Acos(Symbol x) => Apply<Acos>(x);

    /// <inheritdoc/>
    public static Symbol Atan(Symbol x) => Apply<Atan>(x);

    /// <inheritdoc/>
    public static Symbol Atan2(Symbol y, Symbol x) => Apply<Atan2>(y, x);

    /// <inheritdoc/>
    public static Symbol Sinh(Symbol x) => Apply<Sinh>(x);

    /// <inheritdoc/>
    public static Symbol Cosh(Symbol x) => Apply<Cosh>(x);

    /// <inheritdoc/>
    public static Symbol Tanh(Symbol x) => Apply<Tanh>(x);

    /// <inheritdoc/>
    public static Symbol Sigmoid(Symbol x) => Apply<Sigmoid>(x);

    /// <inheritdoc/>
    public static Symbol Erf(Symbol x) => Apply<Erf>(x);

    /// <inheritdoc/>
    public static Symbol Erfc(Symbol x) => Apply<Erfc>(x);

    /// <inheritdoc/>
    public static Symbol Pow(Symbol x, Symbol y) => Apply<Pow>(x, y);

    /// <inheritdoc/>
    public static Symbol Min(Symbol x, Symbol y) => Apply<Min>(x, y);

    /// <inheritdoc/>
    public static Symbol Max(Symbol x, Symbol y) => Apply<Max>(x, y);

    /// <inheritdoc/>
    public static Symbol IfLess(Symbol a, Symbol b, Symbol then, Symbol otherwise) => If<Less>(a, b, then, otherwise);

    /// <inheritdoc/>
    public static Symbol IfLessOrEqual(Symbol a, Symbol b, Symbol then, Symbol otherwise) =>
        If<LessOrEqual>(a, b, then, otherwise);

    /// <inheritdoc/>
    public static Symbol IfEqual(Symbol a, Symbol b, Symbol then, Symbol otherwise) => If<Equal>(a, b, then, otherwise);

    private static Symbol Apply<TOp>(Symbol x) where TOp : struct, IUnaryOp => x._node is null
        ? new(TOp.Primal(new Real<double>(x._constant)).Value)
        : new(Build.Unary<TOp>(x._node));

    private static Symbol Apply<TOp>(Symbol x, Symbol y) where TOp : struct, IBinaryOp
    {
        if ((x._node ?? y._node) is not { } known)
            return new(TOp.Primal(new Real<double>(x._constant), new Real<double>(y._constant)).Value);
        return new(Build.Binary<TOp>(x.ToNode(known.Type), y.ToNode(known.Type)));
    }

    private static Symbol If<TOp>(Symbol a, Symbol b, Symbol then, Symbol otherwise) where TOp : struct, IComparison
    {
        if ((a._node ?? b._node) is not { } compared) return TOp.Holds(a._constant, b._constant) ? then : otherwise;
        Node condition = Build.Compare<TOp>(a.ToNode(compared.Type), b.ToNode(compared.Type));
        return new(Build.Select(condition, then.ToNode(compared.Type), otherwise.ToNode(compared.Type)));
    }
}
