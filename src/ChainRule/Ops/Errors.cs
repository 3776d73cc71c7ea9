using System.Globalization;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// The messages that several ops share: what was asked, what is wrong with the actual values, what to do.
/// </summary>
internal static class Errors
{
    public static ShapeException ShapesDiffer(string op, ReadOnlySpan<Node> inputs) => new(
        $"{op}: the shapes must agree or broadcast to each other, "
        + $"but {List(inputs, static node => node.Shape.ToString())}. "
        + "Aligned at the last axis, each size must be equal or 1; "
        + "put in axes of size 1 with Unsqueeze where they are missing.");

    public static DTypeException DTypesDiffer(string op, ReadOnlySpan<Node> inputs) => new(
        $"{op}: the dtypes must agree, but {List(Sources(inputs), static node => node.DType.Name)}. "
        + $"Cast one of them with Cast({Richest(inputs).CSharp}).");

    public static DTypeException OutsideDomain(string op, Node input, Domain domain) => new(
        $"{op}: {Source(input).Description} is {input.DType.Name}, "
        + $"but {op} takes {(domain == Domain.Floats ? "float32 or float64" : "numbers, not bool")}. "
        + $"Cast it first, for instance with Cast(DType.Float32).");

    public static DTypeException NotBool(string op, Node input) => new(
        $"{op}: {Source(input).Description} must be bool, but it is {input.DType.Name}. "
        + $"Compare it first, for instance with {Source(input).Name ?? "x"} > 0.");

    public static DTypeException NotInteger(string op, Node input) => new(
        $"{op}: {input.Description} holds indices and must be int32 or int64, but it is {input.DType.Name}. "
        + "Cast it first with Cast(DType.Int32).");

    public static ShapeException NoElements(string op, string missing, Node x, int axis) => new(
        $"{op}: there is no {missing}, because axis {axis} of {x.Description} of shape {x.Shape} has size 0. "
        + "Check the size before, or pad with a value first.");

    public static ShapeException TooLong(string op, Node x, int axis, long size, string remedy) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{op}: axis {axis} made from {x.Description} of shape {x.Shape} would have size {size}, "
        + $"but the largest is {int.MaxValue}. {remedy}"));

    public static DTypeException BoolsCompared(string op, Node input, string instead) => new(
        $"{op}: {Source(input).Description} is bool, but {op} takes numbers. "
        + $"For bools write {instead}, which says the same.");

    // A tensor that was repeated to meet another is not known to its user in that form.
    private static Node Source(Node node)
    {
        while (node is { Name: null, Op: Broadcast }) node = node.Inputs[0];
        return node;
    }

    private static Node[] Sources(ReadOnlySpan<Node> nodes)
    {
        var sources = new Node[nodes.Length];
        for (int i = 0; i < sources.Length; i++) sources[i] = Source(nodes[i]);
        return sources;
    }

    // A cast of floats to integers would lose the fractions.
    private static DType Richest(ReadOnlySpan<Node> nodes)
    {
        foreach (Node node in nodes)
        {
            if (node.DType.IsFloat) return node.DType;
        }

        return nodes[0].DType;
    }

    private static string List(ReadOnlySpan<Node> nodes, Func<Node, string> fact)
    {
        var parts = new string[nodes.Length];
        for (int i = 0; i < nodes.Length; i++) parts[i] = $"{nodes[i].Description} is {fact(nodes[i])}";
        return $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
    }

    extension(DType dtype)
    {
        private string CSharp => $"DType.{dtype}";
    }
}
