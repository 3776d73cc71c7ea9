using ChainRule.Drawing.Layout;
using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Text;

/// <summary>Writes a placed layout: lines first, then boxes and words over them.</summary>
internal sealed class Picture
{
    private readonly LayeredLayout _layout;
    private readonly ColumnPlacement _columns;
    private readonly Charset _charset;
    private readonly Canvas _canvas;

    private Picture(LayeredLayout layout, ColumnPlacement columns, Charset charset)
    {
        (_layout, _columns, _charset) = (layout, columns, charset);
        int height = layout.Layers.SelectMany(static layer => layer)
            .Max(static item => item.Slots[^1].Row + item.Slots[^1].Height + (item.IsOperation ? 1 : 0));
        _canvas = new Canvas(columns.Width, height, charset);
    }

    /// <summary>The picture as lines of text.</summary>
    public static string Write(LayeredLayout layout, ColumnPlacement columns, Charset charset)
    {
        var picture = new Picture(layout, columns, charset);
        for (int i = 1; i < layout.Layers.Count; i++)
        {
            foreach (Link link in LayeredLayout.LinksAfter(layout.Layers[i - 1])) picture.DrawLink(link, i);
        }

        for (int i = 0; i < layout.Layers.Count; i++)
        {
            foreach (LayerItem item in layout.Layers[i]) picture.DrawItem(item, i);
        }

        return picture._canvas.ToString();
    }

    /// <summary>The word at the place of a leaf or of the result.</summary>
    public static string NameOf(SceneNode node) => node.Kind switch
    {
        // A leaf has its name there already.
        SceneNodeKind.Result when node.Inputs[0].Source.Kind == SceneNodeKind.Leaf => "",
        SceneNodeKind.Leaf when node.Name is null && node.Op is Graphs.Data => "",
        _ => node.Caption,
    };

    private void DrawLink(Link link, int layer)
    {
        SceneEdge edge = link.Edge;
        int from = End(link.Source.Item, layer - 1), to = _columns.Left(layer) - 1;
        bool back = edge.Derivative is not null;
        bool down = link.Target.Row > link.Source.Row;
        int? bend = _columns.Bend(layer, link);
        DrawLine(from, to, link.Source.Row, link.Target.Row, down ? bend + 1 : bend);
        if (back) DrawLine(from, to, link.Source.Row + 1, link.Target.Row + 1, down ? bend : bend + 1);
        if (link.IsFirst && back) _canvas.Write(link.Source.Row + 1, from, _charset.Left);
        if (!link.IsLast) return;
        if (!link.Target.Item.IsBranch) _canvas.Write(link.Target.Row, to, _charset.Right);
        WriteLabel(edge.Label, link.Target.Row, layer);
        WriteLabel(edge.Derivative, link.Target.Row + 1, layer);
    }

    /// <summary>The first column behind an item.</summary>
    private int End(LayerItem item, int layer) => item switch
    {
        { Node: null } => _columns.Left(layer),
        { IsBranch: true } => _columns.Left(layer) + 1,
        _ => _columns.Left(layer) + _columns.WidthOf(layer),
    };

    private void DrawLine(int from, int to, int fromRow, int toRow, int? bend)
    {
        if (bend is not { } column)
        {
            _canvas.Horizontal(fromRow, from, to);
            return;
        }

        _canvas.Horizontal(fromRow, from, column - 1);
        _canvas.Join(fromRow, column, Directions.Left);
        _canvas.Vertical(column, fromRow, toRow);
        _canvas.Join(toRow, column, Directions.Right);
        _canvas.Horizontal(toRow, column + 1, to);
    }

    private void WriteLabel(string? label, int row, int layer)
    {
        if (label is null) return;
        string text = $" {_charset.Text(label)} ";
        int room = _columns.Left(layer) - _columns.Labels(layer);
        _canvas.Write(row, _columns.Labels(layer) + ((room - TextWidth.Of(text)) / 2), text);
    }

    private void DrawItem(LayerItem item, int layer)
    {
        int column = _columns.Left(layer);
        switch (item.Node?.Kind)
        {
            case null:
                break;
            case SceneNodeKind.Branch:
                DrawBranch(item, column);
                break;
            case SceneNodeKind.Operation:
                DrawBox(item, column, _columns.WidthOf(layer));
                break;
            case SceneNodeKind.Leaf:
                _canvas.Write(item.Trunk.Row, column, NameOf(item.Node));
                break;
            default:
                if (NameOf(item.Node) is { Length: > 0 } name) _canvas.Write(item.Trunk.Row, column, $" {name}");
                break;
        }
    }

    private void DrawBranch(LayerItem item, int column)
    {
        Slot last = item.Slots[^1];
        int bottom = last.Row + (last.Out!.Edge.Derivative is null ? 0 : 1);
        bool back = item.Trunk.In!.Edge.Derivative is not null;
        _canvas.Vertical(column, item.Trunk.Row, back ? Math.Max(bottom, item.Trunk.Row + 1) : bottom);
        _canvas.Join(item.Trunk.Row, column, Directions.Left);
        if (back) _canvas.Join(item.Trunk.Row + 1, column, Directions.Left);
        foreach (Slot slot in item.Slots) _canvas.Join(slot.Row, column, Directions.Right);
    }

    private void DrawBox(LayerItem item, int column, int width)
    {
        string box = _charset.Box, symbol = _charset.Symbol(item.Node!);
        int top = item.Slots[0].Row - 1, bottom = item.Slots[^1].Row + item.Slots[^1].Height;
        int right = column + width - 1;
        string line = new(box[1], width - 2);
        _canvas.Write(top, column, $"{box[0]}{line}{box[2]}");
        for (int row = top + 1; row < bottom; row++)
        {
            _canvas.Write(row, column, $"{box[3]}{new string(' ', width - 2)}{box[3]}");
        }

        _canvas.Write(bottom, column, $"{box[4]}{line}{box[5]}");
        _canvas.Write(item.Trunk.Row, column + ((width - TextWidth.Of(symbol)) / 2), symbol);
        if (item.Trunk.Out is not null) _canvas.Write(item.Trunk.Row, right, box[6].ToString());
        foreach (Slot slot in item.Slots)
        {
            if (slot.In?.Edge.Derivative is not null) _canvas.Write(slot.Row + 1, column, box[7].ToString());
            if (slot.Constant is null) continue;
            string constant = ColumnPlacement.Constant(slot.Constant, _charset);
            _canvas.Write(slot.Row, column - TextWidth.Of(constant), constant);
        }
    }
}
