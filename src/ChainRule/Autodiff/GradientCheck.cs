using System.Runtime.CompilerServices;
using ChainRule.Autodiff;

namespace ChainRule;

/// <summary>
/// Compares backpropagation with central differences, element by element. A difference that a kink (relu, abs, max, …)
/// between x − h and x + h explains is told as such, not as an error: there the function has no derivative to compare.
/// </summary>
public static class GradientCheck
{
    /// <summary>Checks the derivatives of a function of one tensor.</summary>
    /// <param name="f">Gives one float.</param>
    /// <param name="at">Where; a float tensor.</param>
    /// <param name="options">Step, tolerance and limits.</param>
    /// <exception cref="GradientException">f does not give one float, or the argument is not a float.</exception>
    public static GradientCheckReport Run(Func<Tensor, Tensor> f, Tensor at, GradientCheckOptions? options = null) =>
        Run((IReadOnlyList<Tensor> arguments) => f(arguments[0]), [at], options);

    /// <summary>Checks the derivatives of a function by each of its arguments.</summary>
    /// <param name="f">Gives one float.</param>
    /// <param name="at">Where; float tensors.</param>
    /// <param name="options">Step, tolerance and limits.</param>
    /// <exception cref="GradientException">f does not give one float, or an argument is not a float.</exception>
    [OverloadResolutionPriority(-1)]
    public static GradientCheckReport Run(
        Func<IReadOnlyList<Tensor>, Tensor> f, IReadOnlyList<Tensor> at, GradientCheckOptions? options = null) =>
        Run(new NumericalDerivative(f, at), options ?? new());

    /// <summary>Checks the derivatives of a loss by the variables it is trained on.</summary>
    /// <param name="loss">Builds one float from the variables.</param>
    /// <param name="variables">The variables; they keep their values.</param>
    /// <param name="options">Step, tolerance and limits.</param>
    /// <exception cref="GradientException">The loss is not one float, or a variable is not a float.</exception>
    public static GradientCheckReport Run(
        Func<Tensor> loss, IReadOnlyList<Variable> variables, GradientCheckOptions? options = null) =>
        Run(new NumericalDerivative(loss, variables), options ?? new());

    private static GradientCheckReport Run(NumericalDerivative numerical, GradientCheckOptions options)
    {
        if (numerical.Arguments.Length == 0)
            throw new GradientException(
                "GradientCheck: there is nothing to differentiate by. Give at least one input.");
        bool single = numerical.Result.DType == DType.Float32
            || numerical.Arguments.Any(static argument => argument.DType == DType.Float32);
        double epsilon = single ? MathF.BitIncrement(1) - 1 : Math.BitIncrement(1) - 1;
        double step = options.Step ?? Math.Cbrt(epsilon);
        double tolerance = options.Tolerance ?? 10 * Math.Pow(epsilon, 2.0 / 3);
        var comparison = new GradientComparison(numerical, step, tolerance, options);
        return new([.. numerical.Arguments.Select((_, argument) => comparison.Check(argument))], step, tolerance);
    }
}
