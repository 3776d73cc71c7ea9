using ChainRule.Autodiff;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>
/// Numerical differentiation: (f(x + h) − f(x − h)) / 2h, one element at a time. Two evaluations for each element make
/// it hopelessly slow for training; as a check of backpropagation it is independent of every rule.
/// </summary>
/// <remarks>
/// The graph of f is built once and evaluated again for every change, so f must not decide anything by its
/// arguments' values: choose with <see cref="Tensor.Select(Tensor, Tensor, Tensor)"/> instead of an if. Not
/// for use by several threads at once.
/// </remarks>
public sealed class NumericalDerivative
{
    private readonly Replay _value;

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
            at[i].Elements().CopyTo(copy);
            arguments[i] = new Tensor(Node.Data(copy, at[i].Shape, at[i].Name));
        }

        Tensor result = Trace.Whole(() => f(arguments));
        Differentiable.CheckScalar(result.Node);
        (Result, Arguments) = (result.Node, Array.ConvertAll(arguments, static argument => argument.Node));
        _value = new Replay([Result], Arguments);
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
    public double Value() => _value.Run()[0][0];

    /// <summary>The derivative by one element of one argument.</summary>
    /// <param name="argument">Which argument, from 0.</param>
    /// <param name="element">Which of its elements, row-major.</param>
    /// <param name="step">h.</param>
    public double Of(int argument, int element, double step)
    {
        (double width, Storage[] below, Storage[] above) = Around(argument, element, step, _value);
        return (above[0][0] - below[0][0]) / width;
    }

    internal Node Result { get; }

    internal Node[] Arguments { get; }

    /// <summary>An element of an argument.</summary>
    internal double Element(int argument, int element) => Arguments[argument].Value![element];

    /// <summary>What nodes are at x − h and at x + h, and how far apart those are.</summary>
    internal (double Width, Storage[] Below, Storage[] Above) Around(
        int argument, int element, double step, Replay nodes)
    {
        Storage values = Arguments[argument].Value!;
        double x = values[element];
        try
        {
            // Rounding x ± h changes the step; the width is the one that was really made.
            double right = Write(values, element, x + step);
            Storage[] above = nodes.Run();
            double left = Write(values, element, x - step);
            return (right - left, nodes.Run(), above);
        }
        finally
        {
            Write(values, element, x);
        }
    }

    private static double Write(Storage values, int element, double value)
    {
        if (values.DType == DType.Float32) values.Span<float>()[element] = (float)value;
        else values.Span<double>()[element] = value;
        return values[element];
    }
}
