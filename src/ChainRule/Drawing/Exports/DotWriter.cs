using System.Text;
using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Exports;

/// <summary>Writes a scene in the language of Graphviz.</summary>
internal sealed class DotWriter
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<SceneNode, int> _numbers;
    private int _clusters;

    private DotWriter(Scene scene) => _numbers = Numbers.Of(scene);

    /// <summary>
    /// The graph; derivatives are thick arrows back that do not move the nodes, groups that were unfolded are clusters.
    /// </summary>
    public static string Write(Scene scene)
    {
        var writer = new DotWriter(scene);
        writer._text.Append("digraph {\n");
        writer.Line(1, "rankdir=LR;");
        writer.Line(1, "node [shape=circle, fontname=\"Helvetica\"];");
        writer.Line(1, "edge [fontname=\"Helvetica\"];");
        writer.Nodes(Cluster.Of(scene), 1);
        foreach (SceneEdge edge in scene.Nodes.SelectMany(static node => node.Inputs)) writer.Edge(edge);
        return writer._text.Append("}\n").ToString();
    }

    private void Nodes(Cluster cluster, int depth)
    {
        foreach (SceneNode node in cluster.Nodes)
        {
            string look = node.Kind switch
            {
                SceneNodeKind.Operation => $"label={Quoted(node.Symbol)}",
                SceneNodeKind.Branch => "shape=point",
                SceneNodeKind.Constant => $"shape=plaintext, label={Quoted(node.Value ?? node.OpName)}",
                _ => $"shape=plaintext, label={Quoted(node.Caption)}",
            };
            Line(depth, $"n{_numbers[node]} [{look}{Faded(node.IsFaded)}];");
        }

        foreach (Cluster inner in cluster.Inner)
        {
            // Only names that begin so get a frame.
            Line(depth, $"subgraph cluster_{_clusters++} {{");
            Line(depth + 1, $"label={Quoted(inner.Title)}; fontname=\"Helvetica\"; style=\"rounded,dotted\";");
            Nodes(inner, depth + 1);
            Line(depth, "}");
        }
    }

    private void Edge(SceneEdge edge)
    {
        (int from, int to) = (_numbers[edge.Source], _numbers[edge.Target]);
        string label = edge.Source.Kind == SceneNodeKind.Constant ? "" : edge.Label ?? "";
        Line(1, $"n{from} -> n{to} [label={Quoted(label)}, arrowhead=empty{Faded(edge.IsFaded)}];");
        if (edge.Derivative is { } derivative)
            Line(1, $"n{to} -> n{from} [label={Quoted(derivative)}, penwidth=3, constraint=false];");
    }

    private void Line(int depth, string line) => _text.Append(' ', 2 * depth).Append(line).Append('\n');

    private static string Faded(bool isFaded) => isFaded ? ", style=dashed, color=gray60, fontcolor=gray60" : "";

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
