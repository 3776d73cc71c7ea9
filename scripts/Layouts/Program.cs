using System.Text.Encodings.Web;
using System.Text.Json;
using ChainRule;
using ChainRule.Drawing.Figures;
using ChainRule.Drawing.Layout;
using ChainRule.Drawing.Scenes;

// Writes random graphs as JSON to standard output: sizes of nodes and labels, and where the library puts everything.
// compare.mjs has others lay them out. Numbers stand inside their nodes, so that there is nothing beside a node.
const int Graphs = 300;
var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Default };
var view = new GraphViewOptions { JoinConstants = true };
Console.Out.Write(JsonSerializer.Serialize(
    Enumerable.Range(1, Graphs).Select(seed => Described(RandomGraph.Of(seed))), options));
return;

object Described(Tensor result)
{
    Scene scene = SceneBuilder.Build(result.Node, null, view);
    Figure figure = FigureBuilder.Build(scene, null);

    // A figure's marks come layer by layer, so the same walk finds whose they are.
    var marks = new Marks(figure);
    var places = new Dictionary<SceneNode, Box>();
    var ordered = new HashSet<SceneNode>();
    var edges = new List<(SceneEdge Edge, Box Label, double[][] Line)>();
    foreach (LayerItem item in LayeredLayout.Of(scene).Layers.SelectMany(static layer => layer))
    {
        if (item.Node is { } node) places.Add(node, marks.Next(node));
        if (item is { IsOperation: true, IsCommutative: false }) ordered.Add(item.Node!);
        foreach (Slot slot in item.Slots)
        {
            if (slot.Out is { IsFirst: true } link) edges.Add((link.Edge, marks.NextLabel(), marks.NextLine()));
        }
    }

    // What others are given has the order of the formula, not that of our picture.
    Dictionary<SceneNode, int> numbers = scene.Nodes.Index().ToDictionary(static x => x.Item, static x => x.Index);
    edges = [.. edges.OrderBy(entry => numbers[entry.Edge.Target])
        .ThenBy(static entry => entry.Edge.Target.Inputs.IndexOf(entry.Edge))];
    return new
    {
        Nodes = scene.Nodes.Select(node => new
        {
            IsLeaf = node.Kind == SceneNodeKind.Leaf,
            HasOrder = ordered.Contains(node),
            Width = places[node].Right - places[node].Left,
            Height = places[node].Bottom - places[node].Top,
        }),
        Edges = edges.Select(entry => new
        {
            Source = numbers[entry.Edge.Source],
            Target = numbers[entry.Edge.Target],
            Input = entry.Edge.Target.Inputs.IndexOf(entry.Edge),
            Width = entry.Label.Right - entry.Label.Left,
            Height = entry.Label.Bottom - entry.Label.Top,
        }),
        Ours = new
        {
            Nodes = scene.Nodes.Select(node => places[node]),
            Labels = edges.Select(static entry => entry.Label),
            Lines = edges.Select(static entry => entry.Line),
            figure.Width,
            figure.Height,
        },
    };
}
