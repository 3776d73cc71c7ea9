using ChainRule.Drawing.Layout;

namespace ChainRule.Drawing.Text;

/// <summary>
/// Gives the links that bend between two layers a column each (channel routing): where one comes from the left on a
/// line on which another leaves to the right, it must bend before that one.
/// </summary>
internal sealed class Bends
{
    /// <summary>The columns of a bend: one for each arrow, one that stays free.</summary>
    public const int Pitch = 3;

    private readonly Dictionary<Link, int> _tracks = [];

    /// <summary>Assigns the tracks, counted from 0.</summary>
    public Bends(List<Link> links)
    {
        List<Link> open = [.. links.Where(static link => link.Source.Row != link.Target.Row)];
        while (open.Count > 0)
        {
            Link? next = open.Find(link => !open.Exists(other => other != link && MustPrecede(other, link)));
            if (next is null)
            {
                Entangled = open[0].Target;
                return;
            }

            open.Remove(next);
            int track = 0;
            foreach ((Link placed, int taken) in _tracks)
            {
                if (MustPrecede(placed, next) || Meet(placed, next)) track = Math.Max(track, taken + 1);
            }

            _tracks.Add(next, track);
            Count = Math.Max(Count, track + 1);
        }
    }

    /// <summary>How many tracks there are.</summary>
    public int Count { get; }

    /// <summary>
    /// A slot in a circle of links each of which would have to bend before the next; null if there is none.
    /// </summary>
    public Slot? Entangled { get; }

    /// <summary>The track of a link; null if it does not bend.</summary>
    public int? TrackOf(Link link) => _tracks.TryGetValue(link, out int track) ? track : null;

    private static bool MustPrecede(Link first, Link second) =>
        Overlap(first.Source.Row, first.Source.Row + 1, second.Target.Row, second.Target.Row + 1);

    private static bool Meet(Link a, Link b) => Overlap(
        Math.Min(a.Source.Row, a.Target.Row), Math.Max(a.Source.Row, a.Target.Row) + 1,
        Math.Min(b.Source.Row, b.Target.Row), Math.Max(b.Source.Row, b.Target.Row) + 1);

    private static bool Overlap(int low, int high, int otherLow, int otherHigh) => low <= otherHigh && otherLow <= high;
}
