namespace ChainRule.Tests.Ops.Structural;

public sealed class BroadcastTests() : StructuralLaws(static dice =>
{
    Shape target = dice.Shape();
    int[] sizes = [.. target.Sizes[dice.Below(target.Rank + 1)..]];
    for (int axis = 0; axis < sizes.Length; axis++) sizes[axis] = dice.Below(2) == 0 ? 1 : sizes[axis];
    return new($"broadcast to {target}", [dice.Tensor(sizes)], x => x[0].BroadcastTo(target));
});
