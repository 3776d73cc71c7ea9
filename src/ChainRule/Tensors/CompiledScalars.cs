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
    private readonly int[] _copies;

    // Inputs whose values are those of the time of a call.
    private readonly (int Input, Variable Variable)[] _variables;

    private CompiledScalars(
        double[] x, double[] results, PlanRun run, int[] copies, (int Input, Variable Variable)[] variables) =>
        (_x, _results, _run, _copies, _variables) = (x, results, run, copies, variables);

    /// <summary>Traces a function and plans it.</summary>
    public static CompiledScalars Of(Func<IReadOnlyList<Tensor>, Tensor[]> f, int arguments)
    {
        Tensor[] examples = [.. Enumerable.Range(0, arguments).Select(static i => Tensor.Scalar(0.0, $"x{i}"))];
        Traced traced = Traced.Of(f, examples);
        Check(traced);
        List<Node> order = Graph.TopologicalOrder(traced.Roots, traced.IsInput);
        Evaluator.Compute([.. order.Where(traced.IsCaptured)]);
        PlanRun run = Evaluator.Prepare(order, traced.Roots, traced.IsInput);
        (double[] x, double[] results) = (new double[arguments], new double[traced.Results]);
        (Storage inputs, Storage outputs) = (Storage.Own(x), Storage.Own(results));
        var variables = new List<(int, Variable)>();
        int input = 0;
        foreach (Node node in order)
        {
            if (!traced.IsInput(node)) continue;
            int argument = Array.IndexOf(traced.Placeholders, node);
            if (Traced.OwnerOf(node) is { } variable) variables.Add((input, variable));
            run.BindInput(input++, argument < 0 ? node.Value! : inputs.Part(argument, 1));
        }

        var copies = new List<int>();
        var written = new HashSet<int>();
        for (int i = 0; i < results.Length; i++)
        {
            Planning.Place place = run.Plan.Roots[i];
            if (place.Kind == Planning.PlaceKind.Output && written.Add(place.Number))
                run.BindOutput(place.Number, outputs.Part(i, 1));
            else copies.Add(i);
        }

        return new(x, results, run, [.. copies], [.. variables]);
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
            foreach ((int input, Variable variable) in _variables) _run.BindInput(input, variable.Current);
            _run.Run();
            foreach (int result in _copies) _results[result] = _run.Root(result)[0];
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
