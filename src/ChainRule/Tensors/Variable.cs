using ChainRule.Execution;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>
/// A tensor whose value can be replaced: a parameter that is trained. Graphs built before an assignment keep the value
/// they were built with, and an assigned value has no graph behind it, so a training loop does not grow.
/// </summary>
/// <remarks>
/// Unlike the value of other tensors, that of a variable changes, and nothing here locks: while one thread assigns or
/// renames it, or runs a <see cref="GradientCheck"/> on it, which puts other tensors in its place for a while, no other
/// thread may use it, not even read it. A graph built from it before may be read meanwhile.
/// </remarks>
public sealed class Variable : Tensor
{
    private readonly TensorType _type;
    private string? _name;

    // The value while no node holds it, so that nobody else can see it.
    private Storage? _value;

    // Memory that is not moved is given back only when the collector looks at everything. That is too seldom if each
    // value is kept by a node, and the next one needs new memory again and again.
    private const int MostPinned = 4;

    // Memory of a former value that nobody can see any more, for the next one.
    private Storage? _spare;
    private int _pinned;

    /// <summary>Makes a variable that starts with the value of a tensor, which is computed now.</summary>
    /// <param name="value">The first value.</param>
    /// <param name="name">A name for messages and pictures.</param>
    public Variable(Tensor value, string? name = null)
        : base(Node.Data(NotNull(value).Elements().Pinned(), value.Shape, name ?? value.Name))
    {
        (_type, _name) = (new(value.Shape, value.DType), name ?? value.Name);
        Replace(OwnLeaf(Node.Value!));
    }

    /// <summary>
    /// Gives the variable another name, in graphs that use it already too: a layer does when
    /// it becomes part of a network.
    /// </summary>
    /// <param name="name">Not empty.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public void Rename(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _name = name;
        if (HasNode) Node.Name = name;
    }

    /// <summary>Replaces the value; the new one is computed now.</summary>
    /// <param name="value">Of the same shape and dtype; may depend on the old value.</param>
    /// <exception cref="ShapeException">The shape differs.</exception>
    /// <exception cref="DTypeException">The dtype differs.</exception>
    public void Assign(Tensor value) => AssignAll([(this, NotNull(value))]);

    /// <summary>
    /// Replaces the values of several variables at once: all new values are computed from the old
    /// ones, sharing what they share.
    /// </summary>
    /// <param name="assignments">Each variable with its new value.</param>
    /// <exception cref="ShapeException">A shape differs; then nothing is assigned.</exception>
    /// <exception cref="DTypeException">A dtype differs; then nothing is assigned.</exception>
    public static void AssignAll(params ReadOnlySpan<(Variable Variable, Tensor Value)> assignments) =>
        AssignAll(assignments, []);

    /// <summary>
    /// Replaces the values of several variables at once, and computes other tensors in the same
    /// run: reading those later is free.
    /// </summary>
    /// <param name="assignments">Each variable with its new value; all are computed from the old ones.</param>
    /// <param name="alongside">
    /// What else is computed, from the old values too: the loss whose gradients the new values use, for instance.
    /// </param>
    /// <exception cref="ShapeException">A shape differs; then nothing is assigned.</exception>
    /// <exception cref="DTypeException">A dtype differs; then nothing is assigned.</exception>
    public static void AssignAll(
        ReadOnlySpan<(Variable Variable, Tensor Value)> assignments, ReadOnlySpan<Tensor> alongside)
    {
        var nodes = new Node[assignments.Length + alongside.Length];
        for (int i = 0; i < assignments.Length; i++)
        {
            (Variable variable, Tensor value) = assignments[i];
            NotNull(variable, nameof(assignments));
            variable.Check(NotNull(value, nameof(assignments)));
            nodes[i] = value.Node;
        }

        for (int i = 0; i < alongside.Length; i++)
            nodes[assignments.Length + i] = NotNull(alongside[i], nameof(alongside)).Node;
        if (Trace.Current is { } trace)
        {
            // In a function that is traced nothing is computed yet; what follows sees the new values.
            for (int i = 0; i < assignments.Length; i++) trace.Assign(assignments[i].Variable, nodes[i]);
            return;
        }

        Evaluator.Compute(nodes);
        // The nodes, not the tensors: a value may be a variable that was assigned just before.
        for (int i = 0; i < assignments.Length; i++)
        {
            Variable variable = assignments[i].Variable;
            variable.Replace(variable.OwnLeaf(nodes[i].Value!));
        }
    }

    /// <summary>Builds a graph in which other tensors stand where the variables are used.</summary>
    internal static Tensor Substitute(
        IReadOnlyList<Variable> variables, IReadOnlyList<Tensor> substitutes, Func<Tensor> build)
    {
        Node[] own = [.. variables.Select(static variable => variable.Node)];
        try
        {
            for (int i = 0; i < own.Length; i++) variables[i].Replace(substitutes[i].Node);
            return build();
        }
        finally
        {
            for (int i = 0; i < own.Length; i++) variables[i].Replace(own[i]);
        }
    }

    /// <summary>Whether a node may hold the value, so that it must not be overwritten.</summary>
    internal bool IsShared => HasNode;

    /// <summary>The value.</summary>
    internal Storage Current => HasNode ? Node.Value! : _value!;

    internal override TensorType Type => _type;

    private protected override string? Label => _name;

    /// <summary>Puts another node in the variable's place while a function is traced.</summary>
    internal void Stand(Node node) => Replace(node);

    /// <summary>Memory for the next value, other than that of the present one.</summary>
    internal Storage TakeSpare()
    {
        if (_spare is { } spare)
        {
            _spare = null;
            return spare;
        }

        if (_pinned == MostPinned) return Storage.Allocate(DType, Length);
        _pinned++;
        return Storage.AllocatePinned(DType, Length);
    }

    /// <summary>Gives the variable a value that no node holds.</summary>
    /// <param name="value">The value; it may lie where the old one lay.</param>
    internal void SetHidden(Storage value)
    {
        Storage old = Current;
        if (!IsShared && !ReferenceEquals(old, value)) _spare = old;
        _value = value;
        Replace(null);
    }

    private protected override Node Leaf() => OwnLeaf(_value!);

    private Node OwnLeaf(Storage value) => Node.Data(value, _type.Shape, _name, owner: this);

    private void Check(Tensor value)
    {
        if (value.Shape != Shape)
            throw new ShapeException(
                $"assign: {Node.Description} has shape {Shape}, but the new value has {value.Shape}. "
                + "A variable keeps its shape; make a new one instead.");
        if (value.DType != DType)
            throw new DTypeException(
                $"assign: {Node.Description} is {DType.Name}, but the new value is {value.DType.Name}. "
                + $"Cast it first with Cast(DType.{DType}).");
    }
}
