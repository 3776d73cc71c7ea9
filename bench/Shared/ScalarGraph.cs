namespace ChainRule.Benchmarking;

/// <summary>
/// A random but fixed expression of scalars: many operations, few of them alike, every one of them needed. It is what
/// users with models of their own write, where no kernel has a name.
/// </summary>
internal sealed class ScalarGraph
{
    public enum Operation
    {
        Input,
        Add,
        Subtract,
        Multiply,
        Sine,
    }

    /// <summary>One operation; its operands are earlier steps, or the number of an input.</summary>
    public readonly record struct Step(Operation Operation, int Left, int Right);

    private readonly List<Step> _steps = [];

    private ScalarGraph(int inputs) => Inputs = inputs;

    /// <summary>The graph that the benchmarks use: 1,000 operations of 50 inputs, one in 20 a sine.</summary>
    public static ScalarGraph Thousand { get; } = Random(1000, 50, seed: 7);

    public int Inputs { get; }

    /// <summary>Inputs first, the result last.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Where the graph is evaluated: small numbers, so that products do not grow.</summary>
    public double[] Point()
    {
        var random = new Random(1);
        double[] x = new double[Inputs];
        for (int i = 0; i < x.Length; i++) x[i] = random.NextDouble() * 1.6 - 0.8;
        return x;
    }

    /// <summary>The same expression over tensors.</summary>
    public Tensor Build(IReadOnlyList<Tensor> x)
    {
        var values = new Tensor[_steps.Count];
        for (int i = 0; i < values.Length; i++)
        {
            (Operation operation, int left, int right) = _steps[i];
            values[i] = operation switch
            {
                Operation.Input => x[left],
                Operation.Add => values[left] + values[right],
                Operation.Subtract => values[left] - values[right],
                Operation.Multiply => values[left] * values[right],
                _ => values[left].Sin(),
            };
        }

        return values[^1];
    }

    private static ScalarGraph Random(int operations, int inputs, int seed)
    {
        var random = new Random(seed);
        var graph = new ScalarGraph(inputs);
        for (int i = 0; i < inputs; i++) graph._steps.Add(new(Operation.Input, i, -1));
        // What has no user yet. The rest of the operations joins what is left, so that nothing is dead.
        var open = new Queue<int>(Enumerable.Range(0, inputs));
        while (graph._steps.Count - inputs + open.Count - 1 < operations)
        {
            graph._steps.Add(random.NextDouble() switch
            {
                < 0.05 => new(Operation.Sine, Pick(), -1),
                < 0.50 => new(Operation.Multiply, Pick(), Pick()),
                < 0.78 => new(Operation.Add, Pick(), Pick()),
                _ => new(Operation.Subtract, Pick(), Pick()),
            });
            open.Enqueue(graph._steps.Count - 1);
        }

        while (open.Count > 1)
        {
            graph._steps.Add(new(Operation.Add, open.Dequeue(), open.Dequeue()));
            open.Enqueue(graph._steps.Count - 1);
        }

        return graph;

        // Mostly recent values, as in written code; and the oldest one without a user when there are many of those.
        int Pick()
        {
            if (open.Count > 24 && random.Next(2) == 0) return open.Dequeue();
            int count = graph._steps.Count;
            int back = (int)(Math.Pow(random.NextDouble(), 2) * Math.Min(count, 200));
            return Math.Max(0, count - 1 - back);
        }
    }
}
