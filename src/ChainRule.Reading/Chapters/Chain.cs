using static ChainRule.Reading.CourseChapter;

namespace ChainRule.Reading;

/// <summary>The chain rule.</summary>
internal static class Chain
{
    public static CourseChapter Chapter { get; } = new(
        "chain-rule",
        new("The chain rule", "链式法则", "連鎖律"),
        [
            Text(
                "z = (x + y)² is made of two steps: t = x + y, then z = t². The chain rule says that the derivative of "
                + "the whole is the product of the derivatives of the steps: ∂z/∂x = ∂z/∂t · ∂t/∂x. It looks as if ∂t "
                + "cancelled.",
                "z = (x + y)² 由两步组成：t = x + y，然后 z = t²。链式法则说，整体的导数等于各步导数的乘积：∂z/∂x = ∂z/∂t · ∂t/∂x，"
                + "看起来就像 ∂t 被约掉了。",
                "z = (x + y)² は t = x + y と z = t² の 2 段階でできています。連鎖律によれば、全体の微分は各段階の微分の積です。"
                + "∂z/∂x = ∂z/∂t · ∂t/∂x。まるで ∂t が約分されたように見えます。"),
            new Block.Picture("5.2.3-chain-rule"),
            Text(
                "Backwards, every node multiplies what comes from upstream by its own local derivative and hands the "
                + "product on. With x = 3 and y = 4: t = 7, z = 49, ∂z/∂t = 2t = 14, and 14 × 1 = 14 for both inputs.",
                "反向传播时，每个节点把上游传来的导数乘以自己的局部导数，再传下去。当 x = 3、y = 4 时：t = 7，z = 49，∂z/∂t = 2t = 14，"
                + "对两个输入都是 14 × 1 = 14。",
                "逆伝播では、各ノードが上流から来た微分に自分の局所的な微分を掛けて下流へ渡します。x = 3、y = 4 のとき t = 7、z = 49、"
                + "∂z/∂t = 2t = 14 で、どちらの入力についても 14 × 1 = 14 です。"),
            new Block.Live("t = x + y; z = t**2", "x=3,y=4"),
        ]);
}
