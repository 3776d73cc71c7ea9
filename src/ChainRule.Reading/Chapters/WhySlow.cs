using static ChainRule.Reading.CourseChapter;

namespace ChainRule.Reading;

/// <summary>Why numerical differentiation is no way to train.</summary>
internal static class WhySlow
{
    public static CourseChapter Chapter { get; } = new(
        "why",
        new("Why not just nudge every weight?", "为什么不逐个微扰权重？", "なぜ重みを一つずつ動かさないのか"),
        [
            Text(
                "To train a network, one needs the slope of the loss by every weight. The definition of a derivative "
                + "suggests a way: move a weight by a small h, compute the loss again, and divide the change by h.",
                "训练神经网络需要知道损失对每个权重的斜率。导数的定义提示了一种办法：把一个权重移动一点点 h，重新计算损失，再把变化除以 h。",
                "ネットワークを学習させるには、すべての重みについて損失の傾きが必要です。微分の定義どおりにするなら、重みを h だけ動かして"
                + "損失をもう一度計算し、変化を h で割ればよいはずです。"),
            Text(
                "It works, and it is hopeless: every weight costs two more computations of the whole network. A small "
                + "network of 784 inputs, 50 hidden units and 10 outputs has 39,760 weights, so one step of training "
                + "would take 79,520 computations of the loss. Measure it here, on your own machine, with a network "
                + "that is small enough to wait for.",
                "这办法行得通，却慢得没有希望：每个权重都要把整个网络多算两遍。一个 784 个输入、50 个隐藏单元、10 个输出的小网络有 39,760 个权重，"
                + "所以训练一步就要计算 79,520 次损失。请在你自己的机器上测一测，这里的网络小到等得起。",
                "この方法は正しいのですが、絶望的に遅いのです。重み一つごとにネットワーク全体を 2 回余分に計算するからです。入力 784、隠れ層 50、"
                + "出力 10 の小さなネットワークでも重みは 39,760 個あり、学習の 1 ステップに損失を 79,520 回計算することになります。"
                + "待てる大きさのネットワークで、あなたのマシンで測ってみましょう。"),
            new Block.Task(TaskKind.Timing),
            Text(
                "Backpropagation gives the same numbers for about the price of two computations of the loss, however "
                + "many weights there are. The following chapters show how, with nothing but multiplication.",
                "反向传播只用大约两次损失计算的代价就得到同样的数，无论有多少权重。后面几章说明它是怎样做到的，而且只用乘法。",
                "逆伝播は、重みがいくつあっても、損失の計算およそ 2 回分の手間で同じ値を求めます。どうしてそうなるのかを、"
                + "次の章から掛け算だけで見ていきます。"),
        ]);
}
