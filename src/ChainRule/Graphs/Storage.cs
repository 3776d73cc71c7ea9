using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChainRule.Graphs;

/// <summary>
/// The elements of a computed tensor, row-major. Whoever holds one must not write to it, unless it was just made.
/// </summary>
public sealed class Storage
{
    // Registers that are read across two lines of the cache take twice as long. A small array has few of them.
    private const int LineBytes = 64, SmallestAlignedBytes = 1024;

    // What must live as long as this: the storage that this one is a part of.
    private readonly Storage? _whole;

    // Of an array that is used again when nobody can see it any more: see StoragePool.
    private readonly Lease? _lease;

    private Storage(
        Array array, nint offset, int length, DType dtype, Storage? whole = null, Lease? lease = null) =>
        (Array, Offset, Length, DType, _whole, _lease) = (array, offset, length, dtype, whole, lease);

    /// <summary>The type of the elements.</summary>
    public DType DType { get; }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The array that the elements lie in: of their own type, or bytes that several storages share.</summary>
    internal Array Array { get; }

    /// <summary>Where the first element is, in bytes from the array's first one.</summary>
    internal nint Offset { get; }

    /// <summary>No elements.</summary>
    internal static Storage Empty { get; } = new(System.Array.Empty<byte>(), 0, 0, DType.Bool);

    /// <summary>Wraps an array without copying it: the storage owns it from now on.</summary>
    /// <exception cref="DTypeException">The elements are not float, double, int, long or bool.</exception>
    public static Storage Own<T>(T[] elements) where T : unmanaged =>
        new(elements, 0, elements.Length, DTypes.Of<T>());

    /// <summary>
    /// Elements that lie in a part of an array of bytes; the part must not be used for anything else.
    /// </summary>
    internal static Storage In(byte[] array, nint offset, DType dtype, int length) => new(array, offset, length, dtype);

    /// <summary>Some of the elements, where they lie.</summary>
    internal Storage Part(int start, int length) => start == 0 && length == Length
        ? this
        : new(Array, Offset + ((nint)start * DType.Size), length, DType, _whole ?? this, _lease);

    /// <summary>The same elements; their array is used again when nothing that was lent lives.</summary>
    internal Storage LendTo(Lease lease) => new(Array, Offset, Length, DType, lease: lease);

    /// <summary>Copies elements into memory that registers read well.</summary>
    /// <exception cref="DTypeException">The elements are not float, double, int, long or bool.</exception>
    /// <exception cref="InsufficientMemoryException">There is not enough memory.</exception>
    internal static Storage Copy<T>(ReadOnlySpan<T> elements) where T : unmanaged
    {
        Storage copy = Allocate(DTypes.Of<T>(), elements.Length);
        elements.CopyTo(copy.Elements<T>());
        return copy;
    }

    /// <summary>Makes room for the given number of elements; what they are is not defined.</summary>
    /// <exception cref="InsufficientMemoryException">
    /// There is not enough memory; the message says for how much.
    /// </exception>
    public static Storage Allocate(DType dtype, int length) => Allocate(dtype, length, isPinned: false);

    /// <summary>
    /// The same for what lives long: from 1 KiB on in memory that stays where it is. Other arrays are aligned when
    /// they are made, and no longer if the collector moves them.
    /// </summary>
    /// <exception cref="InsufficientMemoryException">There is not enough memory.</exception>
    internal static Storage AllocatePinned(DType dtype, int length) => Allocate(dtype, length, isPinned: true);

    private static Storage Allocate(DType dtype, int length, bool isPinned)
    {
        long bytes = (long)dtype.Size * length;
        try
        {
            if (bytes >= SmallestAlignedBytes && bytes <= System.Array.MaxLength - LineBytes)
                return Aligned(GC.AllocateUninitializedArray<byte>((int)bytes + LineBytes, isPinned), dtype, length);
            return dtype switch
            {
                DType.Float32 => Own(GC.AllocateUninitializedArray<float>(length)),
                DType.Float64 => Own(GC.AllocateUninitializedArray<double>(length)),
                DType.Int32 => Own(GC.AllocateUninitializedArray<int>(length)),
                DType.Int64 => Own(GC.AllocateUninitializedArray<long>(length)),
                DType.Bool => Own(GC.AllocateUninitializedArray<bool>(length)),
                _ => throw new UnreachableException(dtype.ToString()),
            };
        }
        catch (OutOfMemoryException error)
        {
            double gigabytes = (double)bytes / (1 << 30);
            throw new InsufficientMemoryException(string.Create(CultureInfo.InvariantCulture,
                $"A tensor of {length:N0} elements of {dtype.Name} needs {gigabytes:N1} GiB, which are not free. "
                + $"Use smaller batches, reduce before you broadcast, or choose a smaller dtype."), error);
        }
    }

    private static unsafe Storage Aligned(byte[] array, DType dtype, int length)
    {
        nint address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        return In(array, -address & (LineBytes - 1), dtype, length);
    }

    /// <summary>The elements in memory that stays where it is; the same storage if they are few.</summary>
    internal Storage Pinned()
    {
        if ((long)Length * DType.Size < SmallestAlignedBytes)
            return this;
        Storage copy = AllocatePinned(DType, Length);
        CopyTo(copy);
        return copy;
    }

    /// <summary>The elements.</summary>
    /// <exception cref="DTypeException"><typeparamref name="T"/> is not the C# type of <see cref="DType"/>.</exception>
    public Span<T> Span<T>() where T : unmanaged
    {
        // The span may outlive the storage, and then nobody would know that the array is in use.
        if (_lease is not null) _lease.IsLent = true;
        return Elements<T>();
    }

    /// <summary>The elements, for whoever keeps the storage alive as long as he uses them.</summary>
    internal Span<T> Elements<T>() where T : unmanaged => DTypes.Of<T>() == DType
        ? MemoryMarshal.CreateSpan(
            ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(Array), Offset)),
            Length)
        : throw new DTypeException(
            $"The elements are {DType.Name}, but {typeof(T).Name} was asked for. Cast the tensor first.");

    /// <summary>Copies the elements to another storage of the same dtype and length.</summary>
    internal void CopyTo(Storage destination)
    {
        switch (DType)
        {
            case DType.Float32: Elements<float>().CopyTo(destination.Elements<float>()); break;
            case DType.Float64: Elements<double>().CopyTo(destination.Elements<double>()); break;
            case DType.Int32: Elements<int>().CopyTo(destination.Elements<int>()); break;
            case DType.Int64: Elements<long>().CopyTo(destination.Elements<long>()); break;
            case DType.Bool: Elements<bool>().CopyTo(destination.Elements<bool>()); break;
            default: throw new UnreachableException(DType.ToString());
        }

        GC.KeepAlive(this);
        GC.KeepAlive(destination);
    }

    /// <summary>The elements as they lie in memory, up to 2 GiB.</summary>
    internal Span<byte> Bytes => MemoryMarshal.CreateSpan(
        ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(Array), Offset),
        checked(Length * DType.Size));

    /// <summary>Makes all elements 0.</summary>
    internal void Clear()
    {
        switch (DType)
        {
            case DType.Float32: Elements<float>().Clear(); break;
            case DType.Float64: Elements<double>().Clear(); break;
            case DType.Int32: Elements<int>().Clear(); break;
            case DType.Int64: Elements<long>().Clear(); break;
            case DType.Bool: Elements<bool>().Clear(); break;
            default: throw new UnreachableException(DType.ToString());
        }
    }

    /// <summary>One element as a double; true is 1.</summary>
    public double this[int index] => DType switch
    {
        DType.Float32 => Elements<float>()[index],
        DType.Float64 => Elements<double>()[index],
        DType.Int32 => Elements<int>()[index],
        DType.Int64 => Elements<long>()[index],
        DType.Bool => Elements<bool>()[index] ? 1 : 0,
        _ => throw new UnreachableException(DType.ToString()),
    };
}
