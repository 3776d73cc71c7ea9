using ChainRule.Formats;

namespace ChainRule.Learning.Tests;

/// <summary>
/// A folder with files in the form of MNIST, three images of 2 × 2 in each part, which tests then spoil.
/// </summary>
internal sealed class MnistFolder : IDisposable
{
    public MnistFolder()
    {
        foreach (string part in (string[])["train", "t10k"])
        {
            Write($"{part}-images-idx3-ubyte", IdxArray.Of<byte>([0, 51, 255, 0, 1, 2, 3, 4, 5, 6, 7, 8], 3, 2, 2));
            Write($"{part}-labels-idx1-ubyte.gz", IdxArray.Of<byte>([7, 0, 9], 3));
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("chainrule-").FullName;

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string name, IdxArray array) => IdxFile.Write(Of(name), array);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
