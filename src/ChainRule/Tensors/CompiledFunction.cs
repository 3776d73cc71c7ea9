namespace ChainRule;

/// <summary>
/// A function that is traced once for each combination of argument types and then runs as a plan, with all that it
/// assigns.
/// </summary>
/// <param name="f">The function.</param>
internal sealed class CompiledFunction(Func<Tensor[], Tensor[]> f)
{
    // A plan keeps memory. A function that meets ever new shapes forgets those that it has not met for longest.
    private const int MostGraphs = 16;

    private readonly Lock _gate = new();
    private readonly List<CompiledGraph> _graphs = [];
    private CompiledGraph? _last;

    /// <summary>Calls the function.</summary>
    public Tensor[] Call(params Tensor[] arguments)
    {
        // Inside a function that is traced or differentiated, it is a part of that one.
        if (Trace.IsWhole) return f(arguments);
        foreach (Tensor argument in arguments)
        {
            ArgumentNullException.ThrowIfNull(argument);
            if (argument.IsArgument) return f(arguments);
        }

        lock (_gate)
        {
            CompiledGraph graph = _last is { } last && last.Fits(arguments) ? last : Find(arguments);
            _last = graph;
            return graph.Run(arguments);
        }
    }

    private CompiledGraph Find(Tensor[] arguments)
    {
        CompiledGraph? graph = _graphs.Find(known => known.Fits(arguments));
        if (graph is not null) _graphs.Remove(graph);
        else graph = CompiledGraph.Trace(f, arguments);
        if (_graphs.Count == MostGraphs) _graphs.RemoveAt(0);
        _graphs.Add(graph);
        return graph;
    }
}
