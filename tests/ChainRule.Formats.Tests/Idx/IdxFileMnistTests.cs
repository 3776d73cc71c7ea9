namespace ChainRule.Formats.Tests;

/// <summary>The real files; sizes and labels as LeCun, Cortes and Burges publish them.</summary>
public sealed class IdxFileMnistTests
{
    [Theory]
    [InlineData("train", 60000)]
    [InlineData("t10k", 10000)]
    public void Images_and_labels_have_their_dimensions(string set, int count)
    {
        IdxArray images = Read($"{set}-images-idx3-ubyte.gz");
        IdxArray labels = Read($"{set}-labels-idx1-ubyte.gz");

        Assert.Equal(IdxType.UnsignedByte, images.Type);
        Assert.Equal([count, 28, 28], images.Dimensions.AsSpan());
        Assert.Equal(count * 28 * 28, images.Count);
        Assert.Equal(IdxType.UnsignedByte, labels.Type);
        Assert.Equal([count], labels.Dimensions.AsSpan());
    }

    [Theory]
    [InlineData("train", new byte[] { 5, 0, 4, 1, 9, 2, 1, 3, 1, 4 })]
    [InlineData("t10k", new byte[] { 7, 2, 1, 0, 4, 1, 4, 9, 5, 9 })]
    public void The_first_labels_are_known(string set, byte[] expected) =>
        Assert.Equal(expected, Read($"{set}-labels-idx1-ubyte.gz").AsSpan<byte>()[..10]);

    [Theory]
    [InlineData("train", new[] { 5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949 })]
    [InlineData("t10k", new[] { 980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009 })]
    public void Every_digit_occurs_as_often_as_known(string set, int[] expected)
    {
        int[] histogram = new int[10];
        foreach (byte label in Read($"{set}-labels-idx1-ubyte.gz").AsSpan<byte>())
            histogram[label]++;

        Assert.Equal(expected, histogram);
    }

    // Mean 0.1307 and standard deviation 0.3081 are the constants by which the field normalises MNIST.
    [Fact]
    public void The_training_pixels_have_the_known_mean_and_deviation()
    {
        double sum = 0, squares = 0;
        float[] pixels = Read("train-images-idx3-ubyte.gz").To<float>();
        foreach (float pixel in pixels)
        {
            sum += pixel;
            squares += (double)pixel * pixel;
        }
        double mean = sum / pixels.Length;

        // The constants have four places.
        Assert.Equal(0.1307, mean / 255, tolerance: 0.00005);
        Assert.Equal(0.3081, Math.Sqrt(squares / pixels.Length - mean * mean) / 255, tolerance: 0.00005);
    }

    private static IdxArray Read(string name) => IdxFile.Read(RepositoryRoot.Of("data", "mnist", name));
}
