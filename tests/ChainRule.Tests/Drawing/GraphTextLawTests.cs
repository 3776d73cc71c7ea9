using ChainRule.Drawing.Scenes;
using ChainRule.Drawing.Text;
using ChainRule.Formulas;
using CsCheck;

namespace ChainRule.Tests.Drawing;

/// <summary>What holds for the drawing of any expression.</summary>
public sealed class GraphTextLawTests
{
    private static readonly Gen<GraphTextOptions> Options =
        Gen.Select(Gen.Bool, Gen.Int[40, 160], static (ascii, width) =>
            new GraphTextOptions { Ascii = ascii, MaxWidth = width });

    [Fact]
    public void No_line_is_wider_than_asked_for() =>
        Gen.Select(Expression.Any, Options).Sample(static (expression, options) => Assert.All(
            GraphText.Draw(expression.Result, null, options).Split('\n'),
            line => Assert.True(TextWidth.Of(line) <= options.MaxWidth, line)));

    [Fact]
    public void Every_value_derivative_and_name_is_found_intact() =>
        Gen.Select(Expression.Any, Gen.Bool).Sample(static (expression, ascii) =>
        {
            // So wide that nothing has to be listed.
            var options = new GraphTextOptions { Ascii = ascii, MaxWidth = 10_000 };
            string text = GraphText.Draw(expression.Result, null, options);
            Scene scene = SceneBuilder.Build(expression.Result.Node, null);
            string[] edges = [.. scene.Nodes.Where(static node => node.Kind != SceneNodeKind.Constant)
                .SelectMany(static node => node.Inputs)
                .Where(static edge => edge.Source.Kind != SceneNodeKind.Constant)
                .SelectMany(static edge => new[] { edge.Label, edge.Derivative }).OfType<string>()];
            foreach (IGrouping<string, string> label in edges.GroupBy(static label => label))
            {
                Assert.True(
                    Count(text, $" {label.Key} ") >= label.Count(),
                    $"{label.Key} is not there {label.Count()} times:\n{text}");
            }

            foreach (SceneNode leaf in scene.Nodes.Where(static node => node.Kind == SceneNodeKind.Leaf))
                Assert.Contains(text.Split('\n'), line => line.StartsWith($"{leaf.Name} ", StringComparison.Ordinal));
        });

    [Fact]
    public void Every_edge_has_its_arrows() => Expression.Any.Sample(static expression =>
    {
        string text = GraphText.Draw(expression.Result, null, new GraphTextOptions { MaxWidth = 10_000 });
        SceneNode[] nodes = [.. SceneBuilder.Build(expression.Result.Node, null).Nodes];
        Assert.Equal(
            nodes.Where(static node => node.Kind != SceneNodeKind.Branch).Sum(static node => node.Inputs.Count),
            Count(text, "▶"));
        Assert.Equal(
            nodes.SelectMany(static node => node.Inputs).Count(static edge => edge.Derivative is not null),
            Count(text, "◀"));
    });

    [Fact]
    public void The_derivatives_are_those_of_Gradient() => Expression.Any.Sample(static expression =>
    {
        Scene scene = SceneBuilder.Build(expression.Result.Node, null);
        foreach (SceneNode leaf in scene.Nodes)
        {
            if (leaf.Kind != SceneNodeKind.Leaf || leaf.Derivative is null) continue;
            Tensor derivative = Gradient.Of(expression.Result, new Tensor(leaf.Node));
            Assert.Equal(ValueText.OfNumber(derivative.Item()), leaf.Derivative);
        }
    });

    private static int Count(string text, string part)
    {
        int count = 0;
        int at = -1;
        while ((at = text.IndexOf(part, at + 1, StringComparison.Ordinal)) >= 0) count++;
        return count;
    }
}
