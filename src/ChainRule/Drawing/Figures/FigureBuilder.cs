using ChainRule.Drawing.Layout;
using ChainRule.Drawing.Scenes;
using ChainRule.Drawing.Unfolding;

namespace ChainRule.Drawing.Figures;

/// <summary>Makes the figure of a scene.</summary>
internal sealed class FigureBuilder
{
    private readonly LayeredLayout _layout;
    private readonly Lanes _lanes;
    private readonly Columns _columns;
    private readonly Moments _moments;
    private readonly Language _language;
    private readonly Dictionary<SceneNode, Box> _boxes = [];
    private readonly List<Mark> _frames = [], _arrows = [], _nodes = [], _texts = [];

    private FigureBuilder(Scene scene)
    {
        _language = scene.Language;
        _layout = LayeredLayout.Of(scene);
        _lanes = new(_layout);
        _columns = new(_layout, _lanes);
        _moments = new(scene);
    }

    /// <summary>Makes the figure.</summary>
    /// <param name="scene">What is drawn.</param>
    /// <param name="caption">The line below; null for none.</param>
    /// <param name="panels">Whether derivatives have a picture of their own below that of the values.</param>
    public static Figure Build(Scene scene, string? caption, bool panels = false)
    {
        var builder = new FigureBuilder(scene);
        for (int layer = 0; layer < builder._layout.Layers.Count; layer++)
        {
            foreach (LayerItem item in builder._layout.Layers[layer]) builder.Draw(item, layer);
        }

        (double width, double height) = builder.Frame(scene.Groups);
        Mark[] marks = [.. builder._frames, .. builder._arrows, .. builder._nodes, .. builder._texts];
        if (panels && Array.Exists(marks, Panels.IsOfDerivative))
            (marks, height) = (Panels.Of(marks, height), 2 * height);
        if (caption is not null)
        {
            width = Math.Max(width, Metrics.WidthOf(caption) + (2 * Metrics.Margin));
            height += Metrics.TextSize + Metrics.Margin;
            var place = new Point(width / 2, height - Metrics.Margin);
            if (caption.Length > 0) marks = [.. marks, new Mark.Text(caption, place, Align.Middle, TextStyle.Caption)];
        }

        return new(
            Math.Ceiling(width),
            Math.Ceiling(height),
            marks,
            caption ?? SceneWords.TitleOf(scene),
            SceneWords.Of(scene),
            scene.Language);
    }

    // All makes room for frames at the edge.
    private (double Width, double Height) Frame(IReadOnlyList<SceneGroup> groups)
    {
        (double width, double height) = (_columns.Width, _lanes.Height);
        _frames.AddRange(Frames.Of(groups, _boxes, [.. _arrows, .. _texts]));
        if (_frames.Count == 0) return (width, height);
        Box[] boxes =
            [.. _frames.Select(static mark => mark is Mark.Text text ? Box.Of(text) : ((Mark.Frame)mark).Place)];
        const double Edge = Metrics.Margin / 2;
        double lower = Math.Max(0, Edge - boxes.Min(static box => box.Top));
        foreach (List<Mark> marks in (List<Mark>[])[_frames, _arrows, _nodes, _texts])
        {
            for (int i = 0; i < marks.Count; i++) marks[i] = marks[i].Lower(lower);
        }

        return (
            Math.Max(width, boxes.Max(static box => box.Right) + Edge),
            lower + Math.Max(height, boxes.Max(static box => box.Bottom) + Edge));
    }

    private void Draw(LayerItem item, int layer)
    {
        var place = new Point(_columns.CentreOf(layer), _lanes.Of(item));
        (double left, double right) = _columns.EdgesOf(layer);
        const double Drop = Metrics.TextSize * Metrics.Drop;
        switch (item.Node?.Kind)
        {
            case SceneNodeKind.Operation:
                Operation(item, place);
                break;
            case SceneNodeKind.Branch:
                _nodes.Add(new Mark.Branch(place, SceneWords.Of(item.Node, _language))
                {
                    Moment = _moments.Of(item.Node),
                    IsFaded = item.Node.IsFaded,
                });
                break;
            case SceneNodeKind.Leaf:
                Write(
                    item.Node.Caption,
                    new(left - Metrics.LabelGap, place.Y + Drop),
                    Align.End,
                    TextStyle.Name,
                    item.Node.IsFaded);
                break;
            case SceneNodeKind.Result:
                Write(
                    item.Node.Caption,
                    new(right + Metrics.LabelGap, place.Y + Drop),
                    Align.Start,
                    TextStyle.Name,
                    item.Node.IsFaded,
                    _moments.OfValue(item.Node.Inputs[0]));
                break;
        }

        foreach (Slot slot in item.Slots)
        {
            if (slot.Out is { IsFirst: true } first) Draw(first, layer);
        }
    }

    private void Operation(LayerItem item, Point place)
    {
        SceneNode node = item.Node!;
        double width = Metrics.NodeWidth(node.Symbol);
        double corner = node.IsFolded ? Metrics.Corner : Metrics.Radius;
        _nodes.Add(new Mark.Node(
            place, width, 2 * Metrics.Radius, corner, node.Symbol, SceneWords.Of(node, _language))
        {
            Moment = _moments.Of(node),
            IsFaded = node.IsFaded,
            Unfolds = node.IsFolded ? node.OpName : Parts.Has(node.Node) ? node.Op.Name : null,
        });
        _boxes.Add(node, Box.Of((Mark.Node)_nodes[^1]));
        SceneNode[] constants = [.. item.Slots.Select(static slot => slot.Constant).OfType<SceneNode>()];
        for (int i = 0; i < constants.Length; i++)
        {
            // A short arrow from below, without one back: a constant has no derivative.
            double x = place.X + ((i - ((constants.Length - 1) / 2.0)) * Metrics.Radius);
            double bottom = place.Y + Metrics.Radius;
            bool isFaded = constants[i].IsFaded;
            _arrows.Add(new Mark.Arrow([new(x, bottom + Metrics.Stub), new(x, bottom)], IsBackward: false)
            {
                IsFaded = isFaded,
            });
            var below = new Point(x, bottom + Metrics.Stub + Metrics.TextSize);
            _boxes[node] = _boxes[node].With(new(x, bottom, x, below.Y));
            Write(constants[i].Value ?? "", below, Align.Middle, TextStyle.Constant, isFaded);
        }
    }

    // An edge from its source to its target, through all layers between.
    private void Draw(Link first, int layer)
    {
        double y = _lanes.Of(first.Source), exit = Exit(first.Source.Item, layer);
        var points = new List<Point>();
        if (first.Source.Item.IsBranch)
        {
            // Wider nodes of the same layer must not be crossed.
            (double stem, double right) = (_lanes.Of(first.Source.Item), _columns.EdgesOf(layer).Right);
            points.Add(new(exit, stem));
            if (right > exit + 1) points.Add(new(right, stem));
            if (Math.Abs(y - stem) > 0.5) points.Add(new(right + Metrics.Fan, y));
        }
        else
        {
            points.Add(new(exit, y));
        }

        Link link = first;
        for (int at = layer; ; at++)
        {
            LayerItem target = link.Target.Item;
            double next = _lanes.Of(target);
            if (Math.Abs(next - y) > 0.5) points.Add(new(_columns.BendAfter(at), y));
            if (target.Node is not null)
            {
                Enter(target, at + 1, points);
                break;
            }

            if (Math.Abs(next - y) > 0.5) points.Add(new(_columns.EdgesOf(at + 1).Left, next));
            y = next;
            link = link.Target.Out!;
        }

        SceneEdge edge = first.Edge;
        _arrows.Add(new Mark.Arrow([.. points], IsBackward: false)
        {
            Moment = _moments.OfValue(edge),
            IsFaded = edge.IsFaded,
        });
        double lane = _lanes.Of(first.Source), x = _columns.LabelAfter(layer);
        if (edge.Label is not null)
        {
            Write(
                edge.Label,
                new(x, lane - Metrics.LabelGap),
                Align.Middle,
                TextStyle.Value,
                edge.IsFaded,
                _moments.OfValue(edge));
        }

        if (Typesetting.DerivativeOf(edge) is not { } derivative) return;
        Point[] back = Parallel.Of(points, Metrics.PairGap);
        Array.Reverse(back);
        Moment moment = _moments.OfDerivative(edge);
        _arrows.Add(new Mark.Arrow(back, IsBackward: true) { Moment = moment, IsFaded = edge.IsFaded });
        double line = lane + Metrics.PairGap + Metrics.LabelGap + derivative.Above;
        _texts.AddRange(derivative.At(new(x - (derivative.Width / 2), line), TextStyle.Derivative)
            .Select(mark => mark with { Moment = moment, IsFaded = edge.IsFaded }));
    }

    private double Exit(LayerItem item, int layer) => item.IsOperation
        ? _columns.CentreOf(layer) + (Metrics.NodeWidth(item.Node!.Symbol) / 2)
        : item.IsBranch ? _columns.CentreOf(layer)
        : _columns.EdgesOf(layer).Right;

    // To where a line towards the middle of a node meets it.
    private void Enter(LayerItem target, int layer, List<Point> points)
    {
        (double y, double left) = (_lanes.Of(target), _columns.EdgesOf(layer).Left);
        if (!target.IsOperation)
        {
            points.Add(new(target.IsBranch ? _columns.CentreOf(layer) : left, y));
            return;
        }

        double half = Metrics.NodeWidth(target.Node!.Symbol) / 2;
        var end = new Point(_columns.CentreOf(layer) - half + Metrics.Radius, y);
        // Nodes above or below must not be crossed.
        double aside = points[^1].Y - y;
        if (Math.Abs(aside) > Metrics.Radius) points.Add(new(left, y + (Math.Sign(aside) * Metrics.Radius * 0.6)));
        points.Add(end - (Metrics.Radius * (end - points[^1]).Unit()));
    }

    private void Write(
        string words, Point place, Align align, TextStyle style, bool isFaded = false, Moment? moment = null)
    {
        if (words.Length > 0)
            _texts.Add(new Mark.Text(words, place, align, style) { Moment = moment, IsFaded = isFaded });
    }
}
