using System.Globalization;
using System.IO.Compression;

namespace ChainRule.Formats;

/// <summary>
/// Reads and writes IDX files, the format of the MNIST data set (LeCun, Cortes and Burges, "The MNIST database of
/// handwritten digits"): a header, then the numbers, the most significant byte of each first; often gzip-compressed.
/// </summary>
public static class IdxFile
{
    /// <summary>Reads a file, compressed with gzip or not, which its content tells, not its name.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidFileException">It is no IDX file, is cut off or damaged, something follows the data, or
    /// it is a folder.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IdxArray Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new InvalidFileException(path, "this is a folder, expected an IDX file. Name the file in it.");
        if (!File.Exists(path))
            throw Missing(path);

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(file, path);
    }

    /// <summary>
    /// Reads a stream from its position to its end, whether it is compressed with gzip (which its first two bytes tell)
    /// or not. The stream stays open.
    /// </summary>
    /// <remarks>
    /// Memory is taken as data arrive, not as the header announces them, and reading ends as soon as more come.
    /// </remarks>
    /// <param name="stream">The content of the file.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="InvalidFileException">It is no IDX file, is cut off or damaged, or something follows the data.
    /// </exception>
    public static IdxArray Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);

        using var file = new FileContent(stream, name);
        var header = IdxHeader.Read(file);
        int size = header.DataSize ?? throw new InvalidFileException(name, string.Create(
            CultureInfo.InvariantCulture,
            $"the header announces {header}, more than the {Array.MaxLength:N0} bytes that fit into an array. "
            + $"Is this an IDX file?"));

        byte[] data = file.Read(size, out int count);
        if (count < size)
        {
            throw new InvalidFileException(name, string.Create(
                CultureInfo.InvariantCulture,
                $"the header announces {header} ({size:N0} bytes of data), but the data end after {count:N0} bytes. "
                + $"The download may be incomplete: fetch it again."));
        }
        if (file.Read(stackalloc byte[1]) != 0)
        {
            throw new InvalidFileException(name, string.Create(
                CultureInfo.InvariantCulture,
                $"the header announces {header} ({size:N0} bytes of data), but more follow. "
                + $"The file may be damaged, or two files joined: fetch it again."));
        }
        IdxElement.SwapByteOrder(data, header.Type.Size());
        return new(header, data, name);
    }

    /// <summary>Writes a file, compressed with gzip if its name ends in ".gz".</summary>
    /// <remarks>
    /// Until all is written a file that was there stays as it is, and then it is replaced: never is there half a file.
    /// </remarks>
    /// <param name="path">The file, in a folder that exists.</param>
    /// <param name="array">What it shall hold.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written, or it is a folder.</exception>
    /// <exception cref="IOException">Writing failed, e.g. because the disk is full.</exception>
    public static void Write(string path, IdxArray array)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(array);
        bool compress = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        AtomicFile.Write(path, file =>
        {
            if (!compress)
            {
                Write(file, array);
                return;
            }
            using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
            Write(gzip, array);
        });
    }

    /// <summary>Writes to a stream, uncompressed. The stream stays open.</summary>
    /// <param name="stream">The stream, which takes the content from its position on.</param>
    /// <param name="array">What is written.</param>
    public static void Write(Stream stream, IdxArray array)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(array);
        stream.Write(array.Header.ToBytes());

        // A multiple of all sizes of elements.
        byte[] block = new byte[Math.Min(array.Data.Length, 1 << 16)];
        for (ReadOnlySpan<byte> rest = array.Data; !rest.IsEmpty;)
        {
            Span<byte> part = block.AsSpan(0, Math.Min(rest.Length, block.Length));
            rest[..part.Length].CopyTo(part);
            IdxElement.SwapByteOrder(part, array.Type.Size());
            stream.Write(part);
            rest = rest[part.Length..];
        }
    }

    private static FileNotFoundException Missing(string path)
    {
        string full = Path.GetFullPath(path);
        string other = full.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? full[..^3] : full + ".gz";
        string remedy = File.Exists(other)
            ? $"There is {other}: did you mean that?"
            : "Check the path, or fetch the file.";
        return new($"There is no file {full}. {remedy}", full);
    }
}
