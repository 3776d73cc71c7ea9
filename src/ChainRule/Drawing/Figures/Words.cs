using System.Text;
using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Figures;

/// <summary>A graph in words, for those who do not see the picture.</summary>
internal static class Words
{
    /// <summary>What a picture is called.</summary>
    public static string TitleOf(Scene scene) =>
        scene.Result.Name is { } name ? $"The computational graph of {name}" : "A computational graph";

    /// <summary>The whole graph, a sentence a node.</summary>
    public static string Of(Scene scene)
    {
        var text = new StringBuilder();
        foreach (SceneNode node in scene.Nodes)
        {
            if (node.Kind is not (SceneNodeKind.Leaf or SceneNodeKind.Operation)) continue;
            if (text.Length > 0) text.Append(' ');
            text.Append(Of(node)).Append('.');
        }

        return text.ToString();
    }

    /// <summary>A node: what comes in, what it makes of it, and the derivative that comes back.</summary>
    public static string Of(SceneNode node)
    {
        string derivative = node.Derivative is null ? "" : $", derivative {node.Derivative}";
        string value = node.Value is null ? "" : $" = {node.Value}";
        return node.Kind switch
        {
            SceneNodeKind.Leaf => $"{Names.Of(node)}{value}{derivative}",
            SceneNodeKind.Branch =>
                $"{Names.Of(node.Trunk)} is used {node.Outputs.Count} times; the derivatives that come back are added",
            _ => $"{node.OpName} of {string.Join(" and ", node.Inputs.Select(Operand))}{value}{derivative}",
        };
    }

    private static string Operand(SceneEdge edge)
    {
        SceneNode source = edge.Source.Trunk;
        return source.Name ?? source.Value ?? source.OpName;
    }
}
