namespace ChainRule.Workloads.Baselines;

/// <summary>
/// Automatic differentiation as textbooks and micrograd (A. Karpathy) have it: each operation makes an object that
/// holds its value, its gradient, and a closure that hands the gradient on to its inputs.
/// </summary>
internal sealed class ClosureEngine(double data, params ClosureEngine[] inputs)
{
    private Action _backward = static () => { };

    public double Data { get; } = data;

    public double Gradient { get; private set; }

    public static implicit operator ClosureEngine(double data) => new(data);

    public static ClosureEngine operator +(ClosureEngine x, ClosureEngine y)
    {
        var z = new ClosureEngine(x.Data + y.Data, x, y);
        z._backward = () =>
        {
            x.Gradient += z.Gradient;
            y.Gradient += z.Gradient;
        };
        return z;
    }

    public static ClosureEngine operator *(ClosureEngine x, ClosureEngine y)
    {
        var z = new ClosureEngine(x.Data * y.Data, x, y);
        z._backward = () =>
        {
            x.Gradient += y.Data * z.Gradient;
            y.Gradient += x.Data * z.Gradient;
        };
        return z;
    }

    public ClosureEngine Relu()
    {
        var z = new ClosureEngine(Math.Max(0, Data), this);
        z._backward = () => Gradient += z.Data > 0 ? z.Gradient : 0;
        return z;
    }

    /// <summary>The reverse sweep: each node after all its users.</summary>
    public void Backward()
    {
        var order = new List<ClosureEngine>();
        var visited = new HashSet<ClosureEngine>();
        Visit(this);
        Gradient = 1;
        for (int i = order.Count - 1; i >= 0; i--) order[i]._backward();

        void Visit(ClosureEngine node)
        {
            if (!visited.Add(node)) return;
            foreach (ClosureEngine input in node.Inputs) Visit(input);
            order.Add(node);
        }
    }

    private ClosureEngine[] Inputs => inputs;
}
