using ChainRule.Formats;

namespace ChainRule.Learning;

/// <summary>
/// The MNIST data set of handwritten digits (LeCun, Cortes and Burges): images of 28 × 28 pixels from 0 (black) to 1
/// (white), as rows of 784, with the digit each one shows. Pixels are kept as bytes, 47 MB for the training images.
/// </summary>
public sealed class Mnist
{
    private Mnist(LabeledData train, LabeledData test) => (Train, Test) = (train, test);

    /// <summary>60,000 images to learn from.</summary>
    public LabeledData Train { get; }

    /// <summary>10,000 images to examine what was learnt.</summary>
    public LabeledData Test { get; }

    /// <summary>
    /// Reads the four files: train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and
    /// t10k-labels-idx1-ubyte, as they are or compressed as .gz.
    /// </summary>
    /// <param name="directory">
    /// Where they lie. By default that is the first folder data/mnist with the files beside the program, or in the
    /// current folder or one above it.
    /// </param>
    /// <exception cref="FileNotFoundException">
    /// A file was not found; the message says where it was looked for.
    /// </exception>
    /// <exception cref="ChainRule.Formats.InvalidFileException">
    /// A file is damaged, or holds something else than its name says.
    /// </exception>
    public static Mnist Load(string? directory = null)
    {
        var files = MnistFiles.Find(directory);
        LabeledData train = files.Read("train"), test = files.Read("t10k");
        return new Mnist(train, test);
    }

    /// <summary>Reads one part of the data set, or of one in the same form, from where there are no files.</summary>
    /// <param name="images">The content of a file of images, as it is or compressed by gzip.</param>
    /// <param name="labels">That of the file of their labels.</param>
    /// <exception cref="ChainRule.Formats.InvalidFileException">
    /// One is damaged or holds something else, or they do not belong together.
    /// </exception>
    public static LabeledData Read(Stream images, Stream labels) =>
        MnistFiles.Join(IdxFile.Read(images, nameof(images)), IdxFile.Read(labels, nameof(labels)));
}
