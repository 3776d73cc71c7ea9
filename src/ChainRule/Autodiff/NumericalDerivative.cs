using ChainRule.Autodiff;
using ChainRule.Execution;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>
/// Numerical differentiation: (f(x + h) − f(x − h)) / 2h, one element at a time. Two evaluations for each element make it hopelessly
/// slow for training; as a check of backpropagation it is independent of every rule.
/// </summary>
/// <remarks>The graph of f is built once and evaluated again for every change, so f must not read its arguments' values.</remarks>
public sealed class NumericalDerivative
{
    private readonly Node[] _arguments;
    private readonly Node _result;

    /// <summary>Prepares the differentiation of a function at a point.</summary>
    /// <param name="f">Gives one float.</param>
    /// <param name="at">The arguments' values, floats; they are copied.</param>
    /// <exception cref="GradientException">f does not give one float, or an argument is not a float.</exception>
    public NumericalDerivative(Func<IReadOnlyList<Tensor>, Tensor> f, IReadOnlyList<Tensor> at)
    {
        var arguments = new Tensor[at.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            Differentiable.CheckFloat("NumericalDerivative", at[i].Node);
            var copy = Storage.Allocate(at[i].DType, at[i].Length);
            View.Of(at[i].Elements(), at[i].Shape).CopyTo(copy);
            arguments[i] = new Tensor(Node.Data(copy, at[i].Shape, at[i].Name));
        }

        Tensor result = f(arguments);
        Differentiable.CheckScalar(result.Node);
        (_arguments, _result) = (Array.ConvertAll(arguments, static argument => argument.Node), result.Node);
    }

    /// <summary>Prepares the differentiation of a loss by variables, as it is trained.</summary>
    /// <param name="loss">Builds one float from the variables.</param>
    /// <param name="variables">The variables; they keep their values.</param>
    /// <exception cref="GradientException">The loss is not one float, or a variable is not a float.</exception>
    public NumericalDerivative(Func<Tensor> loss, IReadOnlyList<Variable> variables)
        : this(arguments => Variable.Substitute(variables, arguments, loss), variables)
    {
    }

    /// <summary>f at the point.</summary>
    public double Value() => Evaluate(_result);

    /// <summary>The derivative by one element of one argument.</summary>
    /// <param name="argument">Which argument, from 0.</param>
    /// <param name="element">Which of its elements, row-major.</param>
    /// <param name="step">h.</param>
    public double Of(int argument, int element, double step) => Of(argument, element, step, [], out _, out _);

    internal Node Result => _result;

    internal IReadOnlyList<Node> Arguments => _arguments;

    /// <summary>The derivative, and what other nodes of the graph were at x − h and x + h.</summary>
    internal double Of(int argument, int element, double step, Node[] watched, out Storage[] below, out Storage[] above)
    {
        Storage values = _arguments[argument].Value!;
        double x = values[element];
        try
        {
            // Rounding x ± h changes the step; the quotient takes the one that was really made.
            double right = Write(values, element, x + step), fRight = Evaluate(_result, watched, out above);
            double left = Write(values, element, x - step), fLeft = Evaluate(_result, watched, out below);
            return (fRight - fLeft) / (right - left);
        }
        finally
        {
            Write(values, element, x);
        }
    }

    /// <summary>An element of an argument.</summary>
    internal double Element(int argument, int element) => _arguments[argument].Value![element];

    private static double Evaluate(Node result) => Evaluate(result, [], out _);

    private static double Evaluate(Node result, Node[] watched, out Storage[] values)
    {
        Node[] roots = [result, .. watched];
        // The leaf's elements were changed in place, so what was computed from the former ones is void.
        foreach (Node root in roots)
        {
            if (root.Inputs.Length > 0) root.Value = null;
        }

        Evaluator.Compute(roots);
        values = Array.ConvertAll(watched, static node => node.Value!);
        double value = result.Value![0];
        foreach (Node root in roots)
        {
            if (root.Inputs.Length > 0) root.Value = null;
        }

        return value;
    }

    private static double Write(Storage values, int element, double value)
    {
        if (values.DType == DType.Float32) values.Span<float>()[element] = (float)value;
        else values.Span<double>()[element] = value;
        return values[element];
    }
}
