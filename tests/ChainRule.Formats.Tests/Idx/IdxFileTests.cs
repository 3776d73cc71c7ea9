namespace ChainRule.Formats.Tests;

public sealed class IdxFileTests
{
    // Written by hand after the description of the format: type, two dimensions, most significant byte first.
    public static TheoryData<byte[], double[]> KnownFiles => new()
    {
        { [0, 0, 0x08, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0x00, 0xFF], [0, 255] },
        { [0, 0, 0x09, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0x7F, 0x80], [127, -128] },
        { [0, 0, 0x0B, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0x01, 0x02, 0xFF, 0xFE], [258, -2] },
        { [0, 0, 0x0C, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF], [65536, -1] },
        { [0, 0, 0x0D, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0x3F, 0xC0, 0, 0, 0xFF, 0x80, 0, 0], [1.5, double.NegativeInfinity] },
        {
            [0, 0, 0x0E, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0],
            [1.5, -0.0]
        },
    };

    [Theory]
    [MemberData(nameof(KnownFiles))]
    public void Every_type_is_read(byte[] file, double[] expected)
    {
        IdxArray array = IdxFile.Read(new MemoryStream(file), "known");

        Assert.Equal((IdxType)file[2], array.Type);
        Assert.Equal([1, 2], array.Dimensions.AsSpan());
        Assert.Equal(expected, array.To<double>());
    }

    [Theory]
    [MemberData(nameof(KnownFiles))]
    public void Every_type_is_written(byte[] expected, double[] values)
    {
        IdxArray array = (IdxType)expected[2] switch
        {
            IdxType.UnsignedByte => IdxArray.Of(Array.ConvertAll(values, v => (byte)v), 1, 2),
            IdxType.SignedByte => IdxArray.Of(Array.ConvertAll(values, v => (sbyte)v), 1, 2),
            IdxType.Short => IdxArray.Of(Array.ConvertAll(values, v => (short)v), 1, 2),
            IdxType.Int => IdxArray.Of(Array.ConvertAll(values, v => (int)v), 1, 2),
            IdxType.Float => IdxArray.Of(Array.ConvertAll(values, v => (float)v), 1, 2),
            _ => IdxArray.Of(values, 1, 2),
        };
        using var file = new MemoryStream();
        IdxFile.Write(file, array);

        Assert.Equal(expected, file.ToArray());
    }

    [Fact]
    public void Gzip_is_told_by_the_content_not_by_the_name()
    {
        byte[] raw = [0, 0, 0x08, 1, 0, 0, 0, 1, 42];

        Assert.Equal([42], IdxFile.Read(new MemoryStream(raw), "x.gz").To<byte>());
        Assert.Equal([42], IdxFile.Read(new MemoryStream(Gzip.Compress(raw)), "x").To<byte>());
    }

    [Fact]
    public void A_gzip_file_may_have_several_members()
    {
        byte[] file = [.. Gzip.Compress(0, 0, 0x08, 1, 0, 0), .. Gzip.Compress(0, 2, 1), .. Gzip.Compress(2)];

        Assert.Equal([1, 2], IdxFile.Read(new MemoryStream(file), "members").To<byte>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8191)]
    public void Streams_that_trickle_and_cannot_seek_are_read(int step)
    {
        byte[] values = new byte[20000];
        new Random(1).NextBytes(values);
        using var raw = new MemoryStream();
        IdxFile.Write(raw, IdxArray.Of<byte>(values, 200, 100));

        Assert.Equal(values, IdxFile.Read(new TricklingStream(raw.ToArray(), step), "raw").AsSpan<byte>());
        byte[] compressed = Gzip.Compress(raw.ToArray());
        Assert.Equal(values, IdxFile.Read(new TricklingStream(compressed, step), "gzip").AsSpan<byte>());
    }

    [Fact]
    public void Reading_starts_at_the_position_of_the_stream_and_leaves_it_open()
    {
        using var stream = new MemoryStream([9, 9, 9, 0, 0, 0x08, 1, 0, 0, 0, 1, 42]) { Position = 3 };

        Assert.Equal([42], IdxFile.Read(stream, "x").To<byte>());
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void An_array_with_a_dimension_of_zero_has_no_data()
    {
        byte[] file = [0, 0, 0x0E, 3, 0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF];

        Assert.Equal(0, IdxFile.Read(new MemoryStream(file), "empty").Count);
    }

    [Fact]
    public void A_name_that_ends_in_gz_is_written_compressed()
    {
        using var folder = new TemporaryFolder();
        var zeros = IdxArray.Of(new byte[10000], 10000);
        IdxFile.Write(folder.Of("zeros"), zeros);
        IdxFile.Write(folder.Of("zeros.GZ"), zeros);

        Assert.Equal(10008, new FileInfo(folder.Of("zeros")).Length);
        Assert.Equal([0x1F, 0x8B], File.ReadAllBytes(folder.Of("zeros.GZ"))[..2]);
        Assert.Equal(10000, IdxFile.Read(folder.Of("zeros.GZ")).Count);
    }

    [Fact]
    public void Writing_replaces_a_file_and_leaves_nothing_else_behind()
    {
        using var folder = new TemporaryFolder();
        IdxFile.Write(folder.Of("x"), IdxArray.Of<int>([1, 2, 3], 3));
        IdxFile.Write(folder.Of("x"), IdxArray.Of<int>([4], 1));

        Assert.Equal([4], IdxFile.Read(folder.Of("x")).AsSpan<int>());
        Assert.Equal([folder.Of("x")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_failed_writing_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Of("x"));

        Assert.ThrowsAny<Exception>(() => IdxFile.Write(folder.Of("x"), IdxArray.Of<int>([4], 1)));
        Assert.Equal([folder.Of("x")], Directory.GetFileSystemEntries(folder.Path));
    }
}
