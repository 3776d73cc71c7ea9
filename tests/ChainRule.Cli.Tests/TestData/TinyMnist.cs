using ChainRule.Formats;

namespace ChainRule.Cli.Tests;

/// <summary>
/// A folder with four small files in MNIST's format. Each digit is a bright row of its own, so a network learns them at
/// once.
/// </summary>
internal sealed class TinyMnist : IDisposable
{
    public const int TrainImages = 600, TestImages = 100;
    private const int Side = 28;

    public TinyMnist()
    {
        Write("train", TrainImages);
        Write("t10k", TestImages);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("chainrule-tiny-").FullName;

    /// <summary>A path in the folder.</summary>
    public string At(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(string part, int count)
    {
        var pixels = new byte[count * Side * Side];
        var labels = new byte[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % 10);
            pixels.AsSpan((i * Side * Side) + (2 * labels[i] * Side), Side).Fill(255);
        }

        IdxFile.Write(At($"{part}-images-idx3-ubyte"), IdxArray.Of<byte>(pixels, count, Side, Side));
        IdxFile.Write(At($"{part}-labels-idx1-ubyte"), IdxArray.Of<byte>(labels, count));
    }
}
