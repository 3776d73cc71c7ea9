using ChainRule.Autodiff;
using ChainRule.Graphs;

namespace ChainRule.Explaining;

/// <summary>Compares backpropagation with differences for the elements of one input.</summary>
internal sealed class InputComparison
{
    // Of a difference that is less certain nobody can tell.
    private const double MostUncertain = 1e-3;
    // How near to a kink a difference beside it is still tried: h by 4¹⁰.
    private const int MostQuarters = 10;

    private readonly Node _input;
    private readonly string _name;
    private readonly KinkSearch _kinks;
    private readonly double _step;
    private readonly double _tolerance;
    private readonly Recomputation _computation;
    private readonly double[] _derivatives;
    private readonly double _value;
    private readonly Piece[][] _pieces;

    public InputComparison(
        Tensor result, Node input, string name, KinkSearch kinks, double step, double tolerance)
    {
        (_input, _name, _kinks, _step, _tolerance) = (input, name, kinks, step, tolerance);
        _computation = new([result.Node, .. kinks.Inputs], input);
        _derivatives = Gradient.Of(result, [new Tensor(input)], Independent.Zero)[0]
            .Cast(DType.Float64).ToArray<double>();
        Storage[] before = _computation.Run();
        (_value, _pieces) = (before[0][0], Pieces(before));
    }

    public CheckedDerivative Check(int element)
    {
        double h = _step * Math.Max(1, Math.Abs(_input.Value![element])), derivative = _derivatives[element];
        (Storage[] above, double right) = At(element, h);
        (Storage[] below, double left) = At(element, -h);
        double numerical = (above[0][0] - below[0][0]) / (right - left);
        // Not "greater": a NaN is a failure too.
        bool fits = Math.Abs(derivative - numerical)
            <= _tolerance * Math.Max(Math.Max(1, Math.Abs(_value)), Math.Abs(derivative));
        var found = new CheckedDerivative
        {
            Name = _input.Shape.IsScalar ? _name : _name + Shape.Text(Indices.Of(_input.Shape, element)),
            Derivative = derivative,
            Numerical = numerical,
            Step = h,
            Verdict = CheckVerdict.Agrees,
        };
        IReadOnlyList<GraphKink> kinks = _kinks.Between(_pieces, Pieces(above), Pieces(below));
        // If rounding f costs more than there is to see, both ways fit whatever they are.
        if (fits && kinks.Count == 0)
            return found.AbsoluteError <= MostUncertain * SizeOf(derivative, numerical)
                ? found
                : found with { Verdict = CheckVerdict.Unclear };
        (Storage[] far, double farRight) = At(element, 2 * h);
        (Storage[] deep, double farLeft) = At(element, -2 * h);
        double wide = (far[0][0] - deep[0][0]) / (farRight - farLeft);
        if (kinks.Count == 0) return found with { Verdict = WithoutKink(found, wide, element) };
        double leftSlope = (below[0][0] - deep[0][0]) / (left - farLeft);
        double rightSlope = (far[0][0] - above[0][0]) / (farRight - right);
        // Pieces may meet without a kink, as in relu(x)², or both be the same, as in max(x, x).
        double bend = Math.Abs(leftSlope - rightSlope);
        if ((fits || found.AbsoluteError <= bend) && bend <= MostUncertain * SizeOf(leftSlope, rightSlope))
            return found;
        return found with
        {
            Verdict = kinks[0].Distance == 0 || FitsBeside(found, element) ? CheckVerdict.Kink : CheckVerdict.Differs,
            Kinks = kinks,
            LeftSlope = leftSlope,
            RightSlope = rightSlope,
        };
    }

    // How much the difference depends on h tells how exact it is.
    private CheckVerdict WithoutKink(CheckedDerivative found, double wide, int element)
    {
        (Storage[] above, double right) = At(element, found.Step / 2);
        (Storage[] below, double left) = At(element, -found.Step / 2);
        double narrow = (above[0][0] - below[0][0]) / (right - left);
        double uncertainty = Math.Max(Math.Abs(wide - found.Numerical), Math.Abs(narrow - found.Numerical));
        // Not "greater": what is not finite shows nothing either.
        if (!(uncertainty <= MostUncertain * Math.Max(1, Math.Abs(found.Numerical)))) return CheckVerdict.Unclear;
        if (double.IsInfinity(found.Derivative)) return CheckVerdict.Unclear;
        // Where rounding is all there is, both may be off by some times what they are apart.
        return found.AbsoluteError <= 4 * uncertainty ? CheckVerdict.Agrees : CheckVerdict.Differs;
    }

    // Away from all kinks there is a derivative, which a difference shows that is narrow enough, if not exactly.
    private bool FitsBeside(CheckedDerivative found, int element)
    {
        double h = found.Step;
        for (int i = 0; i < MostQuarters; i++)
        {
            h /= 4;
            (Storage[] above, double right) = At(element, h);
            (Storage[] below, double left) = At(element, -h);
            if (_kinks.Between(_pieces, Pieces(above), Pieces(below)).Count > 0) continue;
            double numerical = (above[0][0] - below[0][0]) / (right - left);
            double rounding = _tolerance * Math.Abs(_value) * found.Step / h;
            return !(Math.Abs(found.Derivative - numerical)
                > (MostUncertain * SizeOf(found.Derivative, numerical)) + rounding);
        }

        return true;
    }

    private static double SizeOf(double x, double y) => Math.Max(1, Math.Max(Math.Abs(x), Math.Abs(y)));

    private Piece[][] Pieces(Storage[] values) => _kinks.Pieces(values.AsSpan(1));

    private (Storage[] Values, double Step) At(int element, double step)
    {
        (Storage value, double width) = _computation.Moved(element, step);
        return (_computation.Run(value), width);
    }
}
