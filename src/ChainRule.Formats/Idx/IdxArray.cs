using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ChainRule.Formats;

/// <summary>What an IDX file holds: numbers of one type in one to eight dimensions, in row-major order.</summary>
/// <remarks>Immutable, so it may be read by several threads.</remarks>
public sealed class IdxArray
{
    // In the machine's byte order.
    private readonly byte[] _data;

    internal IdxArray(IdxHeader header, byte[] data, string name)
    {
        Header = header;
        _data = data;
        Name = name;
    }

    /// <summary>The type of the elements.</summary>
    public IdxType Type => Header.Type;

    /// <summary>The dimensions, the slowest first: [n, 28, 28] for n images of 28 × 28. Some may be 0.</summary>
    public ImmutableArray<int> Dimensions => Header.Dimensions;

    /// <summary>The number of elements: the product of the dimensions.</summary>
    public int Count => _data.Length / Type.Size();

    /// <summary>The file as the user named it, for messages; empty if the array does not come from a file.</summary>
    public string Name { get; }

    internal IdxHeader Header { get; }

    internal ReadOnlySpan<byte> Data => _data;

    /// <summary>An array of its own, to be written.</summary>
    /// <typeparam name="T">byte, sbyte, short, int, float or double.</typeparam>
    /// <param name="values">The elements in row-major order; they are copied.</param>
    /// <param name="dimensions">One to eight dimensions whose product is the number of elements.</param>
    /// <exception cref="ArgumentException">There are no or more than eight dimensions, one is negative, or their
    /// product is not the number of elements.</exception>
    /// <exception cref="NotSupportedException">An IDX file cannot hold elements of this type.</exception>
    public static IdxArray Of<T>(ReadOnlySpan<T> values, params ReadOnlySpan<int> dimensions)
        where T : unmanaged
    {
        IdxType type = IdxElement.TypeOf<T>();
        if (dimensions.Length is 0 or > IdxHeader.MaxRank)
        {
            throw new ArgumentException(
                $"An IDX file has 1 to {IdxHeader.MaxRank} dimensions, but {dimensions.Length} are given.",
                nameof(dimensions));
        }
        foreach (int dimension in dimensions)
            ArgumentOutOfRangeException.ThrowIfNegative(dimension, nameof(dimensions));

        var header = new IdxHeader(type, [.. dimensions]);
        ReadOnlySpan<byte> data = MemoryMarshal.AsBytes(values);
        if (header.DataSize != data.Length)
        {
            throw new ArgumentException(
                $"The dimensions say {header}, but {values.Length} values are given.", nameof(dimensions));
        }
        return new(header, data.ToArray(), name: "");
    }

    /// <summary>The elements as they are, without a copy.</summary>
    /// <typeparam name="T">The type of the elements, e.g. byte for <see cref="IdxType.UnsignedByte"/>.</typeparam>
    /// <exception cref="InvalidOperationException">The elements are of another type.</exception>
    public ReadOnlySpan<T> AsSpan<T>()
        where T : unmanaged
    {
        if (!Type.Is<T>())
        {
            throw new InvalidOperationException(
                $"The elements of {this} are not of type {typeof(T)}. To<{typeof(T).Name}>() converts them.");
        }
        return MemoryMarshal.Cast<byte, T>(_data);
    }

    /// <summary>The elements converted to another type, in a new array.</summary>
    /// <remarks>
    /// Fractions are cut off where <typeparamref name="T"/> has none, and floating-point numbers are rounded to the
    /// nearest that <typeparamref name="T"/> has. To the elements' own type it is an exact copy.
    /// </remarks>
    /// <exception cref="OverflowException">A value, or NaN, has no counterpart in <typeparamref name="T"/>.</exception>
    public T[] To<T>()
        where T : INumberBase<T> => Type switch
        {
            IdxType.UnsignedByte => Convert<byte, T>(),
            IdxType.SignedByte => Convert<sbyte, T>(),
            IdxType.Short => Convert<short, T>(),
            IdxType.Int => Convert<int, T>(),
            IdxType.Float => Convert<float, T>(),
            _ => Convert<double, T>(),
        };

    /// <summary>The name and the content in words: "train-labels.gz: 60000 unsigned bytes".</summary>
    public override string ToString() => Name.Length == 0 ? Header.ToString() : $"{Name}: {Header}";

    private T[] Convert<TElement, T>()
        where TElement : unmanaged, INumberBase<TElement>
        where T : INumberBase<T>
    {
        ReadOnlySpan<TElement> elements = AsSpan<TElement>();
        if (typeof(T) == typeof(TElement)) return (T[])(object)elements.ToArray();
        var converted = new T[elements.Length];
        int i = 0;
        try
        {
            for (; i < converted.Length; i++)
                converted[i] = T.CreateChecked(elements[i]);
        }
        catch (OverflowException e)
        {
            throw new OverflowException(
                FormattableString.Invariant($"Element {i} of {this} is {elements[i]}, which {typeof(T)} cannot hold. ")
                + "Convert to a type that holds it, such as double.", e);
        }
        return converted;
    }
}
