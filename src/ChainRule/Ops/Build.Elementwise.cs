using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// Makes nodes: applies ops after local simplifications that change no bit of the result. Differentiation makes many
/// multiplications by 1 and arithmetic of constants; here they vanish.
/// </summary>
internal static partial class Build
{
    public static Node Unary<TOp>(Node x) where TOp : struct, IUnaryOp
    {
        // −(−x) is x.
        if (typeof(TOp) == typeof(Neg) && x.Op is Unary<Neg> && IsUnseen(x)) return x.Inputs[0];
        return Elementwise(Ops.Unary<TOp>.Instance, x);
    }

    public static Node Binary<TOp>(Node x, Node y) where TOp : struct, IBinaryOp
    {
        // A result that its user holds is a node of its own, even if it is x·1: what is built
        // from it depends on it, not on x.
        if (x.Type == y.Type && Origin.Current is not null)
        {
            if (typeof(TOp) == typeof(Mul) && IsUniform(y, out double right) && right == 1) return x;
            if (typeof(TOp) == typeof(Mul) && IsUniform(x, out double left) && left == 1) return y;
            if (typeof(TOp) == typeof(Div) && x.DType.IsFloat && IsUniform(y, out double divisor) && divisor == 1)
                return x;
            // x − 0 is x even for −0; x + 0 is not.
            if (typeof(TOp) == typeof(Sub) && IsUniform(y, out double zero) && zero == 0 && !double.IsNegative(zero))
                return x;
        }

        return Elementwise(Ops.Binary<TOp>.Instance, x, y);
    }

    public static Node Ternary<TOp>(Node x, Node y, Node z) where TOp : struct, ITernaryOp =>
        Elementwise(Ops.Ternary<TOp>.Instance, x, y, z);

    public static Node Compare<TOp>(Node x, Node y) where TOp : struct, IComparison =>
        Elementwise(Comparison<TOp>.Instance, x, y);

    public static Node Connect<TOp>(Node x, Node y) where TOp : struct, IConnective =>
        Elementwise(Connective<TOp>.Instance, x, y);

    public static Node Not(Node x) => Elementwise(Ops.Not.Instance, x);

    public static Node Select(Node condition, Node then, Node otherwise)
    {
        if (then.Type == otherwise.Type
            && condition.Type == new TensorType(then.Shape, DType.Bool)
            && IsUniform(condition, out double holds))
            return holds != 0 ? then : otherwise;
        return Elementwise(Ops.Select.Instance, condition, then, otherwise);
    }

    public static Node Cast(Node x, DType target) => x.DType == target ? x : Elementwise(new Cast(target), x);

    /// <summary>A tensor of the given type filled with a number, which nothing stores more than once.</summary>
    public static Node Fill(double value, TensorType type) =>
        Broadcast(Node.Create(Constant.Of(value, type.DType)), type.Shape);

    /// <summary>Whether every element of a node is one number known without computing.</summary>
    public static bool IsUniform(Node node, out double value)
    {
        Constant? constant = ConstantOf(node);
        value = constant?.Value ?? 0;
        return constant is not null;
    }

    /// <summary>
    /// Whether only the differentiation under way knows a node, so that it may be left out. By any other node its user
    /// may want to differentiate, and what is built from it must depend on it.
    /// </summary>
    private static bool IsUnseen(Node node) =>
        Origin.Current is { } now && node.Origin is { } made && made.Sweep == now.Sweep;

    private static Constant? ConstantOf(Node node) => node.Op switch
    {
        Constant { IsGiven: false } constant => constant,
        Ops.Broadcast or Ops.Reshape when node.Inputs[0].Op is Constant { IsGiven: false } constant => constant,
        _ => null,
    };

    private static Node Elementwise(ElementwiseOp op, params ReadOnlySpan<Node> inputs)
    {
        var scalars = new Node[inputs.Length];
        for (int i = 0; i < scalars.Length; i++)
        {
            if (ConstantOf(inputs[i]) is not { } constant) return Node.Create(op, inputs);
            scalars[i] = Node.Create(constant);
        }

        // All inputs are known numbers, so the result is one too; the shape rule has its say first.
        TensorType type = op.Infer(inputs);
        return Broadcast(Node.Create(Constant.Of(Compute(Node.Create(op, scalars)))), type.Shape);
    }

    private static Storage Compute(Node scalar)
    {
        var inputs = new Storage[scalar.Inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = Storage.Allocate(scalar.Inputs[i].DType, 1);
            scalar.Inputs[i].Op.Evaluate(scalar.Inputs[i], [], inputs[i]);
        }

        var output = Storage.Allocate(scalar.DType, 1);
        scalar.Op.Evaluate(scalar, inputs, output);
        return output;
    }
}
