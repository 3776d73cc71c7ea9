using System.Globalization;

namespace ChainRule.Formats.Tests;

public sealed class IdxFileErrorTests
{
    private static readonly byte[] Valid =
        [0, 0, 0x08, 2, 0, 0, 0, 3, 0, 0, 0, 4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    [Fact]
    public void Content_that_is_not_right_is_explained()
    {
        byte[] gzip = Gzip.Compress(Valid);
        byte[] wrongSum = [.. gzip];
        wrongSum[^8] ^= 1;
        byte[] wrongCode = [.. gzip];
        wrongCode[10] = 0xFF;
        byte[] large = new byte[30012];
        new Random(1).NextBytes(large);
        new byte[] { 0, 0, 0x08, 2, 0, 0, 0, 100, 0, 0, 1, 44 }.CopyTo(large, 0);
        byte[] largeGzip = Gzip.Compress(large);

        var errors = new ErrorList();
        Add("empty");
        Add("one byte", 0);
        Add("one other byte", 7);
        Add("three bytes", 0, 0, 8);
        Add("a PNG image", 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A);
        Add("a web page", [.. "<!DOCTYPE html>"u8]);
        Add("an unknown type", 0, 0, 0x0A, 1, 0, 0, 0, 1, 5);
        Add("no dimensions", 0, 0, 0x08, 0, 5);
        Add("nine dimensions", 0, 0, 0x08, 9, 0, 0, 0, 1);
        Add("cut off in the dimensions", [.. Valid.AsSpan(..9)]);
        Add("a negative dimension", 0, 0, 0x08, 1, 0x80, 0, 0, 0);
        Add("more than any array", 0, 0, 0x0E, 2, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF);
        Add("a product that overflows 64 bits",
            [0, 0, 0x08, 8, .. Enumerable.Repeat(new byte[] { 0x01, 0, 0, 0 }, 8).SelectMany(x => x)]);
        Add("MNIST cut off", 0, 0, 0x08, 3, 0, 0, 0xEA, 0x60, 0, 0, 0, 28, 0, 0, 0, 28, 1, 2, 3);
        Add("doubles cut off", 0, 0, 0x0E, 1, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Add("one byte too many", [.. Valid, 13]);
        Add("gzip: empty content", 0x1F, 0x8B);
        Add("gzip: cut off in its header", [.. gzip.AsSpan(..7)]);
        Add("gzip: cut off in its codes", [.. largeGzip.AsSpan(..20000)]);
        Add("gzip: cut off in its checksum", [.. gzip.AsSpan(..^5)]);
        Add("gzip: cut off in its last byte", [.. gzip.AsSpan(..^1)]);
        Add("gzip: wrong checksum", wrongSum);
        Add("gzip: wrong code", wrongCode);
        Add("gzip: zeros behind it", [.. gzip, 0, 0, 0]);
        Add("gzip: its own start behind it", [.. gzip, 0x1F]);
        Add("gzip: content cut off", Gzip.Compress(Valid.AsSpan(..^1)));
        Add("gzip: content too long", Gzip.Compress([.. Valid, 13]));
        Add("gzip: of no IDX file", Gzip.Compress([.. "hello"u8]));
        Add("gzip: of gzip", Gzip.Compress(gzip));

        Approved.Verify(errors.ToString());

        void Add(string cause, params byte[] content) =>
            errors.Add(cause, () => IdxFile.Read(new MemoryStream(content), "x.idx"));
    }

    [Fact]
    public void Paths_that_lead_to_no_file_are_explained()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Of("labels.gz"), Valid);
        File.WriteAllBytes(folder.Of("images"), Valid);

        var errors = new ErrorList();
        Add("a missing file", () => IdxFile.Read(folder.Of("none")));
        Add("a missing file of which the compressed one exists", () => IdxFile.Read(folder.Of("labels")));
        Add("a missing file of which the uncompressed one exists", () => IdxFile.Read(folder.Of("images.gz")));
        Add("a file in a missing folder", () => IdxFile.Read(folder.Of("none/none")));
        Add("a folder", () => IdxFile.Read(folder.Path));

        Approved.Verify(errors.ToString());

        void Add(string cause, Action action) => errors.Add(cause, action, folder.Path);
    }

    [Fact]
    public void An_error_names_the_file_apart_from_the_problem()
    {
        var error = Assert.Throws<InvalidFileException>(() => IdxFile.Read(new MemoryStream(), "x.idx"));

        Assert.Equal("x.idx", error.FileName);
        Assert.Equal($"x.idx: {error.Problem}", error.Message);
        Assert.IsType<IOException>(error, exactMatch: false);
    }

    [Fact]
    public void A_missing_file_is_named_in_the_exception()
    {
        var error = Assert.Throws<FileNotFoundException>(() => IdxFile.Read("none.idx"));

        Assert.Equal(Path.GetFullPath("none.idx"), error.FileName);
    }

    [Fact]
    public void Numbers_in_messages_do_not_depend_on_the_culture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            var error = Assert.Throws<InvalidFileException>(
                () => IdxFile.Read(new MemoryStream([0, 0, 8, 1, 0, 1, 0, 0]), "x.idx"));
            Assert.Contains("65536 unsigned bytes (65,536 bytes", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
