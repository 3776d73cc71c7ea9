using System.Diagnostics;
using System.Reflection;

namespace ChainRule.Tests.Tensors;

/// <summary>Building computes nothing, reading computes once.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void A_shape_to_be_reshaped_to_may_be_written_in_brackets()
    {
        Tensor x = Tensor.Arange(6);
        Shape shape = [2, 3];
        Tensor[] reshaped =
            [x.Reshape([2, 3]), x.Reshape([2, -1]), x.Reshape(2, 3), x.Reshape(shape), x.Reshape(shape.Sizes)];
        foreach (Tensor same in reshaped)
            Assert.Equal(shape, same.Shape);
        Assert.Equal(Shape.Scalar, x[..1].Reshape([]).Shape);
    }

    [Fact]
    public void An_item_is_read_as_its_own_type_or_as_a_double()
    {
        Assert.Equal(2.5f, Tensor.Scalar(2.5f).Item<float>());
        Assert.Equal(2.5, Tensor.Scalar(2.5f).Item());
        Assert.True(Tensor.From<bool>([true], [1, 1]).Item<bool>());
        Assert.Equal(1, Tensor.Scalar(true).Item());
        Assert.Equal(long.MaxValue, Tensor.Scalar(long.MaxValue).Item<long>());
    }

    [Fact]
    public void Elements_are_copied_to_where_there_is_room()
    {
        double[] room = [0, 0, 0, 9];
        (Tensor.From<double>(1, 2, 3) * 2).CopyTo(room.AsSpan());
        Assert.Equal([2, 4, 6, 9], room);
        Tensor.Zeros([0]).CopyTo(Span<float>.Empty);
    }

    [Fact]
    public void Building_and_debugging_compute_nothing()
    {
        Tensor x = Tensor.From<double>([1, 2], [2], "x"), y = (x + 1).Named("y");
        Gradient.Of((y * y).Sum(), x);
        var display = typeof(Tensor).GetCustomAttribute<DebuggerDisplayAttribute>()!;

        Assert.Equal("{Node,nq}", display.Value);
        Assert.Equal("y: float64[2] = add", y.Node.ToString());
        Assert.Null(y.Node.Value);
    }

    [Fact]
    public void Reading_twice_computes_once()
    {
        Tensor y = Tensor.From<double>(1, 2) + 1;
        Assert.Equal("[2 3]", $"{y}");
        object first = y.Node.Value!;
        Assert.Equal([2, 3], y.ToArray<double>());
        Assert.Same(first, y.Node.Value);
    }

    [Fact]
    public void Computing_together_keeps_all_values()
    {
        Tensor x = Tensor.From<double>(1, 2), y = x.Exp(), z = y.Sum();
        Tensor.Compute(y, z, y, x);
        Assert.NotNull(y.Node.Value);
        Assert.NotNull(z.Node.Value);
        Assert.Equal(Math.Exp(1) + Math.Exp(2), z.Item(), 1e-15 * 10);
        Tensor.Compute();
    }

    [Fact]
    public void A_graph_stays_usable_after_it_was_computed()
    {
        Tensor x = Tensor.Scalar(3.0), y = Tensor.Scalar(4.0), z = (x + y).Square();
        Assert.Equal(49, z.Item());
        (Tensor dx, Tensor dy) = Gradient.Of(z, x, y);
        Assert.Equal((14, 14), (dx.Item(), dy.Item()));
    }

    [Fact]
    public void Values_of_views_are_their_own()
    {
        Tensor x = Tensor.Arange(6).Reshape(2, 3), t = x.T, row = x[1], flipped = row.Flip();
        Tensor.Compute(t, row, flipped, x);
        Assert.Equal([0, 3, 1, 4, 2, 5], t.ToArray<int>());
        Assert.Equal([3, 4, 5], row.ToArray<int>());
        Assert.Equal([5, 4, 3], flipped.ToArray<int>());
    }

    [Fact]
    public void Many_threads_may_read_one_graph()
    {
        Tensor x = Tensor.RandomNormal([64, 64], 3, dtype: DType.Float64), y = Tensor.Dot(x, x.T).Sum();
        double expected = y.Detach().Item();
        Tensor fresh = Tensor.Dot(x, x.T).Sum();
        Parallel.For(0, 64, _ => Assert.Equal(expected, fresh.Item()));
    }

    [Fact]
    public void Detaching_computes_and_forgets_the_graph()
    {
        Tensor x = Tensor.From<double>([1, 2], [2], "x"), y = (x * 2).Named("y"), leaf = y.Detach();
        Assert.Equal(0, leaf.Node.Inputs.Length);
        Assert.Equal("y", leaf.Name);
        Assert.Equal([2, 4], leaf.ToArray<double>());
        Assert.Throws<GradientException>(() => Gradient.Of(leaf.Sum(), x));
    }

    [Fact]
    public void Stopping_the_gradient_keeps_the_value()
    {
        Tensor x = Tensor.Scalar(3.0), y = x * x.StopGradient();
        Assert.Equal(9, y.Item());
        // Only one of the two factors counts.
        Assert.Equal(3, Gradient.Of(y, x).Item());
        Assert.Equal(3, Gradient.Jvp(y, [x], [Tensor.Scalar(1.0)]).Item());
    }

    [Fact]
    public void Casts_keep_the_numbers_as_far_as_the_dtype_holds_them()
    {
        Tensor x = Tensor.From<double>(1.9, -1.9, double.NaN, 1e300, -1e300, 0);
        Assert.Equal([1, -1, 0, int.MaxValue, int.MinValue, 0], x.Cast(DType.Int32).ToArray<int>());
        Assert.Equal([true, true, true, true, true, false], x.Cast(DType.Bool).ToArray<bool>());
        Assert.Equal([1.9f, -1.9f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0],
            x.Cast(DType.Float32).ToArray<float>());
        Assert.Equal([1.0, 0], Tensor.From<bool>(true, false).Cast(DType.Float64).ToArray<double>());
        Assert.Equal([-1], Tensor.From<long>(uint.MaxValue).Cast(DType.Int32).ToArray<int>());
        // The derivative of float64 → float32 → float64 comes back in the argument's dtype.
        Assert.Equal(DType.Float64, Gradient.Of(x.Cast(DType.Float32).Sum(), x).DType);
    }
}
