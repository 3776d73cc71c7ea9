using System.Diagnostics;
using System.Numerics;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// The matrix product of a […b, m, k] and b […b, k, n], for each of the equal leading sizes: […b, m, n].
/// </summary>
internal sealed record Dot : Op
{
    public static Dot Instance { get; } = new();

    public override string Name => "dot";

    public override TensorType Infer(ReadOnlySpan<Node> inputs)
    {
        (Node a, Node b) = (inputs[0], inputs[1]);
        if (a.DType != b.DType) throw Errors.DTypesDiffer(Name, inputs);
        if (a.DType == DType.Bool) throw Errors.OutsideDomain(Name, a, Domain.Numbers);
        ReadOnlySpan<int> left = a.Shape.Sizes, right = b.Shape.Sizes;
        if (left.Length != right.Length
            || left.Length < 2
            || left[^1] != right[^2]
            || !left[..^2].SequenceEqual(right[..^2]))
            throw new ShapeException(
                $"dot: {a.Description} is {a.Shape} and {b.Description} is {b.Shape}, "
                + "but […b, m, k] and […b, k, n] are needed. Reshape them first.");
        return new(Shape.Create([.. left[..^1], right[^1]]), a.DType);
    }

    // ∂/∂A: Ȳ·Bᵀ, ∂/∂B: Aᵀ·Ȳ (Giles 2008, "Collected matrix derivative results").
    public override Node? Vjp(Node node, int input, Node adjoint) => input == 0
        ? Build.Dot(adjoint, Build.TransposeLast(node.Inputs[1]))
        : Build.Dot(Build.TransposeLast(node.Inputs[0]), adjoint);

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents)
    {
        Node? left = tangents[0] is { } a ? Build.Dot(a, node.Inputs[1]) : null;
        Node? right = tangents[1] is { } b ? Build.Dot(node.Inputs[0], b) : null;
        return left is null ? right : right is null ? left : Build.Binary<Add>(left, right);
    }

    public override string Tex(ReadOnlySpan<string> inputs) => $"{inputs[0]} {inputs[1]}";

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        switch (output.DType)
        {
            case DType.Float32: Loop<float, double>(node, inputs, output); break;
            case DType.Float64: Loop<double, double>(node, inputs, output); break;
            case DType.Int32: Loop<int, int>(node, inputs, output); break;
            case DType.Int64: Loop<long, long>(node, inputs, output); break;
            default: throw new UnreachableException(output.DType.ToString());
        }
    }

    private static void Loop<T, TSum>(Node node, ReadOnlySpan<Storage> inputs, Storage output)
        where T : unmanaged, INumber<T> where TSum : unmanaged, INumber<TSum>
    {
        Span<T> a = inputs[0].Elements<T>(), b = inputs[1].Elements<T>(), c = output.Elements<T>();
        int m = node.Shape[^2], n = node.Shape[^1], k = node.Inputs[0].Shape[^1];
        for (int i = 0; i < c.Length; i++)
        {
            int column = i % n, row = i / n, batch = row / m;
            TSum sum = TSum.Zero;
            for (int p = 0; p < k; p++)
                sum += TSum.CreateTruncating(a[(row * k) + p])
                    * TSum.CreateTruncating(b[(((batch * k) + p) * n) + column]);
            c[i] = T.CreateTruncating(sum);
        }
    }
}
