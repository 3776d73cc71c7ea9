using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Layout;

/// <summary>
/// The nodes of a scene in layers from left to right, in an order with few crossings (Sugiyama, Tagawa &amp; Toda
/// 1981). An edge over several layers passes each of them at an item of its own.
/// </summary>
internal sealed class LayeredLayout
{
    private readonly Dictionary<SceneNode, int> _layerOf;
    private readonly Dictionary<SceneNode, LayerItem> _itemOf = [];
    private readonly Dictionary<LayerItem, int> _age = [];

    private LayeredLayout(Dictionary<SceneNode, int> layerOf) => _layerOf = layerOf;

    /// <summary>The items of each layer, from top to bottom.</summary>
    public List<List<LayerItem>> Layers { get; } = [];

    /// <summary>Lays a scene out.</summary>
    public static LayeredLayout Of(Scene scene)
    {
        var layout = new LayeredLayout(Layering.Of(scene));
        foreach (SceneNode node in scene.Nodes)
        {
            if (node.Kind != SceneNodeKind.Constant) layout.Place(node);
        }

        // Nodes come in the order of operands, and what passes takes the place of its source:
        // a tree has no crossings then.
        foreach (List<LayerItem> layer in layout.Layers) layer.Sort((a, b) => layout._age[a].CompareTo(layout._age[b]));
        new Ordering(layout).Improve();
        foreach (List<LayerItem> layer in layout.Layers) Straightening.Run(LinksAfter(layer));
        return layout;
    }

    /// <summary>The links from a layer to the next one, from top to bottom.</summary>
    public static List<Link> LinksAfter(List<LayerItem> layer)
    {
        var links = new List<Link>();
        foreach (LayerItem item in layer)
        {
            foreach (Slot slot in item.Slots)
            {
                if (slot.Out is { } link) links.Add(link);
            }
        }

        return links;
    }

    private void Place(SceneNode node)
    {
        var item = new LayerItem(node, node.Kind switch
        {
            SceneNodeKind.Branch => node.Outputs.Count,
            SceneNodeKind.Operation => 0,
            _ => 1,
        });
        if (item.IsOperation)
        {
            foreach (SceneEdge edge in node.Inputs)
                item.Slots.Add(new Slot(item)
                {
                    Constant = edge.Source.Kind == SceneNodeKind.Constant ? edge.Source : null,
                });
        }

        Add(item, _layerOf[node], _age.Count);
        _itemOf.Add(node, item);
        for (int input = 0; input < node.Inputs.Count; input++)
        {
            if (node.Inputs[input].Source.Kind != SceneNodeKind.Constant)
                Connect(node.Inputs[input], item.IsBranch ? item.Trunk : item.Slots[input]);
        }
    }

    private void Connect(SceneEdge edge, Slot end)
    {
        LayerItem source = _itemOf[edge.Source];
        Slot start = source.IsBranch ? source.Slots.First(static slot => slot.Out is null) : source.Trunk;
        for (int layer = _layerOf[edge.Source] + 1; layer < _layerOf[edge.Target]; layer++)
        {
            var passing = new LayerItem(null, 1);
            Add(passing, layer, _age[source]);
            Join(edge, start, passing.Trunk);
            start = passing.Trunk;
        }

        Join(edge, start, end);
    }

    private void Add(LayerItem item, int layer, int age)
    {
        while (Layers.Count <= layer) Layers.Add([]);
        Layers[layer].Add(item);
        _age.Add(item, age);
    }

    private static void Join(SceneEdge edge, Slot source, Slot target)
    {
        var link = new Link(edge, source, target);
        source.Out = link;
        target.In = link;
    }
}
