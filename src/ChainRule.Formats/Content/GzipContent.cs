using System.Globalization;
using System.IO.Compression;

namespace ChainRule.Formats;

/// <summary>
/// What a gzip file (RFC 1952, of one or several members) holds. It ends normally only where the gzip data and the
/// file end together.
/// </summary>
/// <remarks>
/// <see cref="GZipStream"/> takes a file that is cut off for one that ends, even within the checksum, and overlooks
/// what follows the last member. So the file is read with one more member behind it, the seal. The seal comes out
/// unharmed exactly if everything before it was whole; a cut makes it part of something else, and other bytes before
/// it hide it.
/// </remarks>
internal sealed class GzipContent : ForwardStream
{
    private static readonly byte[] Mark = [0xC4, 0x1A, 0x9D, 0x52, 0xE7, 0x38, 0x6B, 0xF0];
    private static readonly byte[] Seal = Compress(Mark);

    private readonly string _name;
    private readonly FramedStream _source;
    private readonly GZipStream _gzip;
    private long _count;
    private bool _ended;

    public GzipContent(ReadOnlyMemory<byte> start, Stream rest, string name)
    {
        _name = name;
        _source = new FramedStream(start, rest, Seal);
        _gzip = new GZipStream(_source, CompressionMode.Decompress, leaveOpen: true);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty)
            return 0;

        // The decompressor asks for more input only when it has nothing to give out, so one read never returns bytes
        // of the file together with bytes of the seal.
        int count = Decompress(buffer);
        if (count > 0 && !_source.InnerEnded)
        {
            _count += count;
            return count;
        }
        CheckSeal(buffer[..count]);
        _ended = true;
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gzip.Dispose();
        base.Dispose(disposing);
    }

    private void CheckSeal(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
            throw Invalid("the gzip data is cut off, or something else follows it");

        Span<byte> mark = stackalloc byte[Mark.Length + 1];
        int count = Math.Min(start.Length, mark.Length);
        start[..count].CopyTo(mark);
        for (int more = count; more > 0 && count < mark.Length; count += more)
            more = Decompress(mark[count..]);
        if (!mark[..count].SequenceEqual(Mark))
            throw Invalid("the file ends in the middle of its gzip data");
    }

    private int Decompress(Span<byte> buffer)
    {
        try
        {
            return _gzip.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw Invalid(
                _source.InnerEnded ? "the file ends in the middle of its gzip data" : "the gzip data is damaged", e);
        }
    }

    private InvalidFileException Invalid(string what, Exception? cause = null) => new(
        _name,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what} (found after {_count:N0} decompressed bytes). "
            + $"The download may be incomplete or damaged: fetch it again."),
        cause);

    private static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return compressed.ToArray();
    }
}
