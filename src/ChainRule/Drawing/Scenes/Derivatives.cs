using ChainRule.Autodiff;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Drawing.Scenes;

/// <summary>
/// The derivatives of a result by all values on the paths to some arguments: in total, and use by use.
/// </summary>
internal sealed class Derivatives
{
    private readonly Node _result;
    private readonly Dictionary<Node, Node> _adjoints;
    private readonly Dictionary<(Node, int), Node> _shares = [];

    /// <summary>Builds the derivatives; computes nothing.</summary>
    /// <param name="result">What is differentiated.</param>
    /// <param name="upstream">The derivative by the result, of its shape.</param>
    /// <param name="arguments">The ends of the paths.</param>
    public Derivatives(Node result, Node upstream, IReadOnlyCollection<Node> arguments)
    {
        _result = result;
        _adjoints = ReverseSweep.Adjoints(result, upstream, [.. arguments], _shares);
    }

    /// <summary>The derivative by a node; null where there is none.</summary>
    public Node? Of(Node node) => _adjoints.GetValueOrDefault(node);

    /// <summary>What a unit adds to the derivative by one of its inputs; null where it adds nothing.</summary>
    public Node? Share(UnitInput input)
    {
        Node? sum = null;
        foreach ((Node consumer, int place) in input.Uses)
        {
            if (Share(consumer, place) is { } share) sum = sum is null ? share : Build.Binary<Add>(sum, share);
        }

        return sum;
    }

    // Taken back through what is hidden between.
    private Node? Share(Node consumer, int input)
    {
        Node? share = _shares.GetValueOrDefault((consumer, input));
        for (Node source = consumer.Inputs[input];
            share is not null && Units.IsHidden(source, _result);
            source = source.Inputs[0])
        {
            share = source.Op.Vjp(source, 0, share);
        }

        return share;
    }
}
