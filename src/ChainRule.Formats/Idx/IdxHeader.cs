using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;

namespace ChainRule.Formats;

/// <summary>
/// The start of an IDX file: 0, 0, the type, the number of dimensions, then each dimension in four bytes, the most
/// significant first.
/// </summary>
internal sealed class IdxHeader(IdxType type, ImmutableArray<int> dimensions)
{
    public const int MaxRank = 8;

    public IdxType Type { get; } = type;

    public ImmutableArray<int> Dimensions { get; } = dimensions;

    /// <summary>How many bytes of data follow, or null if that is more than an array can hold.</summary>
    public int? DataSize
    {
        get
        {
            if (Dimensions.Contains(0))
                return 0;
            long size = Type.Size();
            foreach (int dimension in Dimensions)
            {
                size *= dimension; // below 2³¹ · 2³¹
                if (size > Array.MaxLength)
                    return null;
            }
            return (int)size;
        }
    }

    public static IdxHeader Read(FileContent file)
    {
        Span<byte> magic = stackalloc byte[4];
        magic = magic[..file.Read(magic)];
        if (magic is not [0, 0, _, _])
            throw NotIdx(file.Name, magic);

        var type = (IdxType)magic[2];
        if (!Enum.IsDefined(type))
        {
            throw new InvalidFileException(
                file.Name,
                $"the header gives {magic[2]:X2} as the type of the elements, expected 08, 09, 0B, 0C, 0D or 0E. "
                + "Is this an IDX file?");
        }
        int rank = magic[3];
        if (rank is 0 or > MaxRank)
        {
            throw new InvalidFileException(
                file.Name, $"the header announces {rank} dimensions, expected 1 to {MaxRank}. Is this an IDX file?");
        }
        return new(type, ReadDimensions(file, rank));
    }

    public byte[] ToBytes()
    {
        byte[] bytes = new byte[4 + 4 * Dimensions.Length];
        bytes[2] = (byte)Type;
        bytes[3] = (byte)Dimensions.Length;
        for (int i = 0; i < Dimensions.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + 4 * i), Dimensions[i]);
        return bytes;
    }

    /// <summary>In words: "60000 × 28 × 28 unsigned bytes".</summary>
    public override string ToString() => $"{string.Join(" × ", Dimensions.Select(Invariant))} {Type.Plural()}";

    private static ImmutableArray<int> ReadDimensions(FileContent file, int rank)
    {
        Span<byte> bytes = stackalloc byte[4 * rank];
        int count = file.Read(bytes);
        if (count < bytes.Length)
        {
            throw new InvalidFileException(
                file.Name,
                $"the header announces {rank} dimensions and needs {4 + bytes.Length} bytes, but the file ends after "
                + $"{4 + count}. The download may be incomplete: fetch it again.");
        }
        var dimensions = ImmutableArray.CreateBuilder<int>(rank);
        for (int i = 0; i < rank; i++)
        {
            int dimension = BinaryPrimitives.ReadInt32BigEndian(bytes[(4 * i)..]);
            if (dimension < 0)
            {
                throw new InvalidFileException(file.Name, string.Create(
                    CultureInfo.InvariantCulture,
                    $"the header gives {(uint)dimension:N0} as dimension {i}, expected at most {int.MaxValue:N0}. "
                    + $"Is this an IDX file?"));
            }
            dimensions.Add(dimension);
        }
        return dimensions.MoveToImmutable();
    }

    private static InvalidFileException NotIdx(string name, ReadOnlySpan<byte> start)
    {
        string expected = "expected 00 00 tt nn, the type and the number of dimensions";
        return new(name, start switch
        {
            [] => $"the file is empty, {expected}. The download may have failed: fetch it again.",
            [0] or [0, 0] or [0, 0, _] => $"the file ends within its first four bytes ({Hex(start)}), {expected}. "
                + "The download may be incomplete: fetch it again.",
            [(byte)'<', ..] => $"the first bytes are {Hex(start)}, {expected}. This looks like a web page: "
                + "the download may have failed, so fetch it again.",
            _ => $"the first bytes are {Hex(start)}, {expected}. Is this an IDX file?",
        });
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => BitConverter.ToString(bytes.ToArray()).Replace('-', ' ');

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
