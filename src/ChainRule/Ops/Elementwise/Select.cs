using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>The second input where the first (bool) holds, the third elsewhere.</summary>
internal sealed record Select : ElementwiseOp
{
    public static Select Instance { get; } = new();

    public override string Name => "select";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        if (inputs[0].DType != DType.Bool) throw Errors.NotBool(Name, inputs[0]);
        if (inputs[1].DType != inputs[2].DType) throw Errors.DTypesDiffer(Name, inputs[1..]);
        return new(CommonShape(inputs), inputs[1].DType);
    }

    // The adjoint goes where the value came from; the other side gets zeros.
    public override Node? Vjp(Node node, int input, Node adjoint)
    {
        Node zero = Build.Fill(0, adjoint.Type);
        return input == 1 ? Build.Select(node.Inputs[0], adjoint, zero) : Build.Select(node.Inputs[0], zero, adjoint);
    }

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents)
    {
        if (tangents[1] is null && tangents[2] is null) return null;
        return Build.Select(
            node.Inputs[0], tangents[1] ?? Build.Fill(0, node.Type), tangents[2] ?? Build.Fill(0, node.Type));
    }

    public override string Tex(ReadOnlySpan<string> inputs) =>
        $@"\begin{{cases}} {inputs[1]} & {inputs[0]} \\ {inputs[2]} & \text{{otherwise}} \end{{cases}}";

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        Elements.Run(new Loop(inputs, output), output.DType);

    private readonly ref struct Loop(ReadOnlySpan<Storage> inputs, Storage output) : IElementLoop
    {
        private readonly ReadOnlySpan<Storage> _inputs = inputs;

        public void Run<T>() where T : unmanaged
        {
            Span<bool> condition = _inputs[0].Elements<bool>();
            Span<T> x = _inputs[1].Elements<T>(), y = _inputs[2].Elements<T>(), z = output.Elements<T>();
            for (int i = 0; i < z.Length; i++) z[i] = condition[i] ? x[i] : y[i];
        }
    }
}
