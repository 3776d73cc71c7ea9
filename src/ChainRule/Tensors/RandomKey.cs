using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule;

/// <summary>
/// Names a stream of random numbers. A key is a value: using it twice gives the same numbers twice; split it to get
/// independent streams (Claessen &amp; Pałka 2013; Salmon et al. 2011).
/// </summary>
public readonly record struct RandomKey
{
    private readonly long _bits;

    // Of a key that is not known while a function is traced.
    private readonly Node? _node;

    private RandomKey(long bits) => _bits = bits;

    private RandomKey(Node node) => _node = node;

    /// <summary>The key as a node of a graph: an int64 scalar.</summary>
    internal Node Node => _node ?? Leaf(_bits);

    /// <summary>The key that belongs to a seed.</summary>
    public static RandomKey FromSeed(long seed) => new(SplitKey.Of(seed, -1));

    /// <summary>The key that belongs to a seed.</summary>
    public static implicit operator RandomKey(long seed) => FromSeed(seed);

    /// <summary>A key for a stream that is independent of this key's own and of those of other indices.</summary>
    public RandomKey Split(long index) =>
        _node is null ? new(SplitKey.Of(_bits, index)) : new(Node.Create(SplitKey.Instance, _node, Leaf(index)));

    /// <summary>The same for an index that may be another one at each call of a function that is traced.</summary>
    /// <param name="index">An int64 scalar.</param>
    internal RandomKey Split(Node index) => Trace.Current is null && index.Value is { } known
        ? Split(known.Elements<long>()[0])
        : new(Node.Create(SplitKey.Instance, Node, index));

    private static Node Leaf(long number) => Node.Data(Storage.Own<long>([number]), Shape.Scalar);
}
