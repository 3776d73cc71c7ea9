using System.Runtime.CompilerServices;

namespace ChainRule.Ops;

/// <summary>A few integers compared by value: axes, strides and sizes in an op's attributes.</summary>
[CollectionBuilder(typeof(IntList), nameof(Create))]
internal readonly struct IntList(int[] values) : IEquatable<IntList>
{
    private readonly int[] _values = values;

    public ReadOnlySpan<int> Span => _values;

    public int Count => Span.Length;

    public int this[int index] => Span[index];

    public static IntList Create(ReadOnlySpan<int> values) => new(values.ToArray());

    public static implicit operator IntList(int[] values) => new(values);

    public bool Equals(IntList other) => Span.SequenceEqual(other.Span);

    public override bool Equals(object? obj) => obj is IntList other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (int value in Span) hash.Add(value);
        return hash.ToHashCode();
    }

    public ReadOnlySpan<int>.Enumerator GetEnumerator() => Span.GetEnumerator();

    public override string ToString() => Shape.Text(Span);
}
