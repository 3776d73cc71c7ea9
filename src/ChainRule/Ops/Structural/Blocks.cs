namespace ChainRule.Ops;

/// <summary>A row-major tensor seen from one axis: blocks around it, runs inside it.</summary>
internal static class Blocks
{
    /// <summary>The product of the sizes outside and inside an axis.</summary>
    public static (int Outer, int Inner) Around(Shape shape, int axis)
    {
        int outer = 1, inner = 1;
        for (int i = 0; i < axis; i++) outer *= shape[i];
        for (int i = axis + 1; i < shape.Rank; i++) inner *= shape[i];
        return (outer, inner);
    }
}
