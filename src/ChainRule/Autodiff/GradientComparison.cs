using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Autodiff;

/// <summary>Compares backpropagation with central differences for each input of a function.</summary>
internal sealed class GradientComparison
{
    // Where both ways are further apart than this, relative to max(1, |derivative|), rounding f has hidden whether
    // they agree, even if it explains the distance.
    private const double MostHidden = 0.1;

    private readonly NumericalDerivative _numerical;
    private readonly double _step;
    private readonly double _tolerance;
    private readonly GradientCheckOptions _options;
    private readonly double _scale;
    private readonly double[]?[] _gradients;
    private readonly Kinks _kinks;
    private readonly Replay _decisions;
    private long _checked;

    public GradientComparison(
        NumericalDerivative numerical, double step, double tolerance, GradientCheckOptions options)
    {
        (_numerical, _step, _tolerance, _options) = (numerical, step, tolerance, options);
        // An evaluation is off by ε·|f|, which the difference magnifies by 1/h, whatever the derivative is.
        _scale = Math.Max(1, Math.Abs(numerical.Value()));
        Node?[] adjoints = ReverseSweep.Run(
            numerical.Result, Build.Fill(1, numerical.Result.Type), numerical.Arguments);
        _gradients = Array.ConvertAll(adjoints, adjoint => adjoint is null ? null : Values(adjoint));
        _kinks = new Kinks(numerical.Result, adjoints.OfType<Node>());
        _decisions = new Replay(_kinks.Decisions, numerical.Arguments);
    }

    public InputCheck Check(int argument)
    {
        Node input = _numerical.Arguments[argument];
        int count = Math.Min(input.Shape.Length, _options.MaxElements), compared = 0, failures = 0, unclear = 0;
        double total = 0;
        (double Error, int Element, double Analytic, double Numeric) worst = (-1, 0, 0, 0), worstRelative = worst;
        var crossed = new List<Kink>();
        for (int i = 0; i < count; i++)
        {
            _options.CancellationToken.ThrowIfCancellationRequested();
            int element = (int)((long)i * input.Shape.Length / count);
            double h = _step * Math.Max(1, Math.Abs(_numerical.Element(argument, element)));
            double numeric = _numerical.Of(argument, element, h), analytic = _gradients[argument]?[element] ?? 0;
            double error = Math.Abs(analytic - numeric);
            _options.Progress?.Report(++_checked);
            // Not "greater": a NaN is a failure too.
            bool fails = !(error <= _tolerance * Math.Max(_scale, Math.Abs(analytic)));
            if (fails && KinkAt(argument, element, h, error) is { } kink)
            {
                crossed.Add(kink);
                continue;
            }

            compared++;
            double size = Math.Max(1, Math.Max(Math.Abs(analytic), Math.Abs(numeric)));
            failures += fails ? 1 : 0;
            unclear += !fails && error > MostHidden * size ? 1 : 0;
            total += error;
            double relative = error == 0 ? 0 : error / Math.Max(Math.Abs(analytic), Math.Abs(numeric));
            if (IsWorse(error, worst.Error)) worst = (error, element, analytic, numeric);
            if (IsWorse(relative, worstRelative.Error)) worstRelative = (relative, element, analytic, numeric);
        }

        return new InputCheck
        {
            Name = input.Name ?? $"argument {argument}",
            Shape = input.Shape,
            Compared = compared,
            MeanAbsoluteError = compared == 0 ? 0 : total / compared,
            MaxAbsoluteError = compared == 0 ? 0 : worst.Error,
            MaxAbsoluteErrorAt = Indices.Of(input.Shape, worst.Element),
            MaxRelativeError = compared == 0 ? 0 : worstRelative.Error,
            MaxRelativeErrorAt = Indices.Of(input.Shape, worstRelative.Element),
            Backpropagated = worst.Analytic,
            Numerical = worst.Numeric,
            Failures = failures,
            Unclear = unclear,
            Kinks = crossed,
        };
    }

    // Nothing is worse than the first NaN.
    private static bool IsWorse(double error, double worst) => !double.IsNaN(worst) && !(error <= worst);

    private Kink? KinkAt(int argument, int element, double h, double error)
    {
        (_, Storage[] below, Storage[] above) = _numerical.Around(argument, element, h, _decisions);
        return _kinks.Crossed(below, above) is { } unit
            ? new Kink(Indices.Of(_numerical.Arguments[argument].Shape, element), unit.Node, unit.Index, error)
            : null;
    }

    // Copied: the adjoint of x in x·c is c itself, whose elements are about to change.
    private double[] Values(Node adjoint)
    {
        Storage values = new Replay([adjoint], _numerical.Arguments).Run()[0];
        var copy = new double[values.Length];
        for (int i = 0; i < copy.Length; i++) copy[i] = values[i];
        return copy;
    }
}
