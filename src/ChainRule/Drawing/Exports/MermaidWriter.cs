using System.Text;
using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Exports;

/// <summary>Writes a scene in the language of Mermaid, which draws it in many places where Markdown is read.</summary>
internal sealed class MermaidWriter
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<SceneNode, int> _numbers;
    private int _clusters;

    private MermaidWriter(Scene scene) => _numbers = Numbers.Of(scene);

    /// <summary>The graph; derivatives are thick arrows back, groups that were unfolded are subgraphs.</summary>
    public static string Write(Scene scene)
    {
        var writer = new MermaidWriter(scene);
        writer._text.Append("flowchart LR\n");
        writer.Nodes(Cluster.Of(scene), 1);
        foreach (SceneEdge edge in scene.Nodes.SelectMany(static node => node.Inputs)) writer.Edge(edge);
        return writer._text.ToString();
    }

    private void Nodes(Cluster cluster, int depth)
    {
        foreach (SceneNode node in cluster.Nodes)
        {
            string look = node.Kind switch
            {
                SceneNodeKind.Operation => $"(({Quoted(node.Symbol)}))",
                SceneNodeKind.Branch => "((\" \"))",
                SceneNodeKind.Constant => $"[{Quoted(node.Value ?? node.OpName)}]",
                _ => $"[{Quoted(node.Caption)}]",
            };
            Line(depth, $"n{_numbers[node]}{look}");
        }

        foreach (Cluster inner in cluster.Inner)
        {
            Line(depth, $"subgraph g{_clusters++} [{Quoted(inner.Title)}]");
            Nodes(inner, depth + 1);
            Line(depth, "end");
        }
    }

    private void Edge(SceneEdge edge)
    {
        (int from, int to) = (_numbers[edge.Source], _numbers[edge.Target]);
        bool isBare = edge.Label is null || edge.Source.Kind == SceneNodeKind.Constant;
        string arrow = edge.IsFaded ? "-.->" : "-->";
        Line(1, $"n{from} {arrow}{(isBare ? "" : $"|{Quoted(edge.Label!)}|")} n{to}");
        if (edge.Derivative is { } derivative) Line(1, $"n{to} ==>|{Quoted(derivative)}| n{from}");
    }

    private void Line(int depth, string line) => _text.Append(' ', 2 * depth).Append(line).Append('\n');

    // Nothing would be no node; what has a meaning of its own is written by its number.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text.Length == 0 ? " " : text)
            quoted.Append(c is '"' or '#' or '<' or '>' or '&' or '`' or '\\' or ';' ? $"#{(int)c};" : c.ToString());
        return quoted.Append('"').ToString();
    }
}
