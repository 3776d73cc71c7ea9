using System.Diagnostics;
using System.Numerics;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// The same numbers in another dtype. Floats to integers: towards zero, limited to the range, NaN to 0. Integers:
/// wraps. To bool: whether not 0 (NaN is true). From bool: 0 or 1.
/// </summary>
internal sealed record Cast(DType Target) : ElementwiseOp
{
    public override string Name => "cast";

    public override string Attributes => Target.Name;

    public override TensorType Infer(ReadOnlySpan<Node> inputs) => new(inputs[0].Shape, Target);

    public override Node? Vjp(Node node, int input, Node adjoint) =>
        Target.IsFloat ? Build.Cast(adjoint, node.Inputs[0].DType) : null;

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) =>
        Target.IsFloat && tangents[0] is { } tangent ? Build.Cast(tangent, Target) : null;

    public override string Tex(ReadOnlySpan<string> inputs) => inputs[0];

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        switch (inputs[0].DType)
        {
            case DType.Float32: From<float>(inputs[0].Elements<float>(), output); break;
            case DType.Float64: From<double>(inputs[0].Elements<double>(), output); break;
            case DType.Int32: From<int>(inputs[0].Elements<int>(), output); break;
            case DType.Int64: From<long>(inputs[0].Elements<long>(), output); break;
            case DType.Bool: FromBool(inputs[0].Elements<bool>(), output); break;
            default: throw new UnreachableException(inputs[0].DType.ToString());
        }
    }

    internal override bool IsPiecewise => !Target.IsFloat;

    internal override Piece[] Pieces(Node node, ReadOnlySpan<Storage> inputs)
    {
        var pieces = new Piece[node.Shape.Length];
        for (int i = 0; i < pieces.Length; i++)
        {
            double x = inputs[0][i];
            // Towards zero: from −1 to 1 is one piece.
            pieces[i] = Target == DType.Bool ? Piece.Around(x) with { IsJump = true }
                : Math.Abs(x) < 1 ? new(0, 1 - Math.Abs(x), IsJump: true)
                : Piece.BetweenIntegers(x);
        }

        return pieces;
    }

    private static void FromBool(ReadOnlySpan<bool> x, Storage output)
    {
        var numbers = new int[x.Length];
        for (int i = 0; i < x.Length; i++) numbers[i] = x[i] ? 1 : 0;
        From<int>(numbers, output);
    }

    private static void From<T>(ReadOnlySpan<T> x, Storage output) where T : unmanaged, INumber<T>
    {
        switch (output.DType)
        {
            case DType.Float32: To(x, output.Elements<float>()); break;
            case DType.Float64: To(x, output.Elements<double>()); break;
            case DType.Int32: To(x, output.Elements<int>()); break;
            case DType.Int64: To(x, output.Elements<long>()); break;
            case DType.Bool: ToBool(x, output.Elements<bool>()); break;
            default: throw new UnreachableException(output.DType.ToString());
        }
    }

    private static void To<T, TResult>(ReadOnlySpan<T> x, Span<TResult> y)
        where T : unmanaged, INumber<T> where TResult : unmanaged, INumber<TResult>
    {
        // Truncating wraps integers; from floats it limits to the range, as the conversion
        // does in .NET since version 9.
        for (int i = 0; i < y.Length; i++) y[i] = TResult.CreateTruncating(x[i]);
    }

    private static void ToBool<T>(ReadOnlySpan<T> x, Span<bool> y) where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < y.Length; i++) y[i] = x[i] != T.Zero;
    }
}
