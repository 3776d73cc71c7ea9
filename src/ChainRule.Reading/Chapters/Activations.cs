using static ChainRule.Reading.CourseChapter;

namespace ChainRule.Reading;

/// <summary>ReLU and sigmoid.</summary>
internal static class Activations
{
    public static CourseChapter Chapter { get; } = new(
        "activations",
        new("ReLU and sigmoid", "ReLU 和 sigmoid", "ReLU と sigmoid"),
        [
            Text(
                "ReLU is a switch: where its input was positive the derivative passes unchanged, elsewhere nothing "
                + "does.",
                "ReLU 像一个开关：输入为正的地方，导数原样通过；其他地方什么也不通过。",
                "ReLU はスイッチです。入力が正だった所では微分がそのまま通り、それ以外では何も通りません。"),
            new Block.Picture("5.5.1-relu-positive"),
            new Block.Picture("5.5.1-relu-negative"),
            Text(
                "A sigmoid is four simple nodes in a row: × (−1), exp, + 1 and ÷. Unfold it, and follow the derivative "
                + "through them: y² · exp(−x), which is the same as y(1 − y). Folded, it is one node that needs its "
                + "output only. At x = 1: y = 0.731059, and the derivative 0.196612, folded or not.",
                "sigmoid 是一串四个简单节点：× (−1)、exp、+ 1 和 ÷。把它展开，跟着导数走一遍：得到 y² · exp(−x)，它等于 y(1 − y)。"
                + "折叠起来，它就是一个只需要输出的节点。x = 1 时 y = 0.731059，导数 0.196612，折不折叠都一样。",
                "sigmoid は × (−1)、exp、+ 1、÷ という四つの単純なノードの列です。展開して微分をたどると y² · exp(−x) となり、"
                + "これは y(1 − y) に等しくなります。折りたためば、出力だけで計算できる一つのノードです。x = 1 では y = 0.731059、"
                + "微分は 0.196612 で、展開しても折りたたんでも同じです。"),
            new Block.Live("y = sigmoid(x)", "x=1", "sigmoid"),
        ]);
}
