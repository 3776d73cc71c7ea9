using ChainRule.Drawing.Scenes;
using ChainRule.Drawing.Text;
using CsCheck;

namespace ChainRule.Tests.Drawing;

/// <summary>What holds for the drawing of any expression.</summary>
public sealed class GraphTextLawTests
{
    private static readonly string[] Names = ["x", "apple", "苹果", "n_3"];

    // Each pair of numbers applies one of the ops to what was made before, mostly to what was made last.
    private static readonly Gen<Expression> Expressions =
        Gen.Select(Gen.Double[-4, 4].Array[4], Gen.Select(Gen.Int[0, 6], Gen.Int[0, 5], Gen.Int[0, 5]).Array[0, 14],
        static (values, steps) =>
        {
            Tensor[] leaves = [.. values.Zip(Names, static (value, name) => Tensor.Scalar(value, name))];
            var made = new List<Tensor>(leaves);
            foreach ((int op, int a, int b) in steps)
            {
                Tensor x = made[Math.Max(0, made.Count - 1 - a)], y = made[Math.Max(0, made.Count - 1 - b)];
                made.Add(op switch
                {
                    0 => x + y,
                    1 => x * y,
                    2 => x - y,
                    3 => Tensor.Sin(x),
                    4 => x.Square(),
                    5 => 1 + x,
                    _ => Tensor.Select(x > y, x, y * 3),
                });
            }

            return new Expression(made[^1]);
        });

    private static readonly Gen<GraphTextOptions> Options =
        Gen.Select(Gen.Bool, Gen.Int[40, 160], static (ascii, width) => new GraphTextOptions { Ascii = ascii, MaxWidth = width });

    [Fact]
    public void No_line_is_wider_than_asked_for() => Gen.Select(Expressions, Options).Sample(static (expression, options) =>
        Assert.All(GraphText.Draw(expression.Result, null, options).Split('\n'), line => Assert.True(TextWidth.Of(line) <= options.MaxWidth, line)));

    [Fact]
    public void Every_value_derivative_and_name_is_found_intact() => Gen.Select(Expressions, Gen.Bool).Sample(static (expression, ascii) =>
    {
        // So wide that nothing has to be listed.
        string text = GraphText.Draw(expression.Result, null, new GraphTextOptions { Ascii = ascii, MaxWidth = 10_000 });
        Scene scene = SceneBuilder.Build(expression.Result.Node, null);
        string[] edges = [.. scene.Nodes.Where(static node => node.Kind != SceneNodeKind.Constant)
            .SelectMany(static node => node.Inputs)
            .Where(static edge => edge.Source.Kind != SceneNodeKind.Constant)
            .SelectMany(static edge => new[] { edge.Label, edge.Derivative }).OfType<string>()];
        foreach (IGrouping<string, string> label in edges.GroupBy(static label => label))
            Assert.True(Count(text, $" {label.Key} ") >= label.Count(), $"{label.Key} is not there {label.Count()} times:\n{text}");
        foreach (SceneNode leaf in scene.Nodes.Where(static node => node.Kind == SceneNodeKind.Leaf))
            Assert.Contains(text.Split('\n'), line => line.StartsWith($"{leaf.Name} ", StringComparison.Ordinal));
    });

    [Fact]
    public void Every_edge_has_its_arrows() => Expressions.Sample(static expression =>
    {
        string text = GraphText.Draw(expression.Result, null, new GraphTextOptions { MaxWidth = 10_000 });
        SceneNode[] nodes = [.. SceneBuilder.Build(expression.Result.Node, null).Nodes];
        Assert.Equal(nodes.Where(static node => node.Kind != SceneNodeKind.Branch).Sum(static node => node.Inputs.Count), Count(text, "▶"));
        Assert.Equal(nodes.SelectMany(static node => node.Inputs).Count(static edge => edge.Derivative is not null), Count(text, "◀"));
    });

    [Fact]
    public void The_derivatives_are_those_of_Gradient() => Expressions.Sample(static expression =>
    {
        Scene scene = SceneBuilder.Build(expression.Result.Node, null);
        foreach (SceneNode leaf in scene.Nodes.Where(static node => node.Kind == SceneNodeKind.Leaf && node.Derivative is not null))
            Assert.Equal(ValueText.OfNumber(Gradient.Of(expression.Result, new Tensor(leaf.Node)).Item()), leaf.Derivative);
    });

    private static int Count(string text, string part)
    {
        int count = 0;
        for (int at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal)) count++;
        return count;
    }

    // A tensor is written by its value; this one is written by its graph when a law fails.
    private sealed record Expression(Tensor Result)
    {
        public override string ToString() => "\n" + GraphText.Draw(Result, [], new GraphTextOptions { MaxNodes = 0 });
    }
}
