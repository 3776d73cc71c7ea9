using System.Runtime.CompilerServices;

namespace ChainRule.Workloads.Baselines;

/// <summary>
/// A Wengert list: operations in flat arrays, recorded once, then run forwards and backwards by a switch as often as
/// wanted. The usual way to make automatic differentiation fast without a compiler.
/// </summary>
internal sealed class Tape
{
    private enum Operation : byte
    {
        Input,
        Add,
        Multiply,
        Relu,
    }

    private readonly List<(Operation Operation, int Left, int Right)> _recorded = [];
    private Operation[] _operations = [];
    private int[] _left = [], _right = [];

    public double[] Values { get; private set; } = [];

    public double[] Adjoints { get; private set; } = [];

    public int Input() => Record(Operation.Input, 0, 0);

    public int Add(int x, int y) => Record(Operation.Add, x, y);

    public int Multiply(int x, int y) => Record(Operation.Multiply, x, y);

    public int Relu(int x) => Record(Operation.Relu, x, 0);

    /// <summary>Ends the recording.</summary>
    public void Freeze()
    {
        _operations = [.. _recorded.Select(static step => step.Operation)];
        _left = [.. _recorded.Select(static step => step.Left)];
        _right = [.. _recorded.Select(static step => step.Right)];
        Values = new double[_operations.Length];
        Adjoints = new double[_operations.Length];
    }

    /// <summary>Computes the values of all operations from those of the inputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward()
    {
        double[] values = Values;
        int[] left = _left, right = _right;
        for (int i = 0; i < _operations.Length; i++)
        {
            switch (_operations[i])
            {
                case Operation.Add: values[i] = values[left[i]] + values[right[i]]; break;
                case Operation.Multiply: values[i] = values[left[i]] * values[right[i]]; break;
                case Operation.Relu: values[i] = Math.Max(0, values[left[i]]); break;
            }
        }
    }

    /// <summary>
    /// Adds the derivatives of the last operation to the adjoints of the inputs; those of all other operations are 0
    /// again afterwards, so that the next reverse sweep can start.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Reverse(double seed)
    {
        double[] values = Values, adjoints = Adjoints;
        int[] left = _left, right = _right;
        adjoints[^1] = seed;
        for (int i = _operations.Length - 1; i >= 0; i--)
        {
            Operation operation = _operations[i];
            if (operation == Operation.Input) continue;
            double adjoint = adjoints[i];
            adjoints[i] = 0;
            switch (operation)
            {
                case Operation.Add:
                    adjoints[left[i]] += adjoint;
                    adjoints[right[i]] += adjoint;
                    break;
                case Operation.Multiply:
                    adjoints[left[i]] += adjoint * values[right[i]];
                    adjoints[right[i]] += adjoint * values[left[i]];
                    break;
                case Operation.Relu:
                    if (values[i] > 0) adjoints[left[i]] += adjoint;
                    break;
            }
        }
    }

    private int Record(Operation operation, int left, int right)
    {
        _recorded.Add((operation, left, right));
        return _recorded.Count - 1;
    }
}
