using ChainRule.Autodiff;
using ChainRule.Execution;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule;

/// <summary>
/// Compares backpropagation with central differences, element by element. A difference that a kink (relu, abs, max, …) between x − h and
/// x + h explains is told as such, not as an error: there the function has no derivative to compare.
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
    public static GradientCheckReport Run(Func<IReadOnlyList<Tensor>, Tensor> f, IReadOnlyList<Tensor> at, GradientCheckOptions? options = null) =>
        Run(new NumericalDerivative(f, at), options ?? new());

    /// <summary>Checks the derivatives of a loss by the variables it is trained on.</summary>
    /// <param name="loss">Builds one float from the variables.</param>
    /// <param name="variables">The variables; they keep their values.</param>
    /// <param name="options">Step, tolerance and limits.</param>
    /// <exception cref="GradientException">The loss is not one float, or a variable is not a float.</exception>
    public static GradientCheckReport Run(Func<Tensor> loss, IReadOnlyList<Variable> variables, GradientCheckOptions? options = null) =>
        Run(new NumericalDerivative(loss, variables), options ?? new());

    private static GradientCheckReport Run(NumericalDerivative numerical, GradientCheckOptions options)
    {
        bool single = numerical.Result.DType == DType.Float32 || numerical.Arguments.Any(static argument => argument.DType == DType.Float32);
        double epsilon = single ? MathF.BitIncrement(1) - 1 : Math.BitIncrement(1) - 1;
        double step = options.Step ?? Math.Cbrt(epsilon), tolerance = options.Tolerance ?? 10 * Math.Pow(epsilon, 2.0 / 3);
        Node?[] adjoints = ReverseSweep.Run(numerical.Result, Build.Fill(1, numerical.Result.Type), [.. numerical.Arguments]);
        Evaluator.Compute([.. adjoints.OfType<Node>()]);
        var comparison = new Comparison(numerical, new Kinks(numerical.Result), step, tolerance, Math.Abs(numerical.Value()), options);
        return new([.. adjoints.Select((adjoint, argument) => comparison.Check(argument, adjoint?.Value))], step, tolerance);
    }

    private sealed class Comparison(
        NumericalDerivative numerical, Kinks kinks, double step, double tolerance, double scale, GradientCheckOptions options)
    {
        private long _checked;

        public InputCheck Check(int argument, Storage? gradient)
        {
            Node input = numerical.Arguments[argument];
            int count = Math.Min(input.Shape.Length, options.MaxElements), compared = 0, failures = 0;
            double total = 0;
            (double Error, int Element, double Analytic, double Numeric) worst = default, worstRelative = default;
            var crossed = new List<Kink>();
            for (int i = 0; i < count; i++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                int element = (int)((long)i * input.Shape.Length / count);
                double h = step * Math.Max(1, Math.Abs(numerical.Element(argument, element)));
                double numeric = numerical.Of(argument, element, h), analytic = gradient?[element] ?? 0, error = Math.Abs(analytic - numeric);
                options.Progress?.Report(++_checked);
                // Not "greater": a NaN is a failure too.
                bool fails = !(error <= tolerance * Math.Max(Math.Max(1, scale), Math.Abs(analytic)));
                if (fails && KinkAt(argument, element, h, error) is { } kink)
                {
                    crossed.Add(kink);
                    continue;
                }

                compared++;
                failures += fails ? 1 : 0;
                total += error;
                double relative = error == 0 ? 0 : error / Math.Max(Math.Abs(analytic), Math.Abs(numeric));
                if (!(error <= worst.Error)) worst = (error, element, analytic, numeric);
                if (!(relative <= worstRelative.Error)) worstRelative = (relative, element, analytic, numeric);
            }

            return new InputCheck
            {
                Name = input.Name ?? $"argument {argument}",
                Shape = input.Shape,
                Compared = compared,
                MeanAbsoluteError = compared == 0 ? 0 : total / compared,
                MaxAbsoluteError = worst.Error,
                MaxAbsoluteErrorAt = Indices.Of(input.Shape, worst.Element),
                MaxRelativeError = worstRelative.Error,
                MaxRelativeErrorAt = Indices.Of(input.Shape, worstRelative.Element),
                Backpropagated = worst.Analytic,
                Numerical = worst.Numeric,
                Failures = failures,
                Kinks = crossed,
            };
        }

        private Kink? KinkAt(int argument, int element, double h, double error)
        {
            numerical.Of(argument, element, h, kinks.Decisions, out Storage[] below, out Storage[] above);
            return kinks.Crossed(below, above) is { } unit
                ? new Kink(Indices.Of(numerical.Arguments[argument].Shape, element), unit.Node, unit.Index, error)
                : null;
        }
    }
}
