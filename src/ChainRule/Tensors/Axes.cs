using System.Runtime.CompilerServices;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>
/// Which axes an operation is for: one number, several as <c>[0, 2]</c>, or, by default, all. −1 is the last axis.
/// </summary>
[CollectionBuilder(typeof(Axes), nameof(Create))]
public readonly struct Axes
{
    private readonly int[]? _axes;

    private Axes(int[] axes) => _axes = axes;

    /// <summary>All axes.</summary>
    public static Axes All => default;

    /// <summary>The given axes; none for an empty list.</summary>
    public static Axes Create(ReadOnlySpan<int> axes) => new(axes.ToArray());

    /// <summary>One axis.</summary>
    public static implicit operator Axes(int axis) => new([axis]);

    /// <summary>Several axes.</summary>
    public static implicit operator Axes(int[] axes) => new(axes);

    /// <summary>The axes that were named; needed for collection expressions. All axes have no list.</summary>
    public ReadOnlySpan<int>.Enumerator GetEnumerator() => new ReadOnlySpan<int>(_axes).GetEnumerator();

    /// <summary>The axes of a node that are meant, from the front and sorted.</summary>
    internal int[] Of(Node node, string op)
    {
        if (_axes is null) return [.. Enumerable.Range(0, node.Shape.Rank)];
        return _axes.Length == 0 ? [] : node.Shape.Axes(_axes, op, node.Description);
    }

    /// <summary>The axes, or "all".</summary>
    public override string ToString() => _axes is null ? "all" : Shape.Text(_axes);
}
