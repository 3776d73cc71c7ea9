using ChainRule.Execution;
using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule;

/// <summary>
/// A traced function for arguments of certain types: a plan, and where its inputs come from and its results go.
/// </summary>
internal sealed class CompiledGraph
{
    private readonly TensorType[] _types;
    private readonly PlanRun _run;
    private readonly Source[] _sources;
    private readonly TensorType[] _resultTypes;
    private readonly Variable[] _given;
    private readonly Target[] _targets;
    private readonly OwnOutputs _outputs;
    private readonly Node[] _descriptions;

    private CompiledGraph(TensorType[] types, PlanRun run, Source[] sources, Target[] targets, int results)
    {
        (_types, _run, _sources, _targets) = (types, run, sources, targets);
        _outputs = new(run, results);
        _resultTypes = [.. run.Plan.Program.Roots.Take(results).Select(static root => root.Type)];
        _descriptions = Array.ConvertAll(_resultTypes, static type => Node.Placeholder(type));
        _given = [.. run.Plan.Roots
            .Where(static root => root.Kind == PlaceKind.Input)
            .Select(root => sources[root.Number].Variable)
            .OfType<Variable>()
            .Distinct()];
    }

    /// <summary>Traces a function and plans it.</summary>
    public static CompiledGraph Trace(Func<Tensor[], Tensor[]> f, Tensor[] arguments, string?[] parameters)
    {
        Traced traced = Traced.Of(f, arguments, parameters);
        List<Node> order = Graph.TopologicalOrder(traced.Roots, traced.IsInput);
        Evaluator.Compute([.. order.Where(traced.IsCaptured)]);
        PlanRun run = Evaluator.Prepare(order, traced.Roots, traced.IsInput);
        var sources = new List<Source>();
        foreach (Node node in order)
        {
            if (!traced.IsInput(node)) continue;
            int argument = Array.IndexOf(traced.Placeholders, node);
            // A variable's value is that of the time of the call; other leaves stay what they are.
            Variable? variable = Traced.OwnerOf(node);
            sources.Add(new(argument, variable, argument < 0 && variable is null ? node.Value : null));
        }

        (Variable[] assigned, int results) = (traced.Assigned, traced.Results);
        var targets = new Target[assigned.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            int input = sources.FindIndex(source => source.Variable == assigned[i]);
            targets[i] = Target.Of(run.Plan, assigned[i], input, results + i, results);
        }

        return new(Array.ConvertAll(arguments, static argument => argument.Type), run, [.. sources], targets, results);
    }

    /// <summary>Whether arguments are of the types that the function was traced with.</summary>
    public bool Fits(ReadOnlySpan<Tensor> arguments)
    {
        if (arguments.Length != _types.Length) return false;
        for (int i = 0; i < arguments.Length; i++)
        {
            TensorType type = arguments[i].Type;
            if (type.DType != _types[i].DType || type.Shape != _types[i].Shape) return false;
        }

        return true;
    }

    /// <summary>Computes the results and assigns the variables.</summary>
    public Tensor[] Run(ReadOnlySpan<Tensor> arguments)
    {
        for (int i = 0; i < _sources.Length; i++)
        {
            Source source = _sources[i];
            Storage value = source.Constant
                ?? source.Variable?.Current
                ?? arguments[source.Argument].Elements();
            _run.BindInput(i, value);
        }

        foreach (Target target in _targets)
        {
            if (target.Output >= 0) _run.BindOutput(target.Output, target.NextPlace());
        }

        _outputs.Renew();
        _run.Run();
        // Whoever else gets a variable's value must not see it change: a node that holds it keeps it as it is.
        foreach (Variable variable in _given) _ = variable.Node;
        var all = new Tensor[_resultTypes.Length];
        // In an array, each store would ask what kind of tensor it takes; in a span it is clear.
        Span<Tensor> results = all;
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = _outputs.NumberOf(i) is { } number
                ? new NumberTensor(BitConverter.ToInt64(number), _descriptions[i])
                : new ComputedTensor(_run.Root(i), _resultTypes[i]);
        }

        foreach (Target target in _targets) target.Assign(_run);
        return all;
    }

    /// <summary>
    /// Where an input of the plan comes from: an argument, a variable or a leaf that is always the same.
    /// </summary>
    private readonly record struct Source(int Argument, Variable? Variable, Storage? Constant);

    /// <summary>A variable that gets a root of the plan as its new value.</summary>
    private sealed class Target(Variable variable, int root, int output, bool mayOverwrite, bool isShared)
    {
        /// <summary>
        /// The plan's output; −1 if the value is an input or known beforehand, or another root's too.
        /// </summary>
        public int Output => output;

        public static Target Of(Plan plan, Variable variable, int input, int root, int results)
        {
            Place place = plan.Roots[root];
            bool isFirst = true, isResult = false, isShared = place.Kind != PlaceKind.Output;
            for (int i = 0; i < plan.Roots.Count; i++)
            {
                if (i == root || plan.Roots[i] != place) continue;
                isShared = true;
                isResult |= i < results;
                isFirst &= i > root;
            }

            bool isOwn = place.Kind == PlaceKind.Output && isFirst && !isResult;
            Place? old = plan.Places.FirstOrDefault(
                candidate => candidate.Kind == PlaceKind.Input && candidate.Number == input);
            bool mayOverwrite = isOwn && plan.MayOverwrite(old, place);
            return new(variable, root, isOwn ? place.Number : -1, mayOverwrite, isShared);
        }

        /// <summary>Memory for the new value: that of the old one if nobody else reads it.</summary>
        public Storage NextPlace() =>
            mayOverwrite && !variable.IsShared ? variable.Current : variable.TakeSpare();

        public void Assign(PlanRun run)
        {
            variable.SetHidden(run.Root(root));
            if (isShared) _ = variable.Node;
        }
    }
}
