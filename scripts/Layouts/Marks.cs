using ChainRule.Drawing.Figures;
using ChainRule.Drawing.Scenes;

/// <summary>The marks of a figure, each kind in its order.</summary>
internal sealed class Marks(Figure figure)
{
    // Of a point where a value branches.
    private const double PointSize = 6;

    private readonly Queue<Mark.Node> _operations = new(figure.Marks.OfType<Mark.Node>());
    private readonly Queue<Mark.Branch> _branches = new(figure.Marks.OfType<Mark.Branch>());
    private readonly Queue<Mark.Text> _names = new(
        figure.Marks.OfType<Mark.Text>().Where(static text => text.Style == TextStyle.Name));
    private readonly Queue<Mark.Text> _labels = new(
        figure.Marks.OfType<Mark.Text>().Where(static text => text.Style is TextStyle.Value or TextStyle.Derivative));
    private readonly Queue<Mark.Arrow> _lines = new(
        figure.Marks.OfType<Mark.Arrow>().Where(static arrow => !arrow.IsBackward));

    /// <summary>What the next node fills.</summary>
    public Box Next(SceneNode node)
    {
        switch (node.Kind)
        {
            case SceneNodeKind.Operation:
                return Box.Of(_operations.Dequeue());
            case SceneNodeKind.Branch:
                Point centre = _branches.Dequeue().Centre;
                return new Box(centre.X, centre.Y, centre.X, centre.Y).Grown(PointSize / 2);
            default:
                return node.Caption.Length > 0 ? Box.Of(_names.Dequeue()) : default;
        }
    }

    /// <summary>What the next arrow's value and derivative fill together.</summary>
    public Box NextLabel()
    {
        Box box = Box.Of(_labels.Dequeue());
        while (_labels.TryPeek(out Mark.Text? text) && text.Style == TextStyle.Derivative)
            box = box.With(Box.Of(_labels.Dequeue()));
        return box;
    }

    /// <summary>The points of the next arrow forwards.</summary>
    public double[][] NextLine() => [.. _lines.Dequeue().Points.Select(static point => (double[])[point.X, point.Y])];
}
