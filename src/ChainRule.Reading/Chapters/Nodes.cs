using static ChainRule.Reading.CourseChapter;

namespace ChainRule.Reading;

/// <summary>The backward rules of single nodes.</summary>
internal static class Nodes
{
    public static CourseChapter Chapter { get; } = new(
        "nodes",
        new("Add, multiply, and other nodes", "加法、乘法和其他节点", "加算・乗算とその他のノード"),
        [
            Text(
                "An add node hands on what it gets from upstream as it is, because its local derivatives are 1.",
                "加法节点把上游传来的导数原样传下去，因为它的局部导数都是 1。",
                "加算ノードは上流から来た微分をそのまま下流へ流します。局所的な微分が 1 だからです。"),
            new Block.Picture("5.3.1-add"),
            Text(
                "A multiply node swaps its inputs: to each it hands upstream times the other one. That is why it must "
                + "remember what came in. With 10 × 5 and 1.3 from upstream: 1.3 × 5 = 6.5 and 1.3 × 10 = 13.",
                "乘法节点把输入翻转：传给每个输入的是上游导数乘以另一个输入，所以它必须记住输入的值。"
                + "对 10 × 5、上游 1.3：1.3 × 5 = 6.5，1.3 × 10 = 13。",
                "乗算ノードは入力をひっくり返します。それぞれの入力へ、上流の微分にもう一方の入力を掛けて渡すので、入力の値を覚えておく必要があります。"
                + "10 × 5 で上流が 1.3 なら、1.3 × 5 = 6.5 と 1.3 × 10 = 13 です。"),
            new Block.Picture("5.3.2-multiply-numbers"),
            Text(
                "These two rules are enough for the shopping. Fill in the derivatives, from right to left.",
                "有这两条规则就能算完购物的例子。请从右向左填入导数。",
                "この二つの規則だけで買い物の例は解けます。右から左へ、微分を書き入れてください。"),
            new Block.Task(TaskKind.Quiz),
            Text(
                "Every other node has a rule of its own. 1/x has −1/x², which is −y²: what went out is all that is "
                + "needed.",
                "其他节点各有自己的规则。1/x 的导数是 −1/x²，也就是 −y²：只需要它的输出。",
                "ほかのノードにもそれぞれの規則があります。1/x の微分は −1/x²、つまり −y² で、出力の値だけで計算できます。"),
            new Block.Picture("5.5.2-reciprocal"),
        ]);
}
