using System.Text;
using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Exports;

/// <summary>Writes a scene in the language of Mermaid, which draws it in many places where Markdown is read.</summary>
internal static class MermaidWriter
{
    /// <summary>The graph; derivatives are thick arrows back.</summary>
    public static string Write(Scene scene)
    {
        var text = new StringBuilder("flowchart LR\n");
        Dictionary<SceneNode, int> numbers = Numbers.Of(scene);
        foreach (SceneNode node in scene.Nodes)
        {
            string look = node.Kind switch
            {
                SceneNodeKind.Operation => $"(({Quoted(node.Symbol)}))",
                SceneNodeKind.Branch => "((\" \"))",
                SceneNodeKind.Constant => $"[{Quoted(node.Value ?? node.OpName)}]",
                _ => $"[{Quoted(node.Caption)}]",
            };
            Line($"n{numbers[node]}{look}");
        }

        foreach (SceneNode node in scene.Nodes)
        {
            foreach (SceneEdge edge in node.Inputs)
            {
                (int from, int to) = (numbers[edge.Source], numbers[node]);
                bool isBare = edge.Label is null || edge.Source.Kind == SceneNodeKind.Constant;
                string arrow = edge.IsFaded ? "-.->" : "-->";
                Line($"n{from} {arrow}{(isBare ? "" : $"|{Quoted(edge.Label!)}|")} n{to}");
                if (edge.Derivative is { } derivative) Line($"n{to} ==>|{Quoted(derivative)}| n{from}");
            }
        }

        return text.ToString();

        void Line(string line) => text.Append("  ").Append(line).Append('\n');
    }

    // Nothing would be no node; what has a meaning of its own is written by its number.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text.Length == 0 ? " " : text)
            quoted.Append(c is '"' or '#' or '<' or '>' or '&' or '`' or '\\' or ';' ? $"#{(int)c};" : c.ToString());
        return quoted.Append('"').ToString();
    }
}
