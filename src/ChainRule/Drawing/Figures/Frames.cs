using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Figures;

/// <summary>
/// Frames with a title around the parts of unfolded groups. A group whose frame would go around other nodes too, or
/// through a text, has none: the layout stays as it is.
/// </summary>
internal sealed class Frames
{
    private const double Padding = 8, Corner = 12, TitleGap = 4;

    private readonly IReadOnlyDictionary<SceneNode, Box> _nodes;
    private readonly Mark.Text[] _texts;
    private readonly Mark.Arrow[] _arrows;
    private readonly List<(SceneGroup Group, Box Frame)> _frames = [];
    private readonly List<Mark> _marks = [];

    private Frames(IReadOnlyDictionary<SceneNode, Box> nodes, IReadOnlyList<Mark> marks) =>
        (_nodes, _texts, _arrows) = (nodes, [.. marks.OfType<Mark.Text>()], [.. marks.OfType<Mark.Arrow>()]);

    /// <summary>The frames and their titles.</summary>
    /// <param name="groups">The groups, inner ones first.</param>
    /// <param name="nodes">Where operations are, with their constants.</param>
    /// <param name="marks">All that is drawn.</param>
    public static IReadOnlyList<Mark> Of(
        IReadOnlyList<SceneGroup> groups, IReadOnlyDictionary<SceneNode, Box> nodes, IReadOnlyList<Mark> marks)
    {
        var frames = new Frames(nodes, marks);
        foreach (SceneGroup group in groups) frames.Add(group);
        return frames._marks;
    }

    private void Add(SceneGroup group)
    {
        Box frame = _nodes[group.Members[0]];
        foreach (SceneNode member in group.Members) frame = frame.With(_nodes[member]);
        foreach ((SceneGroup inner, Box box) in _frames)
        {
            if (group.Members.Contains(inner.Members[0])) frame = frame.With(box);
        }

        frame = AroundTexts(frame.Grown(Padding));
        bool isForeign = _nodes.Any(pair => pair.Value.Overlaps(frame) && !group.Members.Contains(pair.Key))
            || Texts().Any(text => Box.Of(text) is var box && box.Overlaps(frame)
                && (text.Style == TextStyle.Name || !frame.Contains(box)))
            || _frames.Exists(other => other.Frame.Overlaps(frame) && !frame.Contains(other.Frame));
        if (isForeign || Title(group.Title, frame) is not { } title) return;
        _frames.Add((group, frame.With(Box.Of(title))));
        _marks.Add(new Mark.Frame(frame, Corner, group.Title));
        _marks.Add(title);
    }

    // Labels between the members belong to them.
    private Box AroundTexts(Box frame)
    {
        for (bool isGrowing = true; isGrowing;)
        {
            isGrowing = false;
            foreach (Mark.Text text in Texts())
            {
                Box box = Box.Of(text);
                bool isBetween = box.Left >= frame.Left && box.Right <= frame.Right;
                if (!isBetween || !box.Overlaps(frame) || frame.Contains(box)) continue;
                frame = frame.With(box.Grown(TitleGap));
                isGrowing = true;
            }
        }

        return frame;
    }

    // At a corner where nothing else is.
    private Mark.Text? Title(string words, Box frame)
    {
        double above = frame.Top - TitleGap;
        double below = frame.Bottom + TitleGap + (Metrics.Ascent * Metrics.TextSize);
        foreach (double y in (ReadOnlySpan<double>)[above, below])
        {
            foreach (Align align in (ReadOnlySpan<Align>)[Align.Start, Align.End])
            {
                double x = align == Align.Start ? frame.Left + TitleGap : frame.Right - TitleGap;
                var title = new Mark.Text(words, new(x, y), align, TextStyle.Group);
                Box box = Box.Of(title);
                bool isFree = !_nodes.Values.Any(box.Overlaps)
                    && !Texts().Any(text => Box.Of(text).Overlaps(box))
                    && !_frames.Exists(other => other.Frame.Overlaps(box))
                    && !Array.Exists(_arrows, box.IsCrossedBy);
                if (isFree) return title;
            }
        }

        return null;
    }

    private IEnumerable<Mark.Text> Texts() => _texts.Concat(_marks.OfType<Mark.Text>());
}
