namespace ChainRule.Benchmarking;

/// <summary>Numbers to compute with: the same in every run.</summary>
internal static class TestData
{
    /// <summary>float32, uniform from 0 to 1, and computed already.</summary>
    public static Tensor Uniform(params ReadOnlySpan<int> sizes)
    {
        Shape shape = Shape.Create(sizes);
        return Tensor.From<float>(Floats(shape.Length), shape);
    }

    /// <summary>int32 labels from 0 to 9.</summary>
    public static Tensor Labels(int count)
    {
        var random = new Random(count);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) labels[i] = random.Next(10);
        return Tensor.From<int>(labels);
    }

    public static float[] Floats(int count)
    {
        var random = new Random(count);
        float[] elements = new float[count];
        for (int i = 0; i < count; i++) elements[i] = random.NextSingle();
        return elements;
    }
}
