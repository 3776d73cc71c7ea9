using static ChainRule.Reading.CourseChapter;

namespace ChainRule.Reading;

/// <summary>Softmax with cross-entropy.</summary>
internal static class SoftmaxLoss
{
    public static CourseChapter Chapter { get; } = new(
        "softmax",
        new("Softmax with loss: y − t", "Softmax-with-Loss：y − t", "Softmax-with-Loss：y − t"),
        [
            Text(
                "The last layer turns scores into probabilities y (softmax), and compares them with the right answer t "
                + "(cross-entropy). Both together have the most beautiful derivative of all: y − t, how far the "
                + "network is off. With y = (0.3, 0.2, 0.5) and t = (0, 1, 0) it is (0.3, −0.8, 0.5).",
                "最后一层把得分变成概率 y（softmax），再与正确答案 t 比较（交叉熵）。两者合起来的导数最漂亮：y − t，也就是网络差了多少。"
                + "y = (0.3, 0.2, 0.5)、t = (0, 1, 0) 时，它是 (0.3, −0.8, 0.5)。",
                "最後のレイヤは得点を確率 y に変え（softmax）、正解 t と比べます（交差エントロピー）。二つを合わせた微分は何よりも美しく、y − t、"
                + "つまりネットワークの誤差そのものです。y = (0.3, 0.2, 0.5)、t = (0, 1, 0) なら (0.3, −0.8, 0.5) になります。"),
            new Block.Picture("5.6.3-softmax-with-loss"),
            Text(
                "It is no miracle: taken apart, every node follows the rules of the chapters before.",
                "这并不是奇迹：拆开来看，每个节点都遵守前几章的规则。",
                "これは奇跡ではありません。分解すれば、どのノードもこれまでの章の規則に従っています。"),
            new Block.Picture("5.6.3-softmax-with-loss-parts"),
        ]);
}
