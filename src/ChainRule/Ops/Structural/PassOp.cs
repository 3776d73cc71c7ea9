using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>An op whose value is its first input: it changes only how differentiation sees it.</summary>
internal abstract record PassOp : Op
{
    public sealed override TensorType Infer(ReadOnlySpan<Node> inputs) => inputs[0].Type;

    public sealed override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output) =>
        Elements.Run(new Loop(inputs[0], output), output.DType);

    public sealed override string Tex(ReadOnlySpan<string> inputs) => inputs[0];

    private readonly struct Loop(Storage input, Storage output) : IElementLoop
    {
        public void Run<T>() where T : unmanaged => input.Elements<T>().CopyTo(output.Elements<T>());
    }
}
