using ChainRule.Learning;

namespace ChainRule.Network;

/// <summary>Lets optimisers race down a surface.</summary>
public sealed class Race
{
    // How many places of the picture are looked at for its lines of equal height, across and up.
    private const int Columns = 120, Rows = 90;

    // The parts of the picture that lie below each line: denser where it is low, for there the race is decided.
    private static readonly double[] Parts =
        [0.012, 0.03, 0.055, 0.09, 0.13, 0.19, 0.26, 0.34, 0.43, 0.53, 0.64, 0.75, 0.86, 0.95];

    // The start is moved often, the surface stays.
    private (RaceSurface? Surface, IReadOnlyList<string> Below) _lines = (null, []);

    /// <summary>Runs the race.</summary>
    public RaceResult Run(RaceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var formula = Expression.Parse(settings.Surface.Formula);
        if (_lines.Surface != settings.Surface) _lines = (settings.Surface, Lines(settings.Surface, formula));
        return new(
            _lines.Below,
            [.. NetworkSettings.Optimizers.Select((name, i) => Run(settings, formula, name, settings.Rates[i]))]);
    }

    private static RacePath Run(RaceSettings settings, Expression formula, string optimizer, double rate)
    {
        var x = new Variable(Tensor.Scalar(settings.Start.X), "x");
        var y = new Variable(Tensor.Scalar(settings.Start.Y), "y");
        var values = new Dictionary<string, Tensor> { ["x"] = x, ["y"] = y };
        Optimizer rule = NetworkSettings.Rule(optimizer, [x, y], rate);
        Func<IReadOnlyList<Tensor>, Tensor[]> step = Compile.Of(_ =>
        {
            Tensor loss = formula.Build(values);
            rule.Minimize(loss);
            return [loss];
        });
        var path = new RacePath(optimizer, [], [], []);
        for (int i = 0; i <= settings.Surface.Steps; i++)
        {
            (double atX, double atY) = (x.Item(), y.Item());
            double loss = step([])[0].Item();
            if (!double.IsFinite(loss)) break;
            path.Add(atX, atY, loss);
        }

        return path;
    }

    private static IReadOnlyList<string> Lines(RaceSurface surface, Expression formula)
    {
        var (x, y) = (new double[Columns * Rows], new double[Columns * Rows]);
        for (int i = 0; i < x.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, Columns);
            x[i] = surface.Across.Low + ((surface.Across.High - surface.Across.Low) * column / (Columns - 1));
            y[i] = surface.Up.High - ((surface.Up.High - surface.Up.Low) * row / (Rows - 1));
        }

        double[] heights = formula.Build(new Dictionary<string, Tensor>
        {
            ["x"] = Tensor.From<double>(x),
            ["y"] = Tensor.From<double>(y),
        }).ToArray<double>();
        double[] sorted = [.. heights.Order()];
        var contours = new Contours(heights, Columns);
        return [.. Parts.Select(part => contours.Below(sorted[(int)(part * sorted.Length)]))];
    }
}
