using ChainRule.Autodiff;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Drawing.Scenes;

/// <summary>
/// The derivatives of one number by all values on the paths to some arguments: in total, and use by use.
/// </summary>
internal sealed class Derivatives
{
    private readonly Dictionary<Node, Node> _adjoints;
    private readonly Dictionary<(Node, int), Node> _shares = [];

    /// <summary>Builds the derivatives; computes nothing.</summary>
    /// <param name="result">What is differentiated, one float.</param>
    /// <param name="arguments">The ends of the paths.</param>
    public Derivatives(Node result, IReadOnlyCollection<Node> arguments) =>
        _adjoints = ReverseSweep.Adjoints(result, Build.Fill(1, result.Type), [.. arguments], _shares);

    /// <summary>The derivative by a node; null where there is none.</summary>
    public Node? Of(Node node) => _adjoints.GetValueOrDefault(node);

    /// <summary>What one use of a node adds to its derivative; null where it adds none.</summary>
    public Node? Share(Node consumer, int input) => _shares.GetValueOrDefault((consumer, input));
}
