using CsCheck;

namespace ChainRule.Tests.Tensors;

public sealed class SliceTests
{
    [Fact]
    public void Positions_drop_their_axis_and_ranges_keep_it()
    {
        Tensor x = Tensor.Arange(24).Reshape(2, 3, 4);

        Assert.Equal([3, 4], x[1].Shape);
        Assert.Equal([12, 16, 20], x[1, .., 0].ToArray<int>());
        Assert.Equal([3, 7, 11], x[0, .., ^1].ToArray<int>());
        Assert.Equal([1, 2, 4], x[..1, 1.., ..].Shape);
        Assert.Equal(23, x[^1, ^1, ^1].Item());
        Assert.Equal([2, 3, 4], x[..].Shape);
        Assert.Same(x.Node, x[..].Node);
        Assert.Equal([10, 6, 2], x[0, (..).By(-1), 2].ToArray<int>());
        Assert.Equal([2, 0, 4], x[.., 1..1].Shape);
        Assert.Empty(x[.., 3..].ToArray<int>());
    }

    [Fact]
    public void Slices_with_steps_are_those_of_a_plain_loop()
    {
        Gen<AxisChoice> choice = Gen.Select(
            Gen.Int[1, 5], Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[-3, 3], static (size, a, b, step) =>
                new AxisChoice(size, Math.Min(Math.Min(a, b), size), Math.Min(Math.Max(a, b), size), step));
        choice.Array[1, 3].Sample(static axes =>
        {
            int[] sizes = [.. axes.Select(static axis => axis.Size)];
            Tensor x = Tensor.Arange(sizes.Aggregate(1, static (product, size) => product * size)).Reshape(sizes);
            AxisSlice[] slices = [.. axes.Select(static axis => axis.Slice)];
            Tensor part = x[slices], cloned = (x + 0)[slices];

            Assert.Equal(
                axes.Where(static axis => axis.Step != 0).Select(static axis => axis.Positions.Count()), part.Shape);
            IEnumerable<int> expected = [0];
            foreach (AxisChoice axis in axes)
            {
                expected = expected.SelectMany(start =>
                    axis.Positions.Select(position => (start * axis.Size) + position));
            }

            Assert.Equal(expected, part.ToArray<int>());
            Assert.Equal(expected, cloned.ToArray<int>());
        });
    }

    [Theory]
    [InlineData(int.MaxValue, 0)]
    [InlineData(int.MinValue, 4)]
    [InlineData(-int.MaxValue, 4)]
    public void A_step_beyond_the_axis_takes_its_first_position(int step, int position)
    {
        Tensor x = Tensor.From(0.0, 1, 2, 3, 4), part = x[(..).By(step)];
        Assert.Equal([position], part.ToArray<double>());
        Assert.Equal(Enumerable.Range(0, 5).Select(i => i == position ? 1.0 : 0),
            Gradient.Of(part.Sum(), x).ToArray<double>());
        Assert.Empty(x[(2..2).By(step)].ToArray<double>());
    }

    [Fact]
    public void The_derivative_of_a_slice_goes_back_to_where_it_came_from()
    {
        Tensor x = Tensor.From<double>([1, 2, 3, 4, 5, 6], [2, 3]);
        Assert.Equal([0, 0, 0, 4, 0, 1],
            Gradient.Of((x[1, (..).By(-2)] * Tensor.From<double>(1, 4)).Sum(), x).ToArray<double>());
        Assert.Equal([0, 0, 0, 0, 0, 0], Gradient.Of(x[.., 1..1].Sum(), x).ToArray<double>());
    }

    /// <summary>What is taken of an axis; a step of 0 stands for the position First.</summary>
    private sealed record AxisChoice(int Size, int First, int End, int Step)
    {
        public AxisSlice Slice => Step == 0 ? (AxisSlice)Position : (First..End).By(Step);

        public IEnumerable<int> Positions
        {
            get
            {
                if (Step == 0) yield return Position;
                else if (Step > 0) for (int i = First; i < End; i += Step) yield return i;
                else for (int i = End - 1; i >= First; i += Step) yield return i;
            }
        }

        private int Position => Math.Min(First, Size - 1);
    }
}
