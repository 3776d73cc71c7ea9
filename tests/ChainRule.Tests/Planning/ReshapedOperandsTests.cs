using ChainRule.Tests.Ops;

namespace ChainRule.Tests.Planning;

/// <summary>
/// Products whose operands were reshaped, transposed, flipped or cut before: each element must be found.
/// </summary>
public sealed class ReshapedOperandsTests
{
    private const int Length = 48;

    /// <summary>All shapes of 48 elements with one to four axes.</summary>
    public static TheoryData<int[]> Shapes => [.. Factors(Length, 4)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_product_reads_any_reshape(int[] from)
    {
        Tensor x = Numbers(from);
        foreach (int[] to in Factors(Length, 3).Where(static shape => shape.Length >= 2))
        {
            AssertSame(Product(x.Reshape(Shape.Create(to))));
            AssertSame(Product(x.Flip(0).Reshape(Shape.Create(to))));
            AssertSame(Product(x.Reshape(Shape.Create(to)).Flip(0)));
            AssertSame(Product(x.Transpose().Reshape(Shape.Create(to))));
            AssertSame(Product(x.Reshape(Shape.Create(to)).Transpose()));
        }
    }

    [Fact]
    public void A_product_reads_reshapes_of_parts_and_of_repeated_rows()
    {
        Tensor x = Numbers([8, 9]), row = Numbers([6]);
        foreach (int[] to in Factors(Length, 3).Where(static shape => shape.Length >= 2))
        {
            AssertSame(Product(x[.., 1..7].Reshape(Shape.Create(to))));
            AssertSame(Product(x[1..7, 1..].Reshape(Shape.Create(to))));
            AssertSame(Product(row.BroadcastTo([8, 6]).Reshape(Shape.Create(to))));
        }
    }

    private static Tensor Numbers(int[] shape) =>
        Tensor.From<double>(
            [.. Enumerable.Range(1, shape.Aggregate(1, static (a, b) => a * b)).Select(static i => (double)i)],
            Shape.Create(shape));

    private static Tensor Product(Tensor x) => Tensor.Dot(x, Numbers([x.Shape[x.Rank - 1], 2]));

    // Whole numbers: nothing is rounded.
    private static void AssertSame(Tensor y) => Assert.Equal(Both.Reference(y), Both.Direct(y));

    private static IEnumerable<int[]> Factors(int length, int mostAxes)
    {
        yield return [length];
        if (mostAxes == 1) yield break;
        for (int first = 1; first <= length; first++)
        {
            if (length % first != 0) continue;
            foreach (int[] rest in Factors(length / first, mostAxes - 1)) yield return [first, .. rest];
        }
    }
}
