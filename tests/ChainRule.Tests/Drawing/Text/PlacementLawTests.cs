using ChainRule.Drawing.Layout;
using ChainRule.Drawing.Scenes;
using ChainRule.Drawing.Text;
using CsCheck;

namespace ChainRule.Tests.Drawing.Text;

/// <summary>What the placement of rows and columns promises to the one who draws.</summary>
public sealed class PlacementLawTests
{
    [Fact]
    public void Edges_cross_but_never_run_over_each_other() => Expression.Any.Sample(static expression =>
    {
        LayeredLayout layout = Placed(expression);
        var columns = new ColumnPlacement(layout, Charset.Unicode, 1);
        var taken = new HashSet<(int Row, int Column, bool Across)>();
        for (int i = 1; i < layout.Layers.Count; i++)
        {
            int from = columns.Left(i - 1) + columns.WidthOf(i - 1), to = columns.Left(i) - 1;
            foreach (Link link in LayeredLayout.LinksAfter(layout.Layers[i - 1]))
            {
                int a = link.Source.Row, b = link.Target.Row, forward = b > a ? 1 : 0;
                int? bend = columns.Bend(i, link);
                Assert.Equal(a != b, bend is not null);
                Take(a, b, bend + forward);
                if (link.Edge.Derivative is not null) Take(a + 1, b + 1, bend + 1 - forward);
            }

            // A corner belongs to its line alone.
            void Take(int a, int b, int? bend)
            {
                for (int column = from; column <= to; column++)
                {
                    if (column <= (bend ?? to)) Assert.True(taken.Add((a, column, true)), $"{a}, {column}");
                    if (bend <= column && a != b) Assert.True(taken.Add((b, column, true)), $"{b}, {column}");
                }

                for (int row = Math.Min(a, b); bend is not null && row <= Math.Max(a, b); row++)
                    Assert.True(taken.Add((row, bend.Value, false)), $"{row}, {bend}");
            }
        }
    });

    [Fact]
    public void Items_of_a_layer_do_not_overlap() => Expression.Any.Sample(static expression =>
    {
        foreach (List<LayerItem> layer in Placed(expression).Layers)
        {
            int free = 0;
            foreach (LayerItem item in layer)
            {
                int border = item.IsOperation ? 1 : 0;
                Assert.True(item.Slots[0].Row - border >= free);
                foreach ((Slot above, Slot slot) in item.Slots.Zip(item.Slots.Skip(1)))
                    Assert.True(slot.Row >= above.Row + above.Height);
                free = item.Slots[^1].Row + item.Slots[^1].Height + border;
            }
        }
    });

    private static LayeredLayout Placed(Expression expression)
    {
        LayeredLayout layout = LayeredLayout.Of(SceneBuilder.Build(expression.Result.Node, null));
        Assert.True(RowPlacement.TryPlace(layout));
        return layout;
    }
}
