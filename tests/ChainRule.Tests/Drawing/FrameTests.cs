using System.Xml.Linq;
using ChainRule.Drawing.Figures;
using ChainRule.Drawing.Scenes;
using CsCheck;

namespace ChainRule.Tests.Drawing;

public sealed class FrameTests
{
    private static readonly string[] Functions = ["neg", "reciprocal", "relu", "sigmoid", "square", "tan", "tanh"];

    [Fact]
    public void The_parts_of_a_function_have_a_frame_with_its_name()
    {
        Figure figure = Draw("y = 2 * sigmoid(x + 1)", "sigmoid");
        Mark.Frame frame = Assert.Single(figure.Marks.OfType<Mark.Frame>());
        Assert.Equal("sigmoid", frame.Title);
        Assert.Contains(figure.Marks, static mark => mark is Mark.Text { Words: "sigmoid", Style: TextStyle.Group });
        string[] inside = [.. figure.Marks.OfType<Mark.Node>().Where(node => frame.Place.Contains(Box.Of(node)))
            .Select(static node => node.Symbol)];
        Assert.Equal(["×", "exp", "+", "1/x"], inside);
        Assert.Empty(Draw("y = 2 * sigmoid(x + 1)").Marks.OfType<Mark.Frame>());
    }

    [Fact]
    public void Each_use_of_a_function_has_its_own_frame() =>
        Assert.Equal(2, Draw("y = sigmoid(sigmoid(x))", "sigmoid").Marks.OfType<Mark.Frame>().Count());

    [Fact]
    public void The_frame_is_part_of_the_picture()
    {
        string svg = GraphSvg.Draw(Built("y = sigmoid(x)"), null, new() { Unfold = ["sigmoid"] });
        XElement frame = Assert.Single(
            XDocument.Parse(svg).Root!.Elements(), static part => (string?)part.Attribute("class") == "group");
        Assert.Equal("none", frame.Attribute("fill")!.Value);
    }

    [Fact]
    public void Every_group_has_its_own_in_the_languages_of_other_tools()
    {
        Tensor x = Tensor.From<double>([1, 2, 3], [3], "x"), t = Tensor.From<double>([0, 0, 1], [3], "t");
        Tensor y = ChainRule.Expression.Parse("crossentropy(softmax(sigmoid(x)), t)").Build(
            new Dictionary<string, Tensor> { ["x"] = x, ["t"] = t });
        var view = new GraphViewOptions { Unfold = ["all", "sigmoid"] };
        string dot = GraphExport.Dot(y, [], view), mermaid = GraphExport.Mermaid(y, [], view);
        foreach (string title in (string[])["sigmoid", "softmax", "crossentropy"])
        {
            Assert.Contains($"label=\"{title}\";", dot, StringComparison.Ordinal);
            Assert.Matches($@"subgraph g\d \[""{title}""\]", mermaid);
        }

        Assert.Equal(3, mermaid.Split('\n').Count(static line => line.Trim() == "end"));
    }

    [Fact]
    public void Frames_go_around_nodes_and_texts_and_never_through_them() => Expression.Any.Sample(
        static expression =>
        {
            var view = new GraphViewOptions { Unfold = Functions };
            Scene scene = SceneBuilder.Build(expression.Result.Node, null, view);
            Figure figure = FigureBuilder.Build(scene, null);
            Box[] boxes =
            [
                .. figure.Marks.OfType<Mark.Node>().Select(Box.Of), .. figure.Marks.OfType<Mark.Text>().Select(Box.Of),
            ];
            Box[] titles = [.. figure.Marks.OfType<Mark.Text>().Where(static text => text.Style == TextStyle.Group)
                .Select(Box.Of)];
            Assert.All(titles, title => Assert.Single(boxes, box => box.Overlaps(title)));
            foreach (Mark.Frame frame in figure.Marks.OfType<Mark.Frame>())
            {
                Assert.True(new Box(0, 0, figure.Width, figure.Height).Contains(frame.Place));
                Assert.All(boxes, box => Assert.True(!box.Overlaps(frame.Place) || frame.Place.Contains(box)));
                int inside = figure.Marks.OfType<Mark.Node>().Count(node => frame.Place.Contains(Box.Of(node)));
                Assert.Contains(scene.Groups, group => group.Title == frame.Title && group.Members.Count <= inside);
            }
        },
        iter: 200);

    private static Figure Draw(string formula, params string[] unfold) => FigureBuilder.Build(
        SceneBuilder.Build(Built(formula).Node, null, new GraphViewOptions { Unfold = unfold }), null);

    private static Tensor Built(string formula) => ChainRule.Expression.Parse(formula).Build(
        new Dictionary<string, Tensor> { ["x"] = Tensor.Scalar(1.0, "x") });
}
