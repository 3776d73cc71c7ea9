using System.Diagnostics;

namespace ChainRule.Formats.Tests;

public sealed class IdxFileFuzzTests
{
    private const int Cases = 20_000;

    [Fact]
    public void Changed_files_are_read_or_explained() => Fuzz(ValidFile());

    [Fact]
    public void Changed_gzip_files_are_read_or_explained() => Fuzz(Gzip.Compress(ValidFile()));

    [Fact]
    public void Gzip_of_changed_files_is_read_or_explained() => Fuzz(ValidFile(), x => Gzip.Compress(x));

    [Fact]
    public void Every_file_that_is_cut_off_is_noticed()
    {
        byte[] raw = ValidFile(), gzip = Gzip.Compress(raw);

        for (int length = 0; length < raw.Length; length++)
            Assert.Throws<InvalidFileException>(() => IdxFile.Read(new MemoryStream(raw[..length]), "raw"));
        for (int length = 0; length < gzip.Length; length++)
            Assert.Throws<InvalidFileException>(() => IdxFile.Read(new MemoryStream(gzip[..length]), "gzip"));
    }

    // Chunks as they come from a stream end before, within and behind what follows the gzip data.
    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0x1F })]
    [InlineData(new byte[] { 0x1F, 0x8B })]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3 })]
    public void Whatever_follows_the_gzip_data_is_noticed(byte[] garbage)
    {
        byte[] file = [.. Gzip.Compress(ValidFile()), .. garbage];

        for (int step = 1; step <= file.Length; step++)
            Assert.Throws<InvalidFileException>(() => IdxFile.Read(new TricklingStream(file, step), "gzip"));
    }

    // 1 GiB of zeros is 1 MiB in gzip; a reader that goes on after the announced 16 bytes needs seconds and gigabytes.
    [Fact]
    public void Reading_stops_when_more_comes_than_announced()
    {
        byte[] bomb = Gzip.Compress([0, 0, 0x08, 1, 0, 0, 0, 16, .. new byte[1 << 20]]);
        var joined = new TricklingStream([.. Enumerable.Repeat(bomb, 1024).SelectMany(x => x)], step: 4096);

        Assert.Throws<InvalidFileException>(() => IdxFile.Read(joined, "bomb"));
        Assert.NotEqual(-1, joined.ReadByte());
    }

    [Fact]
    public void An_announcement_alone_allocates_nothing()
    {
        byte[] file = [0, 0, 0x08, 1, 0x7F, 0xFF, 0xFF, 0x00, 1, 2, 3];

        Assert.InRange(Allocated(file), 0, 100_000);
        Assert.InRange(Allocated(Gzip.Compress(file)), 0, 100_000);
    }

    private static void Fuzz(byte[] valid, Func<byte[], byte[]>? wrap = null)
    {
        var random = new Random(20260101);
        var clock = Stopwatch.StartNew();
        int read = 0;
        for (int i = 0; i < Cases; i++)
        {
            byte[] file = Change(valid, random);
            file = wrap?.Invoke(file) ?? file;
            try
            {
                // 4 KiB for data, 8 KiB in GZipStream, the rest for the exception and its trace.
                long allocated = Allocated(file, () => read++);
                Assert.True(allocated < 100_000, $"Allocated {allocated} bytes.");
            }
            catch (Exception e)
            {
                Assert.Fail($"Case {i}, {Convert.ToHexString(file)}: {e}");
            }
        }

        // A case takes tens of microseconds; a hang takes for ever.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{Cases} cases took {clock.Elapsed}.");
        Assert.InRange(read, 1, Cases - 1);
    }

    private static long Allocated(byte[] file, Action? whenRead = null)
    {
        using var stream = new MemoryStream(file);
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            IdxFile.Read(stream, "fuzz");
            whenRead?.Invoke();
        }
        catch (InvalidFileException)
        {
        }
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>One to four bits or bytes changed, pieces cut out, doubled or inserted.</summary>
    private static byte[] Change(byte[] valid, Random random)
    {
        List<byte> bytes = [.. valid];
        for (int changes = random.Next(1, 5); changes > 0; changes--)
        {
            int at = random.Next(bytes.Count + 1);
            int count = random.Next(Math.Min(8, bytes.Count - at) + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 3:
                    bytes.RemoveRange(at, count);
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, count));
                    break;
                default:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
            }
        }
        return [.. bytes];
    }

    private static byte[] ValidFile()
    {
        using var file = new MemoryStream();
        short[] cubes = [.. Enumerable.Range(-30, 60).Select(x => (short)(x * x * x))];
        IdxFile.Write(file, IdxArray.Of<short>(cubes, 3, 4, 5));
        return file.ToArray();
    }
}
