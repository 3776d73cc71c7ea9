using ChainRule.Execution;
using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Tests.Planning;

/// <summary>Plans functions of arguments that have no values.</summary>
internal static class Planned
{
    /// <summary>The plan of a function of float32 arguments.</summary>
    /// <param name="arguments">The arguments' names and shapes.</param>
    /// <param name="f">What is planned.</param>
    public static Plan Of((string Name, Shape Shape)[] arguments, Func<Tensor[], Tensor[]> f)
    {
        Node[] placeholders = Array.ConvertAll(
            arguments, static argument => Node.Placeholder(new(argument.Shape, DType.Float32), argument.Name));
        Tensor[] results = f(Array.ConvertAll(placeholders, Tensor.Of));
        Node[] roots = Array.ConvertAll(results, static result => result.Node);
        List<Node> order = Graph.TopologicalOrder(roots);
        return Evaluator.Prepare(order, roots, placeholders.Contains).Plan;
    }

    /// <summary>The program and the steps.</summary>
    public static string Text(Plan plan) => $"{plan.Program}\n\n{plan}";
}
