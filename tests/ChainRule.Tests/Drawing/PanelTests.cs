using ChainRule.Drawing.Figures;
using ChainRule.Drawing.Scenes;
using CsCheck;

namespace ChainRule.Tests.Drawing;

public sealed class PanelTests
{
    [Fact]
    public void Values_are_above_and_derivatives_below() => Expression.Any.Sample(
        static expression =>
        {
            Scene scene = SceneBuilder.Build(expression.Result.Node, null);
            Figure whole = FigureBuilder.Build(scene, null), split = FigureBuilder.Build(scene, null, panels: true);
            if (!whole.Marks.Any(Panels.IsOfDerivative))
            {
                Assert.Equal(whole.Marks, split.Marks);
                return;
            }

            Assert.Equal((whole.Width, true), (split.Width, split.Height >= (2 * whole.Height) - 2));
            double middle = split.Height / 2;
            foreach (Mark mark in split.Marks)
            {
                if (mark is Mark.Arrow arrow) Assert.Equal(!arrow.IsBackward, arrow.Points[0].Y < middle);
                if (mark is Mark.Text { Style: TextStyle.Value or TextStyle.Derivative } text)
                    Assert.Equal(text.Style == TextStyle.Value, text.Place.Y < middle);
            }

            // Each node is in both.
            Assert.Equal(2 * whole.Marks.OfType<Mark.Node>().Count(), split.Marks.OfType<Mark.Node>().Count());
        },
        iter: 100);

    [Fact]
    public void The_caption_is_below_both()
    {
        Tensor z = (Tensor.Scalar(3.0, "x") * Tensor.Scalar(4.0, "y")).Named("z");
        Figure figure = FigureBuilder.Build(SceneBuilder.Build(z.Node, null), "both", panels: true);
        Mark.Text caption = Assert.Single(
            figure.Marks.OfType<Mark.Text>(), static text => text.Style == TextStyle.Caption);
        Assert.Equal(figure.Marks.OfType<Mark.Text>().Max(static text => text.Place.Y), caption.Place.Y);
    }
}
