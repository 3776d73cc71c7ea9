namespace ChainRule.Tests.Tensors;

public sealed class CreationTests
{
    [Fact]
    public void Elements_are_copied_with_their_dtype()
    {
        double[] source = [1, 2, 3, 4];
        Tensor vector = Tensor.From<double>(source), matrix = Tensor.From<double>(source, [2, 2], "m"),
            array = Tensor.From(source, "a");
        source[0] = 100;
        foreach (Tensor tensor in new[] { vector, matrix, array }) Assert.Equal([1, 2, 3, 4], tensor.ToArray<double>());
        Assert.Equal(([4], [2, 2], [4]), (vector.Shape, matrix.Shape, array.Shape));
        Assert.Equal((null, "m", "a"), (vector.Name, matrix.Name, array.Name));
        double[] copy = vector.ToArray<double>();
        copy[1] = 100;
        Assert.Equal(2, vector.ToArray<double>()[1]);
    }

    [Fact]
    public void The_dtype_follows_the_elements()
    {
        Assert.Equal(DType.Float32, Tensor.Scalar(1f).DType);
        Assert.Equal(DType.Float64, Tensor.From<double>(1).DType);
        Assert.Equal(DType.Int32, Tensor.From((Array)new int[1]).DType);
        Assert.Equal(DType.Int64, Tensor.From(new long[1, 1, 1]).DType);
        Assert.Equal(DType.Bool, Tensor.From(new bool[][] { [true] }).DType);
        Assert.Equal(DType.Float32, Tensor.From(Array.Empty<float[]>()).DType);
    }

    [Fact]
    public void Arrays_of_any_rank_keep_their_shape()
    {
        Tensor cube = Tensor.From(new float[,,] { { { 1, 2, 3 }, { 4, 5, 6 } } });
        Tensor jagged = Tensor.From(new int[][][] { [[1, 2], [3, 4], [5, 6]] });
        Tensor mixed = Tensor.From(new long[][,] { new long[,] { { 1, 2 } }, new long[,] { { 3, 4 } } });

        Assert.Equal([1, 2, 3], cube.Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], cube.ToArray<float>());
        Assert.Equal([1, 3, 2], jagged.Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], jagged.ToArray<int>());
        Assert.Equal([2, 1, 2], mixed.Shape);
        Assert.Equal([1, 2, 3, 4], mixed.ToArray<long>());
        Assert.Equal([0], Tensor.From(Array.Empty<double>()).Shape);
        Assert.Equal([0, 0, 0], Tensor.From(Array.Empty<int[][]>()).Shape);
        Assert.Equal([2, 0], Tensor.From(new int[2, 0]).Shape);
        Assert.Equal([2, 0], Tensor.From(new int[][] { [], [] }).Shape);
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    [InlineData(DType.Int32)]
    [InlineData(DType.Int64)]
    public void Filled_tensors_hold_their_number_in_every_dtype(DType dtype)
    {
        Tensor[] tensors = [Tensor.Zeros([2, 3], dtype), Tensor.Ones([2, 3], dtype), Tensor.Full([2, 3], -7, dtype)];
        Assert.All(tensors, tensor => Assert.Equal((dtype, [2, 3]), (tensor.DType, tensor.Shape)));
        Assert.Equal([0, 6, -42], tensors.Select(static tensor => tensor.Sum().Item()));
        Assert.Equal([0, 1], [tensors[2].ZerosLike()[0, 0].Item(), tensors[2].OnesLike()[1, 2].Item()]);
        Assert.Equal(1, Tensor.Ones(Shape.Scalar, dtype).Item());
        Assert.Equal(0, Tensor.Ones([2, 0], dtype).Length);
    }

    [Fact]
    public void Integers_are_held_to_the_ends_of_their_range()
    {
        Assert.Equal(int.MaxValue, Tensor.Full([1], int.MaxValue, DType.Int32).Item<int>());
        Assert.Equal(int.MinValue, Tensor.Full([1], int.MinValue, DType.Int32).Item<int>());
        Assert.Equal(long.MinValue, Tensor.Full([1], long.MinValue, DType.Int64).Item<long>());
        Assert.Throws<DTypeException>(static () => Tensor.Full([1], int.MaxValue + 1.0, DType.Int32));
        Assert.Throws<DTypeException>(static () => Tensor.Full([1], -(double)long.MinValue, DType.Int64));
        Assert.Throws<DTypeException>(static () => Tensor.Full([1], double.NaN, DType.Int32));
        Assert.True(Tensor.Full([1], 2, DType.Bool).Item<bool>());
    }

    [Fact]
    public void Numbers_count_up_and_down()
    {
        Assert.Equal([0, 1, 2], Tensor.Arange(3).ToArray<int>());
        Assert.Empty(Tensor.Arange(0).ToArray<int>());
        Assert.Equal([0f, 1, 2], Tensor.Arange(3, DType.Float32).ToArray<float>());
        Assert.Equal([2f, 2.5f, 3, 3.5f], Tensor.Arange(2, 4, 0.5).ToArray<float>());
        Assert.Equal([2, 3, 4], Tensor.Arange(2, 5).ToArray<int>());
        Assert.Equal([5, 3, 1], Tensor.Arange(5, 0, -2).ToArray<int>());
        Assert.Equal([5, 3], Tensor.Arange(5, 1, -2, DType.Int64).ToArray<long>());
        Assert.Equal([1f, 2], Tensor.Arange(1, 3, dtype: DType.Float32).ToArray<float>());
        Assert.Equal([long.MaxValue - 2, long.MaxValue - 1],
            Tensor.Arange(long.MaxValue - 2, long.MaxValue).ToArray<long>());
        Assert.Equal([long.MinValue, -1, long.MaxValue - 1],
            Tensor.Arange(long.MinValue, long.MaxValue, long.MaxValue).ToArray<long>());
        // A literal 0 is the end, not the first dtype.
        Assert.Empty(Tensor.Arange(5, 0).ToArray<int>());
        Assert.Empty(Tensor.Arange(0, 5, -1).ToArray<int>());
        Assert.Empty(Tensor.Arange(0.0, 5, -1).ToArray<float>());
        Assert.Empty(Tensor.Arange(1, 1).ToArray<int>());
        // As in NumPy, the count is ⌈(stop − start)/step⌉.
        Assert.Equal(10, Tensor.Arange(0, 1, 0.1).Length);
        Assert.Equal([0, 3, 6], Tensor.Arange(0, 7, 3).ToArray<int>());
        Assert.Equal([0, 3], Tensor.Arange(0, 6, 3).ToArray<int>());
        Assert.Equal([0, -3, -6], Tensor.Arange(0, -7, -3).ToArray<int>());
    }

    [Theory]
    [InlineData(0, 1, 11)]
    [InlineData(0.1, 0.3, 7)]
    [InlineData(-1e30, 3e-30, 1000)]
    [InlineData(1, -1, 3)]
    [InlineData(5, 5, 4)]
    public void Evenly_spaced_numbers_hit_both_ends(double start, double stop, int count)
    {
        double[] exact = Tensor.Linspace(start, stop, count, DType.Float64).ToArray<double>();
        float[] single = Tensor.Linspace(start, stop, count).ToArray<float>();

        Assert.Equal((start, stop, count), (exact[0], exact[^1], exact.Length));
        Assert.Equal(((float)start, (float)stop, count), (single[0], single[^1], single.Length));
        // Three roundings of numbers no larger than the ends.
        double tolerance = 3 * Math.ScaleB(1, -53) * (Math.Abs(start) + Math.Abs(stop));
        for (int i = 0; i < count; i++) Assert.Equal(start + (i / (count - 1.0) * (stop - start)), exact[i], tolerance);
    }

    [Fact]
    public void One_evenly_spaced_number_is_the_start() =>
        Assert.Equal([3.0], Tensor.Linspace(3, 4, 1, DType.Float64).ToArray<double>());

    [Fact]
    public void The_identity_may_have_surplus_rows_or_columns()
    {
        Assert.Equal([1f, 0, 0, 1], Tensor.Eye(2).ToArray<float>());
        Assert.Equal([1, 0, 0, 0, 1, 0], Tensor.Eye(2, 3, DType.Int32).ToArray<int>());
        Assert.Equal([true, false, false, true, false, false], Tensor.Eye(3, 2, DType.Bool).ToArray<bool>());
        Assert.Equal([0, 0], Tensor.Eye(0).Shape);
    }

    [Fact]
    public void One_hot_rows_mark_the_index_and_nothing_for_one_outside()
    {
        Tensor marks = Tensor.OneHot(Tensor.From<long>(2, 0, 3, -1), 3, DType.Int32);
        Assert.Equal([0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0], marks.ToArray<int>());
        Assert.Equal([4, 3], marks.Shape);
    }

    [Fact]
    public void The_same_key_gives_the_same_random_numbers()
    {
        Tensor numbers = Tensor.RandomUniform([1000], 1, -2, 3, DType.Float64);
        Assert.Equal(numbers.ToArray<double>(),
            Tensor.RandomUniform([1000], 1, -2, 3, DType.Float64).ToArray<double>());
        Assert.NotEqual(numbers.ToArray<double>(),
            Tensor.RandomUniform([1000], 2, -2, 3, DType.Float64).ToArray<double>());
        Assert.All(numbers.ToArray<double>(), static number => Assert.InRange(number, -2, 3));
        Assert.Equal(Enumerable.Range(0, 100), Tensor.RandomPermutation(100, 7).ToArray<int>().Order());
        // A mean of 10,000 numbers is off by more than 5 deviations of 2/100 once in two million keys.
        Assert.Equal(3, Tensor.RandomNormal([10_000], 5, mean: 3, deviation: 2, DType.Float64).Mean().Item(), 0.1);
    }
}
