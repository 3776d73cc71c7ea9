using ChainRule.Graphs;

namespace ChainRule.Drawing.Unfolding;

/// <summary>A graph in which functions are taken apart, or all tensors.</summary>
/// <param name="Result">Its result.</param>
/// <param name="Arguments">By what it is differentiated; null for all named leaves.</param>
internal sealed record Unfolded(Node Result, Node[]? Arguments)
{
    /// <summary>The name that means: tensors into their elements.</summary>
    public const string Elements = "elements";

    /// <summary>Takes apart what a view asks for.</summary>
    /// <param name="result">The result of the graph.</param>
    /// <param name="arguments">By what it is differentiated; null for all named leaves.</param>
    /// <param name="names">The names of functions; <see cref="Elements"/> for tensors.</param>
    /// <exception cref="ArgumentException">The graph cannot be unrolled into elements.</exception>
    public static Unfolded Of(Node result, Node[]? arguments, IReadOnlyCollection<string> names)
    {
        var graph = new Unfolded(result, arguments);
        if (names.Contains(Elements)) graph = graph.IntoElements();
        return names.Any(static name => name != Elements) ? graph.IntoParts(names) : graph;
    }

    /// <summary>What can be unfolded in a graph.</summary>
    public static IEnumerable<string> NamesIn(Node result)
    {
        foreach (Node node in Graph.TopologicalOrder(result))
        {
            if (Parts.Has(node)) yield return node.Op.Name;
            for (Scope? scope = node.Scope; scope is not null; scope = scope.Parent)
            {
                yield return scope.Name;
                if (scope.Parent is not null) yield return scope.Path;
            }
        }
    }

    private Unfolded IntoParts(IReadOnlyCollection<string> names)
    {
        Dictionary<Node, Node> places = Rewriting.Run(Result, (node, inputs) =>
        {
            if (!Parts.Has(node) || !names.Contains(node.Op.Name)) return null;
            using Scope.Section section = Scope.Begin(node.Op.Name);
            return Parts.Of(node.Op.Name, inputs[0]);
        });
        return new(
            places[Result], Arguments?.Select(argument => places.GetValueOrDefault(argument, argument)).ToArray());
    }

    private Unfolded IntoElements()
    {
        if (Result.Shape.Length != 1)
            throw new ArgumentException(
                $"Unfold: only what ends in one number can be unrolled into numbers, but the result has the shape "
                + $"{Result.Shape}. Sum it, for example.");
        IReadOnlyDictionary<Node, Node[]> elements = Scalars.Of(Result);
        return new(
            elements[Result][0],
            Arguments?.SelectMany(argument => elements.GetValueOrDefault(argument, [argument])).ToArray());
    }
}
