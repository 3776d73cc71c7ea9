namespace ChainRule.Formats;

/// <summary>
/// The bytes of a file from first to last, decompressed where they come as gzip, which their first two bytes tell.
/// </summary>
internal sealed class FileContent : IDisposable
{
    // Deflate reaches 1032 : 1 at most; what people compress seldom exceeds 8 : 1.
    private const int UsualCompression = 8;
    private const int SmallestBuffer = 4096;

    private readonly Stream _stream;
    private readonly long _likelySize;

    /// <summary>Starts to read; the stream stays the caller's.</summary>
    public FileContent(Stream stream, string name)
    {
        Name = name;
        long size = stream.CanSeek ? stream.Length - stream.Position : 0;
        byte[] start = new byte[2];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        bool isGzip = start is [0x1F, 0x8B];
        _stream = isGzip ? new GzipContent(start, stream, name) : new FramedStream(start, stream, default);
        _likelySize = Math.Max(SmallestBuffer, isGzip ? UsualCompression * size : size);
    }

    /// <summary>The file as the user named it, for messages.</summary>
    public string Name { get; }

    /// <summary>Fills the buffer as far as the content reaches and returns how far that is.</summary>
    public int Read(Span<byte> buffer) => _stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);

    /// <summary>
    /// Reads as many bytes as announced, or fewer if the content ends before. The buffer starts at what the file's own
    /// size makes likely and grows only with what has arrived, so an announcement alone allocates nothing.
    /// </summary>
    /// <param name="announced">How many bytes should come.</param>
    /// <param name="count">How many came. If all did, the buffer is as long as that.</param>
    public byte[] Read(int announced, out int count)
    {
        byte[] buffer = GC.AllocateUninitializedArray<byte>((int)Math.Min(announced, _likelySize));
        count = 0;
        while (true)
        {
            count += Read(buffer.AsSpan(count));
            if (count < buffer.Length || count == announced)
                return buffer;
            byte[] larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(announced, 2L * count));
            buffer.CopyTo(larger);
            buffer = larger;
        }
    }

    public void Dispose() => _stream.Dispose();
}
