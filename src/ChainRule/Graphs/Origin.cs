namespace ChainRule.Graphs;

/// <summary>Where a node made by differentiation comes from, for pictures and messages.</summary>
public sealed class Origin
{
    [ThreadStatic]
    private static Origin? _current;

    internal Origin(Node node, Rule rule, object sweep) => (Node, Rule, Sweep) = (node, rule, sweep);

    /// <summary>The node that was differentiated.</summary>
    public Node Node { get; }

    /// <summary>The rule of its op that was applied.</summary>
    public Rule Rule { get; }

    /// <summary>The differentiation that made the node: the same object for all nodes of one.</summary>
    internal object Sweep { get; }

    // Set by a sweep before it applies a rule; every node made meanwhile remembers it.
    internal static Origin? Current
    {
        get => _current;
        set => _current = value;
    }
}
