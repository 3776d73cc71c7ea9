using ChainRule.Autodiff;
using ChainRule.Drawing.Scenes;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Explaining;

/// <summary>Finds the kinks and jumps that a change in a graph comes to, by the pieces that nodes work on.</summary>
internal sealed class KinkSearch
{
    private readonly List<(Node Node, string Name)> _nodes;

    /// <summary>Collects the nodes of a graph that have pieces.</summary>
    /// <param name="result">The result of the graph.</param>
    /// <param name="names">What values are called.</param>
    public KinkSearch(Node result, IReadOnlyDictionary<SceneNode, string> names)
    {
        var known = new Dictionary<Node, string>();
        foreach ((SceneNode node, string name) in names) known.TryAdd(node.Node, name);
        // Behind StopGradient a choice has no part in the derivative.
        _nodes =
        [
            .. Graph.TopologicalOrder([result], static node => node.Op is StopGradient)
                .Where(static node => node.Op.IsPiecewise && node.Op is not StopGradient)
                .Select(node => (node, known.GetValueOrDefault(node, node.Name ?? node.Op.Name))),
        ];
        Inputs = [.. _nodes.SelectMany(static pair => pair.Node.Inputs.ToArray()).Distinct()];
    }

    /// <summary>The nodes whose values tell on which pieces the others work.</summary>
    public Node[] Inputs { get; }

    /// <summary>On which pieces the nodes work.</summary>
    /// <param name="inputs">The values of <see cref="Inputs"/>.</param>
    public Piece[][] Pieces(ReadOnlySpan<Storage> inputs)
    {
        var values = new Dictionary<Node, Storage>();
        for (int i = 0; i < Inputs.Length; i++) values.Add(Inputs[i], inputs[i]);
        return
        [
            .. _nodes.Select(pair =>
                pair.Node.Op.Pieces(pair.Node, Array.ConvertAll(pair.Node.Inputs.ToArray(), node => values[node]))),
        ];
    }

    /// <summary>Of each node the kink that is nearest, among those that a change comes to; the nearest first.</summary>
    /// <param name="at">The pieces before the change.</param>
    /// <param name="changed">The pieces after it.</param>
    public IReadOnlyList<GraphKink> Between(Piece[][] at, params ReadOnlySpan<Piece[][]> changed)
    {
        var kinks = new List<GraphKink>();
        for (int i = 0; i < at.Length; i++)
        {
            int nearest = -1;
            for (int element = 0; element < at[i].Length; element++)
            {
                bool crosses = false;
                foreach (Piece[][] after in changed)
                    crosses |= !after[i][element].Index.Equals(at[i][element].Index);
                bool isNearer = nearest < 0 || at[i][element].Distance < at[i][nearest].Distance;
                if (crosses && isNearer) nearest = element;
            }

            if (nearest < 0) continue;
            (Node node, string name) = _nodes[i];
            Piece piece = at[i][nearest];
            kinks.Add(new(name, node.Op.Name, Indices.Of(node.Shape, nearest), piece.Distance, piece.IsJump));
        }

        return [.. kinks.OrderBy(static kink => kink.Distance)];
    }
}
