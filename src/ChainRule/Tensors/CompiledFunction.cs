using System.Runtime.CompilerServices;

namespace ChainRule;

/// <summary>
/// A function that is traced once for each combination of argument types and then runs as a plan, with all that it
/// assigns.
/// </summary>
/// <param name="f">The function.</param>
/// <param name="parameters">The names of its parameters, for messages about arguments that have none.</param>
internal sealed class CompiledFunction(Func<Tensor[], Tensor[]> f, params string?[] parameters)
{
    // A plan keeps memory. A function that meets ever new shapes forgets those that it has not met for longest.
    private const int MostGraphs = 16;

    private readonly Lock _gate = new();
    private readonly List<CompiledGraph> _graphs = [];
    private CompiledGraph? _last;

    /// <summary>Calls the function.</summary>
    public Tensor[] CallWith(IReadOnlyList<Tensor> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        // A copy: another thread may replace an element between the check of its type and its use.
        if (arguments is not Tensor[] array || array.Length > FewArguments.Length) return Call([.. arguments]);
        FewArguments copy = default;
        // One by one: the runtime's own copying of references is SSE code, which costs up to 0.1 µs on an Intel
        // processor if a caller has used wider registers before.
        for (int i = 0; i < array.Length; i++) copy[i] = array[i];
        return Call(copy[..array.Length]);
    }

    /// <summary>Calls the function.</summary>
    public Tensor[] Call(params ReadOnlySpan<Tensor> arguments)
    {
        // Inside a function that is traced or differentiated, it is a part of that one.
        if (Trace.IsWhole) return f([.. arguments]);
        foreach (Tensor argument in arguments)
        {
            ArgumentNullException.ThrowIfNull(argument);
            if (argument.IsArgument) return f([.. arguments]);
        }

        lock (_gate)
        {
            CompiledGraph graph = _last is { } last && last.Fits(arguments) ? last : Find(arguments);
            _last = graph;
            return graph.Run(arguments);
        }
    }

    private CompiledGraph Find(ReadOnlySpan<Tensor> arguments)
    {
        CompiledGraph? graph = null;
        foreach (CompiledGraph known in _graphs)
        {
            if (known.Fits(arguments)) graph = known;
        }

        if (graph is not null) _graphs.Remove(graph);
        else graph = CompiledGraph.Trace(f, [.. arguments], parameters);
        if (_graphs.Count == MostGraphs) _graphs.RemoveAt(0);
        _graphs.Add(graph);
        return graph;
    }

    /// <summary>A copy of an array of arguments that needs no memory of its own.</summary>
    [InlineArray(Length)]
    private struct FewArguments
    {
        public const int Length = 8;

        private Tensor _first;
    }
}
