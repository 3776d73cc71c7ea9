using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// An elementwise op whose mathematics is written over <see cref="IReal{T}"/>: its rules follow from its derivatives.
/// </summary>
internal abstract record DifferentiableOp : ElementwiseOp
{
    protected abstract Domain Domain { get; }

    public sealed override TensorType Infer(ReadOnlySpan<Node> inputs) =>
        new(CommonShape(inputs), CommonDType(inputs, Domain));

    public sealed override Node? Vjp(Node node, int input, Node adjoint) => Scale(adjoint, Derivative(node, input));

    public sealed override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents)
    {
        Node? total = null;
        for (int input = 0; input < tangents.Length; input++)
        {
            if (tangents[input] is { } tangent) total = Total(total, Scale(tangent, Derivative(node, input)));
        }

        return total;
    }

    /// <summary>The partial derivative by one input, as a graph over the node and its inputs.</summary>
    protected abstract Symbol Derivative(Node node, int input);

    /// <summary>
    /// Hands the op's struct to whoever has a loop for it, so that loops are written once and elsewhere.
    /// </summary>
    public abstract void Run<TLoop>(ref TLoop loop) where TLoop : struct, IElementwiseLoop, allows ref struct;

    public sealed override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        var loop = new PlainLoop(inputs, output);
        Run(ref loop);
    }
}
