using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule;

public partial class Tensor
{
    /// <summary>
    /// The matrix product a·b, with the rules of NumPy's matmul: [m, k]·[k, n] is [m, n]; a vector is a
    /// row on the left and a column on the right, and its axis is gone from the result; axes before the
    /// last two are batches and broadcast.
    /// </summary>
    /// <exception cref="ShapeException">
    /// The inner sizes differ, the batches do not broadcast, or one of them is a scalar.
    /// </exception>
    /// <exception cref="DTypeException">The dtypes differ, or are bool.</exception>
    public static Tensor Dot(Tensor a, Tensor b)
    {
        if (NotNull(a).Rank == 0 || NotNull(b).Rank == 0)
            throw new ShapeException(
                $"dot: {(a.Rank == 0 ? a : b).Node.Description} is a scalar, but dot needs vectors or matrices. "
                + "Use * to multiply by a number.");
        if (a.DType == DType.Bool) throw Errors.OutsideDomain("dot", a.Node, Domain.Numbers);
        Tensor left = a.Rank == 1 ? a.Unsqueeze(0) : a, right = b.Rank == 1 ? b.Unsqueeze(1) : b;
        if (left.Shape[left.Rank - 1] != right.Shape[right.Rank - 2]) throw InnerSizesDiffer(a, b);
        ReadOnlySpan<int> leftBatch = left.Shape.Sizes[..^2], rightBatch = right.Shape.Sizes[..^2];
        if (!Shape.TryBroadcast(Shape.Create(leftBatch), Shape.Create(rightBatch), out Shape batch))
            throw new ShapeException(
                $"dot: the leading sizes must broadcast, but {a.Node.Description} is {a.Shape} and "
                + $"{b.Node.Description} is {b.Shape}. Aligned at the end, each must be equal or 1.");
        if (left.DType != right.DType) throw Errors.DTypesDiffer("dot", [a.Node, b.Node]);

        // A batch of matrices times one matrix is one product of more rows.
        if (rightBatch.Length == 0 && leftBatch.Length > 0)
        {
            int count = Shape.Create(left.Shape.Sizes[..^1]).Length;
            Tensor rows = left.Reshape(count, left.Shape[left.Rank - 1]);
            Tensor product = new(Build.Dot(rows.Node, right.Node));
            return DropVectors(
                product.Reshape(Shape.Create([.. left.Shape.Sizes[..^1], right.Shape[right.Rank - 1]])), a, b);
        }

        Node x = Build.Broadcast(left.Node, Shape.Create([.. batch.Sizes, .. left.Shape.Sizes[^2..]]));
        Node y = Build.Broadcast(right.Node, Shape.Create([.. batch.Sizes, .. right.Shape.Sizes[^2..]]));
        return DropVectors(new(Build.Dot(x, y)), a, b);
    }

    /// <summary>The matrix product of this and b, with the rules of <see cref="Dot(Tensor, Tensor)"/>.</summary>
    public Tensor Dot(Tensor b) => Dot(this, b);

    private static Tensor DropVectors(Tensor product, Tensor a, Tensor b)
    {
        Tensor result = b.Rank == 1 ? product.Squeeze(-1) : product;
        return a.Rank == 1 ? result.Squeeze(result.Rank - (b.Rank == 1 ? 1 : 2)) : result;
    }

    private static ShapeException InnerSizesDiffer(Tensor a, Tensor b)
    {
        string hint = "Reshape or transpose one of them first.";
        if (b.Rank == 2 && a.Shape[^1] == b.Shape[1])
            hint = $"Did you mean {Transposed(b)} on the right?";
        else if (a.Rank == 2 && b.Rank <= 2 && a.Shape[0] == b.Shape[0])
            hint = $"Did you mean {Transposed(a)} on the left?";
        return new(
            $"dot: the inner sizes must agree, but {a.Node.Description} is {a.Shape} "
            + $"and {b.Node.Description} is {b.Shape}. {hint}");
    }

    private static string Transposed(Tensor x) => x.Name is null ? "its transpose, .T," : $"`{x.Name}.T`";
}
