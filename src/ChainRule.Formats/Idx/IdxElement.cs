using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ChainRule.Formats;

/// <summary>What the types of elements are in memory and in words.</summary>
internal static class IdxElement
{
    public static IdxType TypeOf<T>() => TypeOrNull(typeof(T))
        ?? throw new NotSupportedException(
            $"An IDX file cannot hold elements of type {typeof(T)}: only byte, sbyte, short, int, float and double. "
            + "Convert them first.");

    public static bool Is<T>(this IdxType type) => TypeOrNull(typeof(T)) == type;

    public static int Size(this IdxType type) => type switch
    {
        IdxType.UnsignedByte or IdxType.SignedByte => 1,
        IdxType.Short => 2,
        IdxType.Int or IdxType.Float => 4,
        _ => 8,
    };

    public static string Plural(this IdxType type) => type switch
    {
        IdxType.UnsignedByte => "unsigned bytes",
        IdxType.SignedByte => "signed bytes",
        IdxType.Short => "shorts",
        IdxType.Int => "ints",
        IdxType.Float => "floats",
        _ => "doubles",
    };

    /// <summary>From the file's byte order (the most significant byte first) to the machine's, or back.</summary>
    public static void SwapByteOrder(Span<byte> elements, int size)
    {
        if (!BitConverter.IsLittleEndian)
            return;
        switch (size)
        {
            case 2:
                Span<short> pairs = MemoryMarshal.Cast<byte, short>(elements);
                BinaryPrimitives.ReverseEndianness(pairs, pairs);
                break;
            case 4:
                Span<int> quads = MemoryMarshal.Cast<byte, int>(elements);
                BinaryPrimitives.ReverseEndianness(quads, quads);
                break;
            case 8:
                Span<long> octets = MemoryMarshal.Cast<byte, long>(elements);
                BinaryPrimitives.ReverseEndianness(octets, octets);
                break;
        }
    }

    private static IdxType? TypeOrNull(Type type) =>
        type == typeof(byte) ? IdxType.UnsignedByte
        : type == typeof(sbyte) ? IdxType.SignedByte
        : type == typeof(short) ? IdxType.Short
        : type == typeof(int) ? IdxType.Int
        : type == typeof(float) ? IdxType.Float
        : type == typeof(double) ? IdxType.Double
        : null;
}
