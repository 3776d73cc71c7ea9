using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// A value of a <see cref="GraphProgram"/>: what a node is to the graph, with all that a plan needs and no data.
/// </summary>
internal sealed class Value
{
    private readonly Value[] _inputs;

    /// <summary>Makes the value of a node.</summary>
    /// <param name="index">Its position in the program, after all its inputs.</param>
    /// <param name="op">What computes it.</param>
    /// <param name="inputs">What it is computed from.</param>
    /// <param name="type">Its type.</param>
    public Value(int index, Op op, Value[] inputs, TensorType type) =>
        (Index, Op, _inputs, Type) = (index, op, inputs, type);

    /// <summary>The position in the program: inputs have smaller ones.</summary>
    public int Index { get; }

    /// <summary>What computes it.</summary>
    public Op Op { get; }

    /// <summary>What it is computed from.</summary>
    public ReadOnlySpan<Value> Inputs => _inputs;

    /// <summary>Shape and dtype.</summary>
    public TensorType Type { get; }

    /// <summary>The shape.</summary>
    public Shape Shape => Type.Shape;

    /// <summary>The dtype.</summary>
    public DType DType => Type.DType;

    /// <summary>
    /// For an op that is evaluated as a whole or is a view: a node like the one it comes from, for its rules to look
    /// at.
    /// </summary>
    public Node? Node { get; init; }

    /// <summary>The name its user gave it.</summary>
    public string? Label { get; init; }

    /// <summary>For a value that comes from outside: which of the program's inputs it is; −1 for others.</summary>
    public int Input { get; init; } = -1;

    /// <summary>Whether it comes from outside.</summary>
    public bool IsInput => Input >= 0;

    /// <summary>Whether it is known when the plan is made: a number, or 0, 1, 2 ….</summary>
    public bool IsConstant => !IsInput && Op is Constant or Iota;

    /// <summary>Whether its elements are those of its input, found in another way.</summary>
    public bool IsView => !IsInput && Op is ViewOp or Reshape;

    /// <summary>Whether it reduces axes.</summary>
    public bool IsReduction => Op is Reduction;

    /// <summary>How a program's text names it.</summary>
    public string Name => $"%{Index}";

    /// <summary>The name, the type and what computes it.</summary>
    public override string ToString() => IsInput
        ? $"{Name}: {Type} = input {Input}{(Label is null ? "" : $" `{Label}`")}"
        : $"{Name}: {Type} = {Op}"
            + (_inputs.Length == 0 ? "" : $" {string.Join(", ", _inputs.Select(static input => input.Name))}");
}
