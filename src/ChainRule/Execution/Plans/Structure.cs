using System.Runtime.InteropServices;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Execution;

/// <summary>
/// What a graph is, apart from its data: graphs of the same structure are computed by the same plan. Two structures are
/// equal if their nodes, one by one, apply equal ops to the same inputs, and their leaves have the same types.
/// </summary>
internal sealed class Structure : IEquatable<Structure>
{
    private const int InputMark = -1, PassMark = -2;

    private readonly int[] _code;
    private readonly Op[] _ops;
    private readonly int _hash;

    private Structure(int[] code, Op[] ops, int hash) => (_code, _ops, _hash) = (code, ops, hash);

    /// <summary>Reads the structure of a graph.</summary>
    /// <param name="order">The nodes, each after its inputs.</param>
    /// <param name="roots">What is wanted of them.</param>
    /// <param name="known">The value of a node that need not be computed; null for others.</param>
    /// <param name="inputs">Gets the nodes whose values the plan takes as inputs, in order.</param>
    public static Structure Of(
        List<Node> order,
        ReadOnlySpan<Node> roots,
        Func<Node, Storage?> known,
        List<(Node Node, Storage Value)> inputs)
    {
        var positions = new Dictionary<Node, int>(order.Count);
        var code = new List<int>(4 * order.Count);
        var ops = new List<Op>(order.Count);
        var hash = new HashCode();
        foreach (Node node in order)
        {
            positions.Add(node, positions.Count);
            // Asked once: another thread may compute the node meanwhile.
            if (known(node) is { } value)
            {
                inputs.Add((node, value));
                code.Add(InputMark);
                code.Add((int)node.DType);
                code.Add(node.Shape.Rank);
                foreach (int size in node.Shape.Sizes) code.Add(size);
                continue;
            }

            if (node.Op is PassOp)
            {
                code.Add(PassMark);
                code.Add(positions[node.Inputs[0]]);
                continue;
            }

            code.Add(node.Inputs.Length);
            foreach (Node input in node.Inputs) code.Add(positions[input]);
            ops.Add(node.Op);
            // The attributes of ops are compared, not hashed: few structures differ in nothing else.
            hash.Add(node.Op.GetType());
        }

        code.Add(roots.Length);
        foreach (Node root in roots) code.Add(positions[root]);
        hash.AddBytes(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(code)));
        return new([.. code], [.. ops], hash.ToHashCode());
    }

    /// <inheritdoc/>
    public bool Equals(Structure? other)
    {
        if (other is null || _hash != other._hash || !_code.AsSpan().SequenceEqual(other._code)) return false;
        for (int i = 0; i < _ops.Length; i++)
        {
            if (!ReferenceEquals(_ops[i], other._ops[i]) && !_ops[i].Equals(other._ops[i])) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Structure);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
