using System.Text;
using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Exports;

/// <summary>Writes a scene in the language of Graphviz.</summary>
internal static class DotWriter
{
    /// <summary>The graph; derivatives are thick arrows back that do not move the nodes.</summary>
    public static string Write(Scene scene)
    {
        var text = new StringBuilder("digraph {\n  rankdir=LR;\n  node [shape=circle, fontname=\"Helvetica\"];\n");
        text.Append("  edge [fontname=\"Helvetica\"];\n");
        Dictionary<SceneNode, int> numbers = Numbers.Of(scene);
        foreach (SceneNode node in scene.Nodes)
        {
            string look = node.Kind switch
            {
                SceneNodeKind.Operation => $"label={Quoted(node.Symbol)}",
                SceneNodeKind.Branch => "shape=point",
                SceneNodeKind.Constant => $"shape=plaintext, label={Quoted(node.Value ?? node.OpName)}",
                _ => $"shape=plaintext, label={Quoted(node.Caption)}",
            };
            Line($"n{numbers[node]} [{look}{Faded(node.IsFaded)}];");
        }

        foreach (SceneNode node in scene.Nodes)
        {
            foreach (SceneEdge edge in node.Inputs)
            {
                (int from, int to) = (numbers[edge.Source], numbers[node]);
                string label = edge.Source.Kind == SceneNodeKind.Constant ? "" : edge.Label ?? "";
                Line($"n{from} -> n{to} [label={Quoted(label)}, arrowhead=empty{Faded(edge.IsFaded)}];");
                if (edge.Derivative is not { } derivative) continue;
                Line($"n{to} -> n{from} [label={Quoted(derivative)}, penwidth=3, constraint=false];");
            }
        }

        return text.Append("}\n").ToString();

        void Line(string line) => text.Append("  ").Append(line).Append('\n');
    }

    private static string Faded(bool isFaded) => isFaded ? ", style=dashed, color=gray60, fontcolor=gray60" : "";

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
