using static ChainRule.Reading.CourseChapter;

namespace ChainRule.Reading;

/// <summary>Affine layers, and the batch.</summary>
internal static class AffineLayers
{
    public static CourseChapter Chapter { get; } = new(
        "affine",
        new("Affine layers and batches", "Affine 层与批处理", "Affine レイヤとバッチ"),
        [
            Text(
                "A layer computes Y = X · W + B with matrices. Its nodes obey the same rules; only the shapes have to "
                + "fit: a derivative has the shape of what it is taken by, so ∂L/∂X = ∂L/∂Y · Wᵀ and ∂L/∂W = Xᵀ · "
                + "∂L/∂Y.",
                "一层用矩阵计算 Y = X · W + B。节点遵守同样的规则，只是形状要对得上：导数的形状与求导对象相同，"
                + "所以 ∂L/∂X = ∂L/∂Y · Wᵀ，∂L/∂W = Xᵀ · ∂L/∂Y。",
                "レイヤは行列で Y = X · W + B を計算します。ノードの規則は同じで、形状が合えばよいだけです。微分の形状は微分する対象と同じなので、"
                + "∂L/∂X = ∂L/∂Y · Wᵀ、∂L/∂W = Xᵀ · ∂L/∂Y となります。"),
            new Block.Picture("5.6.1-affine"),
            Text(
                "With a batch, B is added to every row. So every row hands a share back to it, and ∂L/∂B is the sum "
                + "over the rows: [1, 2, 3] + [4, 5, 6] = [5, 7, 9].",
                "批处理时，B 被加到每一行上，所以每一行都会传回一份导数，∂L/∂B 是对各行求和：[1, 2, 3] + [4, 5, 6] = [5, 7, 9]。",
                "バッチでは B がすべての行に足されます。したがって各行から微分が戻り、∂L/∂B は行についての和になります。"
                + "[1, 2, 3] + [4, 5, 6] = [5, 7, 9] です。"),
            new Block.Picture("5.6.2-affine-batch-numbers"),
            Text(
                "Unrolled into single numbers, the sum can be seen: each element of B goes to two places, and two "
                + "arrows come back.",
                "把它展开成一个个数，就能看见这个和：B 的每个元素通往两处，于是有两条箭头传回来。",
                "一つ一つの数に展開すると、和が目に見えます。B の各要素は 2 か所へ行き、2 本の矢印が戻ってきます。"),
            new Block.Picture("5.6.2-affine-batch-unrolled"),
        ]);
}
