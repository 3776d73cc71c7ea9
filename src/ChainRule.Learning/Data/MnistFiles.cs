using System.Globalization;
using ChainRule.Formats;

namespace ChainRule.Learning;

/// <summary>The folder with the files of MNIST, or of a data set in the same form.</summary>
internal sealed class MnistFiles
{
    private const int Digits = 10;

    private readonly string _directory;

    private MnistFiles(string directory) => _directory = directory;

    /// <summary>Finds the folder.</summary>
    /// <exception cref="FileNotFoundException">No folder that comes into question has the files.</exception>
    public static MnistFiles Find(string? directory)
    {
        string[] candidates = directory is null ? [.. DefaultDirectories()] : [directory];
        string images = NameOf("train", isImages: true);
        foreach (string candidate in candidates)
        {
            if (Locate(candidate, images) is not null) return new MnistFiles(candidate);
        }

        throw Missing(images, candidates);
    }

    /// <summary>Reads the images and labels of one part of the data set.</summary>
    /// <param name="part">train or t10k.</param>
    public LabeledData Read(string part)
    {
        return Join(Read(part, isImages: true), Read(part, isImages: false));
    }

    /// <summary>Puts images and labels together.</summary>
    /// <exception cref="InvalidFileException">They are no images and labels of digits, or not as many.</exception>
    public static LabeledData Join(IdxArray images, IdxArray labels)
    {
        Check(images, isImages: true);
        Check(labels, isImages: false);
        if (images.Dimensions[0] != labels.Dimensions[0])
        {
            throw new InvalidFileException(labels.Name, string.Create(CultureInfo.InvariantCulture,
                $"there are {labels.Dimensions[0]:N0} labels, but {images.Dimensions[0]:N0} images in {images.Name}. "
                + $"Put files together that belong together."));
        }

        int[] numbers = labels.To<int>();
        int wrong = Array.FindIndex(numbers, static number => number >= Digits);
        if (wrong >= 0)
        {
            throw new InvalidFileException(labels.Name, string.Create(CultureInfo.InvariantCulture,
                $"labels must be digits from 0 to 9, but label {wrong} is {numbers[wrong]}. "
                + $"Is this the labels' file? Fetch it again."));
        }

        int width = images.Dimensions[1] * images.Dimensions[2];
        return new LabeledData(new ByteRows(images.To<byte>(), width), numbers, Digits);
    }

    private IdxArray Read(string part, bool isImages)
    {
        string name = NameOf(part, isImages);
        return IdxFile.Read(Locate(_directory, name) ?? throw Missing(name, [_directory]));
    }

    private static void Check(IdxArray array, bool isImages)
    {
        int rank = isImages ? 3 : 1;
        if (array.Type == IdxType.UnsignedByte && array.Dimensions.Length == rank && array.Count > 0) return;

        string expected = isImages
            ? "images (unsigned bytes in 3 dimensions)"
            : "labels (unsigned bytes in 1 dimension)";
        string shape = string.Join(" × ", array.Dimensions);
        throw new InvalidFileException(array.Name,
            $"expected {expected}, but it holds {shape} values of type {array.Type}. "
            + "Were the files of images and labels swapped or renamed? Fetch them again.");
    }

    private static string NameOf(string part, bool isImages) =>
        isImages ? $"{part}-images-idx3-ubyte" : $"{part}-labels-idx1-ubyte";

    /// <summary>The file, compressed or not, if it is there.</summary>
    private static string? Locate(string directory, string name)
    {
        // Some archives have a dot before idx.
        string other = name.Replace("-idx", ".idx", StringComparison.Ordinal);
        string[] names = [$"{name}.gz", name, $"{other}.gz", other];
        return names.Select(file => Path.Combine(directory, file)).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> DefaultDirectories()
    {
        yield return Path.Combine(AppContext.BaseDirectory, "data", "mnist");
        for (DirectoryInfo? folder = new(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "data", "mnist");
    }

    private static FileNotFoundException Missing(string name, IEnumerable<string> directories) => new(
        $"MNIST: there is no file {name} or {name}.gz in {string.Join(", ", directories.Select(Path.GetFullPath))}. "
        + "Put the four files of MNIST into data/mnist of the current folder, or name the folder that has them.", name);
}
