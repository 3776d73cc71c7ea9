using System.Globalization;
using System.Xml.Linq;
using ChainRule.Drawing.Figures;
using ChainRule.Drawing.Scenes;
using CsCheck;

namespace ChainRule.Tests.Drawing;

public sealed class GraphSvgTests
{
    // The lines of arrows are this far apart from what must not touch them.
    private const double Touching = 0.5;

    [Fact]
    public void The_apples_are_drawn_as_in_the_textbook()
    {
        Tensor apple = Tensor.Scalar(100.0, "apple"), count = Tensor.Scalar(2.0, "apples");
        Tensor tax = Tensor.Scalar(1.1, "tax");
        Approved.Verify(GraphSvg.Draw(
            (apple * count * tax).Named("total"), options: new GraphSvgOptions { Caption = "Two apples & 10% tax" }));
    }

    [Fact]
    public void A_picture_is_well_formed_whatever_names_contain()
    {
        Tensor x = Tensor.Scalar(1.0, "<script>\"&'\u0001\ud800苹果");
        foreach (bool dark in (bool[])[false, true])
        {
            string svg = GraphSvg.Draw(
                x.Sin() + 1, options: new GraphSvgOptions { Caption = "a < b && c", Dark = dark });
            var document = XDocument.Parse(svg);
            XNamespace ns = "http://www.w3.org/2000/svg";
            Assert.Equal(ns + "svg", document.Root!.Name);
            Assert.Empty(document.Descendants(ns + "script"));
            Assert.Contains(
                document.Descendants(ns + "text"),
                static text => text.Value.Contains("苹果", StringComparison.Ordinal));
            Assert.Equal("a < b && c", document.Descendants(ns + "title").First().Value);
        }
    }

    [Fact]
    public void Marked_parts_belong_to_the_steps_that_make_them() => Expression.Any.Sample(
        static expression =>
        {
            IReadOnlyList<GraphStep> steps = GraphSteps.Of(expression.Result, view: new());
            XElement svg = XDocument.Parse(
                GraphSvg.Draw(expression.Result, options: new GraphSvgOptions { MarkSteps = true })).Root!;
            var active = svg.Elements()
                .Where(static part => part.Attribute("data-active") is not null)
                .SelectMany(static part => part.Attribute("data-active")!.Value
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(step => (Step: int.Parse(step, CultureInfo.InvariantCulture), Part: part)))
                .ToLookup(static pair => pair.Step, static pair => pair.Part);
            Assert.Equal(Enumerable.Range(1, steps.Count), active.Select(static parts => parts.Key).Order());
            for (int i = 0; i < steps.Count; i++)
            {
                string shown = steps[i] switch
                {
                    GraphStep.Forward forward => forward.Output.Text!,
                    GraphStep.Backward backward => backward.Contribution.Text!,
                    GraphStep.Sum sum => sum.Total.Text!,
                    _ => "1",
                };
                string kind = steps[i].IsBackward ? "derivative" : "value";
                Assert.Contains(active[i + 1], part => part.Value.Trim().EndsWith(shown, StringComparison.Ordinal)
                    && part.Attribute("class")!.Value == $"{kind} label"
                    && part.Attribute("data-step")!.Value == $"{i + 1}");
            }
        },
        iter: 200);

    [Fact]
    public void Tensors_show_their_shapes()
    {
        Tensor x = Tensor.Zeros([3, 2]).Named("X"), w = Tensor.Zeros([2, 4]).Named("W");
        string svg = GraphSvg.Draw(x.Dot(w).Sum(), [x, w]);
        Assert.Contains(">(3, 2)<", svg, StringComparison.Ordinal);
        Assert.Contains(">(2, 4)<", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_alone_are_drawn_too()
    {
        foreach (string formula in (string[])["1", "1 + 2", "sin(1) * 2", "x = 3; x", "[1, 2] * 3"])
        {
            Tensor result = ChainRule.Expression.Parse(formula).Build(new Dictionary<string, Tensor>());
            Assert.StartsWith("<svg ", GraphSvg.Draw(result), StringComparison.Ordinal);
            Assert.NotEmpty(GraphText.Draw(result));
            Assert.NotEmpty(GraphExport.Tikz(result));
        }
    }

    [Fact]
    public void The_same_graph_is_the_same_picture() => Expression.Any.Sample(
        static expression => GraphSvg.Draw(expression.Result) == GraphSvg.Draw(expression.Result), iter: 50);

    [Theory]
    [InlineData(DerivativeLabels.Values)]
    [InlineData(DerivativeLabels.ChainRule)]
    [InlineData(DerivativeLabels.Local)]
    [InlineData(DerivativeLabels.Simplified)]
    public void Nodes_and_labels_keep_apart_and_inside(DerivativeLabels labels) => Expression.Any.Sample(
        expression =>
        {
            var view = new GraphViewOptions { Labels = labels };
            Figure figure = FigureBuilder.Build(SceneBuilder.Build(expression.Result.Node, null, view), "caption");
            Box[] boxes = [.. figure.Marks.Select(BoxOf).OfType<Box>()];
            foreach (Box box in boxes)
            {
                Assert.InRange(box.Left, 0, figure.Width - box.Width);
                Assert.InRange(box.Top, 0, figure.Height - box.Height);
            }

            for (int i = 0; i < boxes.Length; i++)
            {
                for (int j = 0; j < i; j++)
                    Assert.False(boxes[i].Overlaps(boxes[j]), $"{boxes[i].Mark} and {boxes[j].Mark}");
            }
        },
        iter: 300);

    [Fact]
    public void Arrows_end_at_nodes_and_cross_none() => Expression.Any.Sample(
        static expression =>
        {
            Figure figure = FigureBuilder.Build(SceneBuilder.Build(expression.Result.Node, null), null);
            Mark.Node[] nodes = [.. figure.Marks.OfType<Mark.Node>()];
            foreach (Mark.Arrow arrow in figure.Marks.OfType<Mark.Arrow>())
            {
                for (int i = 0; i + 1 < arrow.Points.Length; i++)
                {
                    Mark.Node? crossed = Array.Find(nodes, node => Crosses(arrow.Points[i], arrow.Points[i + 1], node));
                    string line = $"{arrow.Points[i]} to {arrow.Points[i + 1]} of {string.Join(" ", arrow.Points)}";
                    Assert.True(crossed is null, $"{line} crosses {crossed}.");
                }
            }
        },
        iter: 300);

    // Whether a line goes through the inside of a node, deeper than where arrows begin and end.
    private static bool Crosses(Point from, Point to, Mark.Node node)
    {
        const int Steps = 50;
        double radius = node.Height / 2, half = (node.Width / 2) - radius;
        for (int i = 0; i <= Steps; i++)
        {
            Point at = from + ((double)i / Steps * (to - from));
            double beyond = Math.Max(0, Math.Abs(at.X - node.Centre.X) - half);
            if (new Point(beyond, at.Y - node.Centre.Y).Length < radius - Metrics.PairGap - Touching) return true;
        }

        return false;
    }

    private static Box? BoxOf(Mark mark) => mark switch
    {
        Mark.Node node => new(
            mark, node.Centre.X - (node.Width / 2), node.Centre.Y - (node.Height / 2), node.Width, node.Height),
        Mark.Text text when Metrics.WidthOf(text.Words) is var width => new(
            mark,
            text.Place.X - (text.Align switch { Align.Start => 0, Align.Middle => width / 2, _ => width }),
            text.Place.Y - (Metrics.TextSize * 0.75),
            width,
            Metrics.TextSize * 0.8),
        _ => null,
    };

    private sealed record Box(Mark Mark, double Left, double Top, double Width, double Height)
    {
        public bool Overlaps(Box other) =>
            Left + Width > other.Left + Touching && other.Left + other.Width > Left + Touching
            && Top + Height > other.Top + Touching && other.Top + other.Height > Top + Touching;
    }
}
