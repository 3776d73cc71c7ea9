namespace ChainRule.Tests.Ops.Elementwise;

/// <summary>Elementwise ops of differently shaped tensors: every axis of either side whole, 1 or missing.</summary>
public sealed class BroadcastingTests
{
    private static readonly int[] Full = [2, 3, 4];

    /// <summary>The shapes that broadcast to 2 × 3 × 4.</summary>
    public static IEnumerable<Shape> Parts
    {
        get
        {
            for (int rank = 0; rank <= Full.Length; rank++)
            {
                for (int ones = 0; ones < 1 << rank; ones++)
                {
                    yield return Shape.Create(
                        [.. Full[^rank..].Select((size, axis) => (ones >> axis & 1) != 0 ? 1 : size)]);
                }
            }
        }
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Every_pair_of_shapes_gives_what_index_arithmetic_gives(DType dtype)
    {
        foreach (Shape left in Parts)
        {
            foreach (Shape right in Parts)
            {
                Tensor x = Counting(left, dtype), y = Counting(right, dtype) + 100;
                Tensor z = x * 1000 + y;
                double[] elements = Both.Direct(z);
                Assert.Equal(Both.Reference(z), elements);
                double[] xs = Both.Reference(x), ys = Both.Reference(y);
                for (int i = 0; i < elements.Length; i++)
                {
                    double expected = (xs[Position(left, z.Shape, i)] * 1000) + ys[Position(right, z.Shape, i)];
                    Assert.Equal(expected, elements[i]);
                }
            }
        }
    }

    [Fact]
    public void Every_pair_of_shapes_has_adjoints_that_sum_over_what_was_repeated()
    {
        foreach (Shape left in Parts)
        {
            foreach (Shape right in Parts)
            {
                Tensor x = Counting(left, DType.Float64), y = Counting(right, DType.Float64), z = x * y;
                Tensor cotangent = Counting(z.Shape, DType.Float64);
                double[] adjoint = Gradient.Vjp(z, cotangent, [x, y])[0].ToArray<double>(),
                    expected = new double[x.Length];
                double[] ys = Both.Reference(y), zBar = Both.Reference(cotangent);
                for (int i = 0; i < z.Length; i++)
                    expected[Position(left, z.Shape, i)] += zBar[i] * ys[Position(right, z.Shape, i)];
                Assert.Equal(expected, adjoint);
            }
        }
    }

    private static Tensor Counting(Shape shape, DType dtype) =>
        Tensor.Arange(shape.Length, dtype).Reshape(shape).Detach();

    // Where element i of the common shape comes from.
    private static int Position(Shape part, Shape common, int i)
    {
        int position = 0, stride = 1;
        for (int axis = 1; axis <= common.Rank; axis++)
        {
            int index = i % common[common.Rank - axis];
            i /= common[common.Rank - axis];
            if (axis > part.Rank) continue;
            if (part[part.Rank - axis] > 1) position += index * stride;
            stride *= part[part.Rank - axis];
        }

        return position;
    }
}
