using ChainRule.Graphs;

namespace ChainRule;

/// <summary>A function as the graph that it builds.</summary>
/// <param name="Placeholders">The arguments.</param>
/// <param name="Roots">The results, then the new values of the variables.</param>
/// <param name="Results">The number of results.</param>
/// <param name="Assigned">The variables that get new values.</param>
internal sealed record Traced(Node[] Placeholders, Node[] Roots, int Results, Variable[] Assigned)
{
    /// <summary>Traces a function for arguments of certain types; their values are not read.</summary>
    public static Traced Of(Func<Tensor[], Tensor[]> f, Tensor[] arguments)
    {
        Node[] placeholders = Array.ConvertAll(
            arguments, static argument => Node.Placeholder(argument.Type, argument.Name));
        Trace trace = Trace.Run(
            f, Array.ConvertAll(placeholders, static node => new Tensor(node)), out Tensor[] results);
        (Variable Variable, Node Value)[] assignments = [.. trace.Assignments];
        return new(
            placeholders,
            [.. results.Select(static result => result.Node), .. assignments.Select(static entry => entry.Value)],
            results.Length,
            Array.ConvertAll(assignments, static entry => entry.Variable));
    }

    /// <summary>
    /// Whether a node is given when the function is called: an argument, or anything that has a value.
    /// </summary>
    public bool IsInput(Node node) => node.Value is not null || Placeholders.Contains(node);
}
