using ChainRule.Execution;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>
/// A tensor whose value can be replaced: a parameter that is trained. Graphs built before an assignment keep the value they
/// were built with, and an assigned value has no graph behind it, so a training loop does not grow.
/// </summary>
public sealed class Variable : Tensor
{
    /// <summary>Makes a variable that starts with the value of a tensor, which is computed now.</summary>
    /// <param name="value">The first value.</param>
    /// <param name="name">A name for messages and pictures.</param>
    public Variable(Tensor value, string? name = null)
        : base(Node.Data(value.Elements(), value.Shape, name ?? value.Name))
    {
    }

    /// <summary>Replaces the value; the new one is computed now.</summary>
    /// <param name="value">Of the same shape and dtype; may depend on the old value.</param>
    /// <exception cref="ShapeException">The shape differs.</exception>
    /// <exception cref="DTypeException">The dtype differs.</exception>
    public void Assign(Tensor value) => AssignAll([(this, value)]);

    /// <summary>Replaces the values of several variables at once: all new values are computed from the old ones, sharing what they share.</summary>
    /// <param name="assignments">Each variable with its new value.</param>
    /// <exception cref="ShapeException">A shape differs; then nothing is assigned.</exception>
    /// <exception cref="DTypeException">A dtype differs; then nothing is assigned.</exception>
    public static void AssignAll(params ReadOnlySpan<(Variable Variable, Tensor Value)> assignments)
    {
        var nodes = new Node[assignments.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            (Variable variable, Tensor value) = assignments[i];
            if (value.Shape != variable.Shape)
                throw new ShapeException($"assign: {variable.Node.Description} has shape {variable.Shape}, but the new value has {value.Shape}. A variable keeps its shape; make a new one instead.");
            if (value.DType != variable.DType)
                throw new DTypeException($"assign: {variable.Node.Description} is {variable.DType.Name}, but the new value is {value.DType.Name}. Cast it first with Cast(DType.{variable.DType}).");
            nodes[i] = value.Node;
        }

        Evaluator.Compute(nodes);
        foreach ((Variable variable, Tensor value) in assignments)
            variable.Node = Node.Data(value.Node.Value!, variable.Shape, variable.Name);
    }

    /// <summary>Builds a graph in which other tensors stand where the variables are used.</summary>
    internal static Tensor Substitute(IReadOnlyList<Variable> variables, IReadOnlyList<Tensor> substitutes, Func<Tensor> build)
    {
        Node[] own = [.. variables.Select(static variable => variable.Node)];
        try
        {
            for (int i = 0; i < own.Length; i++) variables[i].Node = substitutes[i].Node;
            return build();
        }
        finally
        {
            for (int i = 0; i < own.Length; i++) variables[i].Node = own[i];
        }
    }
}
