using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// A group that does nothing but D ± α·A·B, which the product can do by itself, in place; or does so where a condition
/// is true, and nothing otherwise.
/// </summary>
/// <param name="Dot">A·B.</param>
/// <param name="Addend">D.</param>
/// <param name="Alpha">α with its sign if it is a constant; else the sign.</param>
/// <param name="Factor">α if it is not a constant.</param>
/// <param name="Condition">A bool; null if there is none.</param>
/// <param name="Result">What the group computes.</param>
internal sealed record ProductUpdate(
    Value Dot, Value Addend, double Alpha, Value? Factor, Value? Condition, Value Result)
{
    /// <summary>Finds out whether a group is one.</summary>
    public static ProductUpdate? TryOf(Group group, Uses uses)
    {
        Value[] members = [.. group.Members.OrderBy(static member => member.Index)];
        return members switch
        {
            [var product, var sum] => Of(product, sum, uses),
            [var product, var sum, { Op: Select } choice] => Of(product, sum, choice, uses),
            _ => null,
        };
    }

    private static ProductUpdate? Of(Value product, Value sum, Value choice, Uses uses)
    {
        Value condition = Uses.Base(choice.Inputs[0]);
        bool fits = condition.Shape.Length == 1
            && choice.Inputs[1] == sum
            && uses.Of(sum).Count == 1
            && !uses.IsRoot(sum);
        return fits && Of(product, sum, uses) is { } update && update.Addend == choice.Inputs[2]
            ? update with { Condition = condition, Result = choice }
            : null;
    }

    private static ProductUpdate? Of(Value product, Value sum, Uses uses)
    {
        if (product.Op is not Binary<Mul> || uses.IsRoot(product) || uses.Of(product).Count != 1) return null;
        (Value addend, int sign) = sum.Op switch
        {
            Binary<Sub> when sum.Inputs[1] == product => (sum.Inputs[0], -1),
            Binary<Add> when sum.Inputs[1] == product => (sum.Inputs[0], 1),
            Binary<Add> when sum.Inputs[0] == product => (sum.Inputs[1], 1),
            _ => (product, 0),
        };
        Value dot = product.Inputs[product.Inputs[0].Op is Ops.Dot ? 0 : 1];
        Value factor = Uses.Base(product.Inputs[product.Inputs[0].Op is Ops.Dot ? 1 : 0]);
        bool fits = sign != 0
            && dot is { Op: Ops.Dot, DType: DType.Float32 or DType.Float64, IsInput: false }
            && !uses.IsRoot(dot)
            && uses.Of(dot).Count == 1
            && factor.Shape.Length == 1
            && addend.Type == dot.Type
            && AffineMap.TryOf(addend, out AffineMap map)
            && map.Offset == 0
            && map.Base.Shape.Length == addend.Shape.Length
            && AffineMap.IsContiguous(addend.Shape, map.Strides);
        if (!fits) return null;
        return factor is { IsInput: false, Op: Constant constant }
            ? new(dot, addend, sign * constant.Value, null, null, sum)
            : new(dot, addend, sign, factor, null, sum);
    }
}
