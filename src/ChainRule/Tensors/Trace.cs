using ChainRule.Graphs;

namespace ChainRule;

/// <summary>A function that is being traced: what it assigns is written down, not done.</summary>
internal sealed class Trace
{
    [ThreadStatic]
    private static Trace? _current;

    [ThreadStatic]
    private static int _whole;

    private readonly List<(Variable Variable, Node Before)> _variables = [];
    private readonly Dictionary<Variable, Node> _assigned = [];

    private Trace()
    {
    }

    /// <summary>The trace of this thread, if a function is being traced.</summary>
    public static Trace? Current => _current;

    /// <summary>
    /// Whether compiled functions are parts of the graph that is being built now, not computed at once.
    /// </summary>
    public static bool IsWhole => _current is not null || _whole > 0;

    /// <summary>Builds a graph that will be differentiated: compiled functions in it become parts of it.</summary>
    public static T Whole<T>(Func<T> build)
    {
        _whole++;
        try
        {
            return build();
        }
        finally
        {
            _whole--;
        }
    }

    /// <summary>
    /// What the function assigns: each variable with its last new value, in the order of the first ones.
    /// </summary>
    public IEnumerable<(Variable Variable, Node Value)> Assignments =>
        _variables.Select(entry => (entry.Variable, _assigned[entry.Variable]));

    /// <summary>Traces a function.</summary>
    /// <param name="f">The function.</param>
    /// <param name="arguments">Placeholders.</param>
    /// <param name="results">Gets what the function returns, variables with the values they have then.</param>
    /// <exception cref="InvalidOperationException">The function returned null.</exception>
    public static Trace Run(Func<Tensor[], Tensor[]> f, Tensor[] arguments, out Node[] results)
    {
        // A traced function may have another one explained.
        Trace? outer = _current;
        var trace = new Trace();
        _current = trace;
        try
        {
            results = Nodes(f(arguments));
        }
        finally
        {
            _current = outer;
            foreach ((Variable variable, Node before) in trace._variables) variable.Stand(before);
        }

        return trace;
    }

    private static Node[] Nodes(Tensor[]? results)
    {
        var nodes = new Node[results?.Length ?? throw Missing("")];
        for (int i = 0; i < nodes.Length; i++)
        {
            string which = nodes.Length == 1 ? "" : $" as result {i + 1} of {nodes.Length}";
            nodes[i] = (results[i] ?? throw Missing(which)).Node;
        }

        return nodes;

        static InvalidOperationException Missing(string which) =>
            new($"The traced function returned null{which}. Return a tensor; for no result, return an empty array.");
    }

    /// <summary>Notes the new value of a variable, which the rest of the function sees.</summary>
    public void Assign(Variable variable, Node value)
    {
        if (!_assigned.ContainsKey(variable)) _variables.Add((variable, variable.Node));
        _assigned[variable] = value;
        variable.Stand(value);
    }
}
