using static ChainRule.Reading.CourseChapter;

namespace ChainRule.Reading;

/// <summary>Local computation, and what graphs are good for.</summary>
internal static class LocalSteps
{
    public static CourseChapter Chapter { get; } = new(
        "local",
        new("Local computation", "局部计算", "局所的な計算"),
        [
            Text(
                "A node looks at nothing but its own inputs. Whatever the rest of the shopping was and however its "
                + "4,000 came about, this node adds two numbers: 4,000 + 200.",
                "一个节点只看自己的输入。不管其他东西买了什么、4,000 是怎么算出来的，这个节点只把两个数相加：4,000 + 200。",
                "ノードは自分の入力だけを見ます。ほかに何を買い、4,000 がどう計算されたかに関係なく、"
                + "このノードは 4,000 + 200 という二つの数を足すだけです。"),
            new Block.Picture("5.1.2-local-computation"),
            Text(
                "That makes large computations simple: each node has one easy thing to do, and the values in between, "
                + "200 and 650, are kept. Above all, derivatives can be passed back through the same graph. If an "
                + "apple costs 1 more, how much more does one pay? The thick arrows answer: 1, then 1.1, then 2.2.",
                "于是庞大的计算变得简单：每个节点只做一件容易的事，中间的值（200 和 650）都保存下来。最重要的是，导数可以沿同一张图传回去。"
                + "苹果贵 1，要多付多少？粗箭头给出答案：1，然后 1.1，然后 2.2。",
                "こうして大きな計算も単純になります。各ノードの仕事は一つだけで、途中の値 200 や 650 は残しておけます。何よりも、"
                + "同じグラフを逆にたどって微分を伝えられます。リンゴが 1 高くなると支払いはいくら増えるでしょうか。太い矢印が答えます。"
                + "1、次に 1.1、そして 2.2 です。"),
            new Block.Picture("5.1.3-apple-one-derivative"),
        ]);
}
