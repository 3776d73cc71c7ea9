using System.IO.Compression;

namespace ChainRule.Formats.Tests;

internal static class Gzip
{
    public static byte[] Compress(params ReadOnlySpan<byte> bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return compressed.ToArray();
    }
}
