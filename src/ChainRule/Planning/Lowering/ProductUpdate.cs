using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>A group that does nothing but D ± α·A·B, which the product can do by itself, in place.</summary>
/// <param name="Dot">A·B.</param>
/// <param name="Addend">D.</param>
/// <param name="Alpha">α, with its sign.</param>
/// <param name="Result">What the group computes.</param>
internal sealed record ProductUpdate(Value Dot, Value Addend, double Alpha, Value Result)
{
    /// <summary>Finds out whether a group is one.</summary>
    public static ProductUpdate? TryOf(Group group, Uses uses)
    {
        if (group.Members.Count != 2) return null;
        Value result = group.Members.MaxBy(static member => member.Index)!;
        Value product = group.Members.MinBy(static member => member.Index)!;
        if (product.Op is not Binary<Mul> || uses.IsRoot(product) || uses.Of(product).Count != 1) return null;
        (Value addend, int sign) = result.Op switch
        {
            Binary<Sub> when result.Inputs[1] == product => (result.Inputs[0], -1),
            Binary<Add> when result.Inputs[1] == product => (result.Inputs[0], 1),
            Binary<Add> when result.Inputs[0] == product => (result.Inputs[1], 1),
            _ => (product, 0),
        };
        Value dot = product.Inputs[product.Inputs[0].Op is Ops.Dot ? 0 : 1];
        Value factor = Uses.Base(product.Inputs[product.Inputs[0].Op is Ops.Dot ? 1 : 0]);
        bool fits = sign != 0
            && dot is { Op: Ops.Dot, DType: DType.Float32 or DType.Float64, IsInput: false }
            && !uses.IsRoot(dot)
            && uses.Of(dot).Count == 1
            && factor is { IsInput: false, Op: Constant }
            && addend.Type == dot.Type
            && AffineMap.TryOf(addend, out AffineMap map)
            && map.Offset == 0
            && map.Base.Shape.Length == addend.Shape.Length
            && AffineMap.IsContiguous(addend.Shape, map.Strides);
        return fits ? new(dot, addend, sign * ((Constant)factor.Op).Value, result) : null;
    }
}
