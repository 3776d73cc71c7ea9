using ChainRule.Graphs;

namespace ChainRule;

/// <summary>A function as the graph that it builds.</summary>
internal sealed class Traced
{
    private readonly long _before;
    private readonly HashSet<Node> _captured = [];

    private Traced(Node[] placeholders, Node[] roots, int results, Variable[] assigned, long before)
    {
        (Placeholders, Roots, Results, Assigned, _before) = (placeholders, roots, results, assigned, before);
        FindCaptured();
    }

    /// <summary>The arguments.</summary>
    public Node[] Placeholders { get; }

    /// <summary>The results, then the new values of the variables.</summary>
    public Node[] Roots { get; }

    /// <summary>The number of results.</summary>
    public int Results { get; }

    /// <summary>The variables that get new values.</summary>
    public Variable[] Assigned { get; }

    /// <summary>Traces a function for arguments of certain types; their values are not read.</summary>
    /// <param name="f">The function.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="parameters">The names of the parameters, as far as they are known.</param>
    public static Traced Of(Func<Tensor[], Tensor[]> f, Tensor[] arguments, params string?[] parameters)
    {
        var placeholders = new Node[arguments.Length];
        for (int i = 0; i < placeholders.Length; i++)
        {
            string? name = arguments[i].Name ?? parameters.ElementAtOrDefault(i) ?? $"argument {i + 1}";
            placeholders[i] = Node.Placeholder(arguments[i].Type, name);
        }

        long before = Node.Latest;
        Trace trace = Trace.Run(
            f, Array.ConvertAll(placeholders, static node => new Tensor(node)), out Node[] results);
        (Variable Variable, Node Value)[] assignments = [.. trace.Assignments];
        return new(
            placeholders,
            [.. results, .. assignments.Select(static entry => entry.Value)],
            results.Length,
            Array.ConvertAll(assignments, static entry => entry.Variable),
            before);
    }

    /// <summary>The variable whose value a leaf is at the moment.</summary>
    public static Variable? OwnerOf(Node node) =>
        node.Owner is Variable owner && owner.IsShared && owner.Node == node ? owner : null;

    /// <summary>
    /// Whether a node is given when the function is called: an argument, a leaf, or what was there before. What the
    /// function itself has built is computed at each call, even if the function has read it.
    /// </summary>
    public bool IsInput(Node node) => IsCaptured(node)
        || Placeholders.Contains(node)
        || (node.Value is not null && (node.Inputs.Length == 0 || node.Number <= _before));

    /// <summary>Whether a node was built before from variables: it has the value that those had then.</summary>
    public bool IsCaptured(Node node) => _captured.Contains(node);

    private void FindCaptured()
    {
        HashSet<Node> variable = [];
        foreach (Node node in Graph.TopologicalOrder(Roots, node => node.Value is not null && node.Number <= _before))
        {
            if (node.Number > _before || node.Value is not null)
            {
                if (OwnerOf(node) is not null) variable.Add(node);
                continue;
            }

            foreach (Node input in node.Inputs)
            {
                if (variable.Contains(input) || _captured.Contains(input)) _captured.Add(node);
            }
        }
    }
}
