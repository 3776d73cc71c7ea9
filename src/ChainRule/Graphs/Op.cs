using System.Globalization;

namespace ChainRule.Graphs;

/// <summary>
/// What a node does: all that ChainRule must know of an operation. An op is immutable, and equal ops applied to the
/// same inputs compute the same; derived records compare their attributes by value.
/// </summary>
public abstract record Op
{
    /// <summary>The name in messages, formulas and pictures, in lower case: <c>sigmoid</c>, <c>sum</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The symbol inside a drawn node: <c>×</c>, <c>+</c>; the name where the field has no symbol.</summary>
    public virtual string Symbol => Name;

    /// <summary>
    /// The attributes as they stand behind the name: <c>axes [0], keep</c>; empty where there are none.
    /// </summary>
    public virtual string Attributes => "";

    /// <summary>What messages call a node of this op that has no name.</summary>
    internal virtual string Noun(Node node) => Name;

    /// <summary>The shape rule: the type of the result, found without computing anything.</summary>
    /// <exception cref="ShapeException">The inputs' shapes do not fit this op.</exception>
    /// <exception cref="DTypeException">The inputs' dtypes do not fit this op.</exception>
    public abstract TensorType Infer(ReadOnlySpan<Node> inputs);

    /// <summary>
    /// The reverse rule: the contribution of <paramref name="node"/> to the adjoint of one of its inputs.
    /// </summary>
    /// <param name="node">The node, whose op is this one.</param>
    /// <param name="input">Which input, from 0. Only asked where that input is a float.</param>
    /// <param name="adjoint">ȳ, of the node's own shape and dtype.</param>
    /// <returns>Jᵀȳ, of the input's shape and dtype; null where the derivative is zero everywhere.</returns>
    public abstract Node? Vjp(Node node, int input, Node adjoint);

    /// <summary>The forward rule: the tangent of <paramref name="node"/>.</summary>
    /// <param name="node">The node, whose op is this one.</param>
    /// <param name="tangents">ẋ for each input, of the input's shape and dtype; null where it is zero.</param>
    /// <returns>Jẋ, of the node's own shape and dtype; null where it is zero.</returns>
    public abstract Node? Jvp(Node node, ReadOnlySpan<Node?> tangents);

    /// <summary>
    /// Computes the node in plain loops: the reference that every faster path is tested against. The caller keeps the
    /// storages alive until it returns.
    /// </summary>
    /// <param name="node">The node, whose op is this one: it tells the shapes.</param>
    /// <param name="inputs">The inputs' elements, row-major.</param>
    /// <param name="output">Where the result goes, row-major; its former contents are not defined.</param>
    public abstract void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output);

    /// <summary>Whether it is made of several pieces, with kinks or jumps between them.</summary>
    internal virtual bool IsPiecewise => false;

    /// <summary>For each element of the result on which piece it is; only asked where there are several.</summary>
    internal virtual Piece[] Pieces(Node node, ReadOnlySpan<Storage> inputs) => [];

    /// <summary>The formula in TeX, given the formulas of the inputs: <c>\sigma(x)</c>.</summary>
    public virtual string Tex(ReadOnlySpan<string> inputs) =>
        string.Create(CultureInfo.InvariantCulture, $@"\operatorname{{{Name}}}({string.Join(", ", inputs!)})");

    /// <summary>The name and the attributes.</summary>
    public sealed override string ToString() => Attributes.Length == 0 ? Name : $"{Name}({Attributes})";
}
