using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace ChainRule;

/// <summary>The sizes of a tensor's axes, outermost first; no axes at all is a scalar. Sizes may be 0.</summary>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly partial struct Shape : IReadOnlyList<int>, IEquatable<Shape>
{
    private readonly int[]? _sizes;

    private Shape(int[] sizes, int length)
    {
        _sizes = sizes;
        Elements = length;
    }

    /// <summary>The shape of a scalar: no axes, one element.</summary>
    public static Shape Scalar => Create([]);

    // The public Length. A default struct is a scalar too, and its field is 0.
    internal int Elements => _sizes is null ? 1 : field;

    /// <summary>How many axes there are; 0 for a scalar.</summary>
    public int Rank => _sizes?.Length ?? 0;

    /// <summary>Whether there are no axes.</summary>
    public bool IsScalar => Rank == 0;

    int IReadOnlyCollection<int>.Count => Rank;

    /// <summary>The sizes, outermost axis first.</summary>
    public ReadOnlySpan<int> Sizes => _sizes;

    /// <summary>The size of one axis.</summary>
    /// <param name="axis">From 0 (outermost) to Rank − 1.</param>
    public int this[int axis] => Sizes[axis];

    /// <summary>The size of one axis, counted from either end: <c>[^1]</c> is the last one.</summary>
    /// <param name="axis">From ^Rank (outermost) to ^1.</param>
    public int this[Index axis] => Sizes[axis];

    /// <summary>Makes a shape of the given sizes.</summary>
    /// <exception cref="ShapeException">A size is negative, or the number of elements exceeds 2³¹ − 1.</exception>
    public static Shape Create(ReadOnlySpan<int> sizes)
    {
        long length = 1;
        bool empty = sizes.Contains(0);
        foreach (int size in sizes)
        {
            if (size < 0)
                throw new ShapeException(
                    $"A shape has no negative sizes, but {Text(sizes)} was given. "
                    + "Use Reshape with one −1 to infer a size.");
            length = empty ? 0 : length * size;
            if (length > Array.MaxLength)
                throw new ShapeException(
                    $"A tensor of shape {Text(sizes)} would have more than {Array.MaxLength} elements, "
                    + "the most one tensor holds. Split it into parts.");
        }

        return new Shape(sizes.ToArray(), (int)length);
    }

    /// <summary>Makes a shape of the given sizes.</summary>
    public static implicit operator Shape(int[] sizes) => Create(sizes);

    /// <summary>Makes the shape of a vector.</summary>
    public static implicit operator Shape(int length) => Create([length]);

    /// <inheritdoc/>
    public bool Equals(Shape other) =>
        ReferenceEquals(_sizes, other._sizes) || Sizes.SequenceEqual(other.Sizes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (int size in Sizes) hash.Add(size);
        return hash.ToHashCode();
    }

    /// <summary>Whether two shapes have the same sizes.</summary>
    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    /// <summary>Whether two shapes differ.</summary>
    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    /// <summary>The sizes as they stand in messages: <c>[3, 4]</c>, and <c>[]</c> for a scalar.</summary>
    public override string ToString() => Text(Sizes);

    /// <summary>Goes through the sizes, outermost axis first.</summary>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)(_sizes ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static string Text(ReadOnlySpan<int> sizes)
    {
        var handler = new DefaultInterpolatedStringHandler(2, sizes.Length, CultureInfo.InvariantCulture);
        handler.AppendLiteral("[");
        for (int i = 0; i < sizes.Length; i++)
        {
            if (i > 0) handler.AppendLiteral(", ");
            handler.AppendLiteral(Minus(sizes[i]));
        }

        handler.AppendLiteral("]");
        return handler.ToStringAndClear();
    }
}
