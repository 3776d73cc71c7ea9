using System.Text;
using ChainRule.Network;

namespace ChainRule.Web.Network.Races;

/// <summary>The way of one optimiser as it is drawn, up to any step.</summary>
public sealed class RaceLine
{
    /// <summary>The size of the picture of the surface.</summary>
    public const int Width = 640, Height = 480;

    /// <summary>The size of the picture of the losses.</summary>
    public const int ChartWidth = 320, ChartHeight = 150;

    // What is this far outside of the picture need not be drawn where it is.
    private const double Far = 5000;

    // Long ways have a mark only now and then.
    private const int MostMarks = 40;

    private readonly RacePath _path;
    private readonly string _way, _marks, _curve;
    private readonly int[] _wayEnds, _markEnds, _curveEnds;
    private readonly (double X, double Y)[] _places;

    /// <summary>Prepares the drawing.</summary>
    /// <param name="path">The way.</param>
    /// <param name="number">Which optimiser, from 0.</param>
    /// <param name="surface">What it leads down.</param>
    /// <param name="scale">Where losses are in their picture.</param>
    public RaceLine(RacePath path, int number, RaceSurface surface, LossScale scale)
    {
        (_path, Number) = (path, number);
        int count = path.X.Count;
        (_wayEnds, _markEnds, _curveEnds) = (new int[count], new int[count], new int[count]);
        _places = new (double, double)[count];
        int every = Math.Max(1, surface.Steps / MostMarks);
        (StringBuilder way, StringBuilder marks, StringBuilder curve) = (new(), new(), new());
        for (int i = 0; i < count; i++)
        {
            (double x, double y) = _places[i] = PlaceOf(surface, path.X[i], path.Y[i]);
            char sign = i == 0 ? 'M' : 'L';
            way.Append(sign).Append(Numbers.Place(x)).Append(' ').Append(Numbers.Place(y));
            curve.Append(sign).Append(Numbers.Place((double)ChartWidth * i / surface.Steps)).Append(' ')
                .Append(Numbers.Place(scale.Of(path.Losses[i])));
            if (i > 0 && i % every == 0) marks.Append(RaceMarks.Of(number, x, y, 3));
            (_wayEnds[i], _markEnds[i], _curveEnds[i]) = (way.Length, marks.Length, curve.Length);
        }

        (_way, _marks, _curve) = (way.ToString(), marks.ToString(), curve.ToString());
    }

    /// <summary>Which optimiser, from 0.</summary>
    public int Number { get; }

    /// <summary>Its name in the settings.</summary>
    public string Optimizer => _path.Optimizer;

    /// <summary>Where a place of a surface is in its picture.</summary>
    public static (double X, double Y) PlaceOf(RaceSurface surface, double x, double y) => (
        Math.Clamp(Width * (x - surface.Across.Low) / (surface.Across.High - surface.Across.Low), -Far, Far),
        Math.Clamp(Height * (surface.Up.High - y) / (surface.Up.High - surface.Up.Low), -Far, Far));

    /// <summary>Whether there is no place after a step any more.</summary>
    public bool IsGone(int step) => step >= _places.Length;

    /// <summary>Where it is after a step.</summary>
    public (double X, double Y, double Loss) After(int step) =>
        (_path.X[Known(step)], _path.Y[Known(step)], _path.Losses[Known(step)]);

    /// <summary>Where that is in the picture.</summary>
    public (double X, double Y) Place(int step) => _places[Known(step)];

    /// <summary>The way up to a step.</summary>
    public string Way(int step) => _way[.._wayEnds[Known(step)]];

    /// <summary>The marks on it.</summary>
    public string Marks(int step) => _marks[.._markEnds[Known(step)]];

    /// <summary>The losses up to a step.</summary>
    public string Curve(int step) => _curve[.._curveEnds[Known(step)]];

    private int Known(int step) => Math.Min(step, _places.Length - 1);
}
