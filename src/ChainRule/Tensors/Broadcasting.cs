using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule;

/// <summary>
/// Brings the tensors of an elementwise operation to their common shape, with broadcast nodes where they are repeated.
/// </summary>
internal static class Broadcasting
{
    public static (Node, Node) Pair(string op, Node x, Node y)
    {
        if (x.Shape == y.Shape) return (x, y);
        if (!Shape.TryBroadcast(x.Shape, y.Shape, out Shape common)) throw Errors.ShapesDiffer(op, [x, y]);
        return (Build.Broadcast(x, common), Build.Broadcast(y, common));
    }

    public static Node[] All(string op, params ReadOnlySpan<Node> nodes)
    {
        Shape common = nodes[0].Shape;
        foreach (Node node in nodes)
        {
            if (!Shape.TryBroadcast(common, node.Shape, out common)) throw Errors.ShapesDiffer(op, nodes);
        }

        var result = new Node[nodes.Length];
        for (int i = 0; i < result.Length; i++) result[i] = Build.Broadcast(nodes[i], common);
        return result;
    }
}
