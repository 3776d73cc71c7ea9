using ChainRule.Execution;
using ChainRule.Graphs;

namespace ChainRule.Explaining;

/// <summary>
/// Computes nodes again and again for other values of one node; leaves no trace on them. What does not depend on that
/// node is computed once.
/// </summary>
internal sealed class Recomputation
{
    private readonly Node[] _roots;
    private readonly Node _moved;
    private readonly HashSet<Node> _changing;
    private readonly List<Node> _order;

    /// <summary>Prepares the computation of some nodes.</summary>
    /// <param name="roots">What is wanted.</param>
    /// <param name="moved">The node that gets other values, a leaf or not.</param>
    public Recomputation(Node[] roots, Node moved)
    {
        (_roots, _moved) = (roots, moved);
        _changing = [moved];
        foreach (Node node in Graph.TopologicalOrder(roots))
        {
            foreach (Node input in node.Inputs)
            {
                if (_changing.Contains(input)) _changing.Add(node);
            }
        }

        _order = Graph.TopologicalOrder(roots, node => node == moved || !_changing.Contains(node));
        Evaluator.Compute([moved, .. _order.Where(node => !_changing.Contains(node))]);
    }

    /// <summary>Whether a node depends on the moved one, or is it.</summary>
    public bool IsChanged(Node node) => _changing.Contains(node);

    /// <summary>The values of the roots.</summary>
    /// <param name="value">The value of the moved node.</param>
    public Storage[] Run(Storage value) => Evaluator.Run(
        _order, _roots, node => node == _moved ? value : _changing.Contains(node) ? null : node.Value);

    /// <summary>The values of the roots as they are.</summary>
    public Storage[] Run() => Run(_moved.Value!);

    /// <summary>A value with some elements moved.</summary>
    /// <param name="element">Which one; null for all.</param>
    /// <param name="step">By how much.</param>
    /// <returns>The value, and the step that the first of them really made after rounding.</returns>
    public (Storage Value, double Step) Moved(int? element, double step)
    {
        Storage before = _moved.Value!;
        Storage after = Storage.Allocate(before.DType, before.Length);
        for (int i = 0; i < before.Length; i++)
        {
            double x = before[i] + (element is null || element == i ? step : 0);
            if (after.DType == DType.Float32) after.Elements<float>()[i] = (float)x;
            else after.Elements<double>()[i] = x;
        }

        int first = element ?? 0;
        return (after, after[first] - before[first]);
    }
}
