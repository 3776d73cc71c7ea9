using ChainRule.Execution;
using ChainRule.Graphs;

namespace ChainRule.Autodiff;

/// <summary>
/// Computes nodes again and again while the elements of some leaves change in place. Values that nodes keep from
/// elsewhere are not used where they depend on those leaves; all other nodes are computed once.
/// </summary>
internal sealed class Replay
{
    private readonly Node[] _roots;
    private readonly HashSet<Node> _changing;
    private readonly List<Node> _order;

    /// <summary>Prepares the computation of the roots.</summary>
    /// <param name="roots">What is wanted.</param>
    /// <param name="leaves">The data leaves whose elements will change.</param>
    public Replay(Node[] roots, Node[] leaves)
    {
        _roots = roots;
        _changing = [.. leaves];
        foreach (Node node in Graph.Since(leaves, roots))
        {
            foreach (Node input in node.Inputs)
            {
                if (_changing.Contains(input)) _changing.Add(node);
            }
        }

        // What is listed last on its way is the border: it does not change, but what changes reads it.
        _order = Graph.TopologicalOrder(roots, node => !_changing.Contains(node));
        Evaluator.Compute([.. _order.Where(node => !_changing.Contains(node))]);
    }

    /// <summary>The values of the roots for the present elements of the leaves.</summary>
    public Storage[] Run() =>
        Evaluator.Run(_order, _roots, node => _changing.Contains(node) && node.Inputs.Length > 0 ? null : node.Value);
}
