using ChainRule.Formats;

namespace ChainRule.Learning.Tests;

public sealed class MnistTests
{
    [Fact]
    public void All_images_are_read_as_numbers_from_0_to_1()
    {
        Mnist mnist = Mnist.Load(RepositoryRoot.Of("data", "mnist"));

        Assert.Equal((60_000, 784, 10), (mnist.Train.Count, mnist.Train.Width, mnist.Train.Classes));
        Assert.Equal((10_000, 784, 10), (mnist.Test.Count, mnist.Test.Width, mnist.Test.Classes));
        Batch first = mnist.Train.Gather([0]);
        // The first training image is a 5. The sum of its pixels and the counts are those that NumPy finds
        // in the files.
        Assert.Equal(5, first.Labels.Item());
        Assert.Equal(27525, first.Inputs.Cast(DType.Float64).Sum().Item() * 255, 1e-2);
        Assert.Equal(1, first.Inputs.Max().Item());
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], CountLabels(mnist.Train));
    }

    [Fact]
    public void Files_may_be_compressed_or_not()
    {
        using var folder = new MnistFolder();

        Mnist mnist = Mnist.Load(folder.Path);

        Assert.Equal([7, 0, 9], mnist.Test.Labels.ToArray());
        Assert.Equal([0, 0.2f, 1, 0], mnist.Train.Gather([0]).Inputs.ToArray<float>());
    }

    [Fact]
    public void A_part_may_come_from_anywhere()
    {
        string folder = RepositoryRoot.Of("data", "mnist");
        using FileStream images = File.OpenRead(Path.Combine(folder, "t10k-images-idx3-ubyte.gz"));
        using FileStream labels = File.OpenRead(Path.Combine(folder, "t10k-labels-idx1-ubyte.gz"));
        LabeledData digits = Mnist.Read(images, labels);
        Assert.Equal((10_000, 784, 7), (digits.Count, digits.Width, digits.Labels[0]));

        using var page = new MemoryStream("<!DOCTYPE html>"u8.ToArray());
        Assert.Throws<InvalidFileException>(() => Mnist.Read(page, new MemoryStream()));
    }

    [Theory]
    [InlineData(1, 16, 16)]
    [InlineData(20, 3, 5)]
    [InlineData(20, 1, 17)]
    [InlineData(9, 1, 31)]
    public void Every_byte_is_read_as_its_255th_part_whatever_the_width(int count, int height, int width)
    {
        using var folder = new MnistFolder();
        byte[] bytes = [.. Enumerable.Range(0, count * height * width).Select(static i => (byte)i)];
        folder.Write("train-images-idx3-ubyte", IdxArray.Of<byte>(bytes, count, height, width));
        folder.Write("train-labels-idx1-ubyte.gz", IdxArray.Of<byte>(new byte[count], count));

        LabeledData train = Mnist.Load(folder.Path).Train;

        float[] read = Assert.Single(train.Chunks(count)).Inputs.ToArray<float>();
        Assert.Equal(bytes.Select(static number => number / 255f), read);
    }

    [Fact]
    public void Files_that_do_not_belong_together_are_explained()
    {
        var errors = new ErrorList();
        Add("labels where images are expected", "train-images-idx3-ubyte", IdxArray.Of<byte>([1, 2, 3], 3));
        Add("images where labels are expected", "t10k-labels-idx1-ubyte.gz", IdxArray.Of<byte>([1, 2, 3, 4], 1, 2, 2));
        Add("other numbers of labels and images", "train-labels-idx1-ubyte.gz", IdxArray.Of<byte>([1, 2], 2));
        Add("a label that is no digit", "train-labels-idx1-ubyte.gz", IdxArray.Of<byte>([1, 10, 2], 3));
        Add("labels that are no bytes", "train-labels-idx1-ubyte.gz", IdxArray.Of<int>([1, 2, 3], 3));
        Add("no images", "train-images-idx3-ubyte", IdxArray.Of<byte>([], 0, 2, 2));
        using var folder = new MnistFolder();
        File.Delete(folder.Of("t10k-images-idx3-ubyte"));
        errors.Add("a missing file", () => Mnist.Load(folder.Path), folder.Path);
        errors.Add("a missing folder", () => Mnist.Load(folder.Of("none")), folder.Path);

        Approved.Verify(errors.ToString());

        void Add(string cause, string name, IdxArray content)
        {
            using var spoilt = new MnistFolder();
            spoilt.Write(name, content);
            errors.Add(cause, () => Mnist.Load(spoilt.Path), spoilt.Path);
        }
    }

    private static int[] CountLabels(LabeledData data)
    {
        int[] counts = new int[data.Classes];
        foreach (int label in data.Labels) counts[label]++;
        return counts;
    }
}
