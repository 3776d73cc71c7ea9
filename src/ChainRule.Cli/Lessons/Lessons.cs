namespace ChainRule.Cli;

/// <summary>
/// The examples, in the order and with the numbers of Koki Saitoh's "Deep Learning from Scratch", chapter 5.
/// </summary>
internal static class Lessons
{
    /// <summary>All examples.</summary>
    public static IReadOnlyList<Lesson> All { get; } =
    [
        new(
            "apple",
            "Two apples at 100, and 10% tax",
            "两个苹果，每个 100，消费税 10%",
            "りんご 2 個、1 個 100、消費税 10%",
            "total = apple * apples * tax",
            "apple=100,apples=2,tax=1.1"),
        new(
            "apple-orange",
            "Two apples at 100 and three oranges at 150, and 10% tax",
            "两个苹果（100）和三个橙子（150），消费税 10%",
            "りんご 2 個（100）とみかん 3 個（150）、消費税 10%",
            "total = (apple * apples + orange * oranges) * tax",
            "apple=100,apples=2,orange=150,oranges=3,tax=1.1"),
        new(
            "local-computation",
            "A node sees its own inputs only, however they were computed",
            "节点只看自己的输入，不管它们是怎样算出来的",
            "ノードは自分の入力だけを見る。どう計算されたかは問わない",
            "total = others + apples",
            "others=4000,apples=200"),
        new(
            "square",
            "The chain rule: z = t², t = x + y",
            "链式法则：z = t²，t = x + y",
            "連鎖律：z = t²、t = x + y",
            "t = x + y; z = t**2",
            "x=3,y=4"),
        new(
            "add-node",
            "An add node passes what comes from upstream on unchanged",
            "加法节点把上游传来的导数原样传给下游",
            "加算ノードは上流からの微分をそのまま下流へ流す",
            "z = x + y; L = z * 1.3",
            "x=10,y=5"),
        new(
            "multiply-node",
            "A multiply node multiplies by the swapped inputs",
            "乘法节点乘以输入的翻转值",
            "乗算ノードは入力をひっくり返した値を掛ける",
            "z = x * y; L = z * 1.3",
            "x=10,y=5"),
        new(
            "reciprocal",
            "A division: the local derivative of 1/x is −y²",
            "除法：1/x 的局部导数是 −y²",
            "除算：1/x の局所的な微分は −y²",
            "y = 1 / x",
            "x=2"),
        new(
            "sigmoid",
            "The sigmoid in its parts: ×(−1), exp, +1, ÷",
            "把 sigmoid 拆开：取负、exp、+1、÷",
            "sigmoid を分解：符号反転、exp、+1、÷",
            "y = 1 / (1 + exp(-x))",
            "x=1"),
        new(
            "relu",
            "ReLU lets derivatives pass where its input was positive",
            "ReLU 只让输入为正之处的导数通过",
            "ReLU は入力が正だった所だけ微分を通す",
            "L = sum(relu(x) * dout)",
            "x=[[1, -0.5], [-2, 3]],dout=[[1, 8], [1, 1]]"),
        new(
            "affine",
            "An affine layer of one sample",
            "一个数据的 Affine 层",
            "データ 1 個の Affine レイヤ",
            "Y = X @ W + B; L = sum(Y)",
            "X=[1, 2],W=[[1, 2, 3], [4, 5, 6]],B=[1, 2, 3]"),
        new(
            "affine-batch",
            "An affine layer of a batch: the derivative by B is a sum over the batch",
            "批版本的 Affine 层：B 的导数是对批求和",
            "バッチ版の Affine レイヤ：B の微分はバッチにわたる和",
            "Y = X @ W + B; L = sum(Y * dY)",
            "X=[[0, 0], [10, 10]],W=[[1, 0, 1], [0, 1, 0]],B=[1, 2, 3],dY=[[1, 2, 3], [4, 5, 6]]"),
        new(
            "softmax-with-loss",
            "Softmax with cross-entropy: the derivative by the scores is y − t",
            "Softmax-with-Loss：对得分的导数是 y − t",
            "Softmax-with-Loss：スコアについての微分は y − t",
            "y = softmax(a); L = -sum(t * log(y))",
            "a=[0.3, 2.9, 4.0],t=[0, 1, 0]"),
        new(
            "two-layer-net",
            "A network of two layers, and its loss on a batch of two",
            "两层的神经网络，以及它在两个数据上的损失",
            "2 層のニューラルネットワークと、データ 2 個での損失",
            "h = relu(x @ W1 + b1); y = h @ W2 + b2; L = -sum(t * logsoftmax(y)) / 2",
            "x=[[1, 0.5], [-1, 2]],W1=[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]],b1=[0.1, 0.2, 0.3],"
                + "W2=[[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]],b2=[0.1, 0.2],t=[[0, 1], [1, 0]]"),
    ];
}
