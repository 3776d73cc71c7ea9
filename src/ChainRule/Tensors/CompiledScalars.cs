using ChainRule.Execution;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>
/// A function of numbers as a plan whose inputs and outputs stay where they are: a call allocates nothing.
/// </summary>
internal sealed class CompiledScalars
{
    private readonly Lock _gate = new();
    private readonly double[] _x, _results;
    private readonly PlanRun _run;

    // Results that no step writes: arguments, numbers, and results that are there already.
    private readonly (int Result, Storage Value)[] _copies;

    private CompiledScalars(double[] x, double[] results, PlanRun run, (int Result, Storage Value)[] copies) =>
        (_x, _results, _run, _copies) = (x, results, run, copies);

    /// <summary>Traces a function and plans it.</summary>
    public static CompiledScalars Of(Func<IReadOnlyList<Tensor>, Tensor[]> f, int arguments)
    {
        Tensor[] examples = [.. Enumerable.Range(0, arguments).Select(static i => Tensor.Scalar(0.0, $"x{i}"))];
        Traced traced = Traced.Of(f, examples);
        Check(traced);
        List<Node> order = Graph.TopologicalOrder(traced.Roots, traced.IsInput);
        PlanRun run = Evaluator.Prepare(order, traced.Roots, traced.IsInput);
        (double[] x, double[] results) = (new double[arguments], new double[traced.Results]);
        (Storage inputs, Storage outputs) = (Storage.Own(x), Storage.Own(results));
        int input = 0;
        foreach (Node node in order)
        {
            if (!traced.IsInput(node)) continue;
            int argument = Array.IndexOf(traced.Placeholders, node);
            run.BindInput(input++, argument < 0 ? node.Value! : inputs.Part(argument, 1));
        }

        var copies = new List<(int, Storage)>();
        var written = new HashSet<int>();
        for (int i = 0; i < results.Length; i++)
        {
            Planning.Place place = run.Plan.Roots[i];
            if (place.Kind == Planning.PlaceKind.Output && written.Add(place.Number))
                run.BindOutput(place.Number, outputs.Part(i, 1));
            else copies.Add((i, run.Root(i)));
        }

        return new(x, results, run, [.. copies]);
    }

    /// <summary>Calls the function.</summary>
    public void Call(ReadOnlySpan<double> x, Span<double> results)
    {
        if (x.Length != _x.Length || results.Length != _results.Length)
            throw new ArgumentException(
                $"The function has {_x.Length} arguments and {_results.Length} results, but {x.Length} and "
                + $"{results.Length} were given. Give spans of these lengths.");
        lock (_gate)
        {
            x.CopyTo(_x);
            _run.Run();
            foreach ((int result, Storage value) in _copies) _results[result] = value[0];
            _results.CopyTo(results);
        }
    }

    private static void Check(Traced traced)
    {
        if (traced.Assigned.Length > 0)
            throw new InvalidOperationException(
                $"A function of numbers cannot assign variables, but it assigns {traced.Assigned[0].Node.Description}. "
                + "Use Compile.Of, or return the new value.");
        foreach (Node root in traced.Roots)
        {
            if (root.Type != new TensorType(Shape.Scalar, DType.Float64))
                throw new ShapeException(
                    $"The results of a function of numbers are float64 scalars, but {root.Description} is {root.Type}. "
                    + "Reduce or cast it, or use Compile.Of.");
        }
    }
}
