namespace ChainRule.Lessons;

/// <summary>
/// The examples and figures, in the order and with the numbers of Koki Saitoh's "Deep Learning from Scratch",
/// chapter 5.
/// </summary>
public static class Chapter
{
    private const string Apples = "apple=100,apples=2,tax=1.1";
    private const string Fruit = "apple=100,apples=2,orange=150,oranges=3,tax=1.1";
    private const string Batch = "X=[[0, 0], [10, 10]],W=[[1, 0, 1], [0, 1, 0]],B=[1, 2, 3],dY=[[1, 2, 3], [4, 5, 6]]";
    private const string Scores = "a=[log(0.3), log(0.2), log(0.5)],t=[0, 1, 0]";

    private static readonly GraphViewOptions Joined = new() { JoinConstants = true },
        Blank = new() { Labels = DerivativeLabels.Blank },
        Chain = new() { Labels = DerivativeLabels.ChainRule },
        Simplified = new() { Labels = DerivativeLabels.Simplified },
        Parts = new() { Unfold = ["all"] },
        ThreeNumbers = new() { MostElements = 3 };

    /// <summary>All examples.</summary>
    public static IReadOnlyList<Lesson> Lessons { get; } =
    [
        Apple(), AppleOrange(), LocalComputation(), Square(), AddNode(), MultiplyNode(), Reciprocal(), Sigmoid(),
        Relu(), Affine(), AffineBatch(), SoftmaxWithLoss(), TwoLayerNet(),
    ];

    private static Lesson Apple()
    {
        Localised title = new(
            "Two apples at 100, and 10% tax", "两个苹果，每个 100，消费税 10%", "リンゴ 2 個、1 個 100、消費税 10%");
        const string Formula = "total = apple * apples * tax";
        return new("apple", title, Formula, Apples,
        [
            LessonFigure.Of(
                "5.1.1-apple-joined", title, "total = apple * 2 * 1.1", "apple=100", Joined, by: ""),
            LessonFigure.Of("5.1.1-apple", title, Formula, Apples, by: ""),
            LessonFigure.Of(
                "5.1.3-apple-one-derivative",
                new(
                    "If an apple costs 1 more, one pays 2.2 more",
                    "苹果贵 1，支付金额就多 2.2",
                    "リンゴが 1 高くなると、支払いは 2.2 増える"),
                Formula, Apples, by: "apple"),
            LessonFigure.Of("5.3.3-apple-derivatives", title, Formula, Apples),
        ]);
    }

    private static Lesson AppleOrange()
    {
        Localised title = new(
            "Two apples at 100 and three oranges at 150, and 10% tax",
            "两个苹果（100）和三个橘子（150），消费税 10%",
            "リンゴ 2 個（100）とみかん 3 個（150）、消費税 10%");
        const string Formula = "total = (apple * apples + orange * oranges) * tax";
        return new("apple-orange", title, Formula, Fruit,
        [
            LessonFigure.Of("5.1.1-apples-and-oranges", title, Formula, Fruit, by: ""),
            LessonFigure.Of(
                "5.3.3-apples-and-oranges-exercise",
                new("Fill in the derivatives", "在括号中填入导数", "括弧に微分を書き入れる"),
                Formula, Fruit, Blank),
            LessonFigure.Of("5.3.3-apples-and-oranges-derivatives", title, Formula, Fruit),
        ]);
    }

    private static Lesson LocalComputation()
    {
        Localised title = new(
            "A node sees its own inputs only, however they were computed",
            "节点只看自己的输入，不管它们是怎样算出来的",
            "ノードは自分の入力だけを見る。どう計算されたかは問わない");
        return new("local-computation", title, "total = others + apples", "others=4000,apples=200",
        [
            LessonFigure.Of(
                "5.1.2-local-computation", title, "total = others + apple", "others=4000,apple=200", by: ""),
        ]);
    }

    private static Lesson Square()
    {
        Localised title = new("The chain rule: z = t², t = x + y", "链式法则：z = t²，t = x + y", "連鎖律：z = t²、t = x + y");
        const string Formula = "t = x + y; z = t**2", Values = "x=3,y=4";
        return new("square", title, Formula, Values,
        [
            new(
                "5.2.1-function",
                new(
                    "Backwards, what comes from upstream is multiplied by the local derivative",
                    "反向传播把上游传来的值乘以局部导数",
                    "逆伝播では、上流から来た値に局所的な微分を掛ける"),
                Chain with { Upstream = "E" },
                static _ => new(Function(Tensor.Scalar(1.0, "x")).Named("y"), null)),
            LessonFigure.Of("5.2.3-chain-rule", title, Formula, Values, Chain),
            LessonFigure.Of("5.2.3-chain-rule-simplified", title, "z = (x + y)**2", Values, Simplified),
            LessonFigure.Of("5.2.3-chain-rule-numbers", title, Formula, Values),
        ]);
    }

    private static Lesson AddNode()
    {
        Localised title = new(
            "An add node passes what comes from upstream on unchanged",
            "加法节点把上游传来的导数原样传给下游",
            "加算ノードは上流からの微分をそのまま下流へ流す");
        return new("add-node", title, "z = x + y; L = z * 1.3", "x=10,y=5",
        [
            LessonFigure.Of("5.3.1-add", title, "z = x + y", "x=10,y=5", Local("∂L/∂z")),
            new(
                "5.3.1-add-in-a-larger-graph",
                new(
                    "The node may be a part of any computation that ends in L",
                    "节点可以是任何以 L 结束的计算的一部分",
                    "ノードは L で終わるどんな計算の一部でもよい"),
                Chain,
                static _ => new(
                    Function((Tensor.Scalar(10.0, "x") + Tensor.Scalar(5.0, "y")).Named("z")).Named("L"), null)),
            LessonFigure.Of("5.3.1-add-numbers", title, "z = x + y", "x=10,y=5", From("1.3")),
        ]);
    }

    private static Lesson MultiplyNode()
    {
        Localised title = new(
            "A multiply node multiplies by the swapped inputs",
            "乘法节点乘以输入的翻转值",
            "乗算ノードは入力をひっくり返した値を掛ける");
        return new("multiply-node", title, "z = x * y; L = z * 1.3", "x=10,y=5",
        [
            LessonFigure.Of("5.3.2-multiply", title, "z = x * y", "x=10,y=5", Local("∂L/∂z")),
            LessonFigure.Of("5.3.2-multiply-numbers", title, "z = x * y", "x=10,y=5", From("1.3")),
        ]);
    }

    private static Lesson Reciprocal()
    {
        Localised title = new(
            "A division: the local derivative of 1/x is −y²", "除法：1/x 的局部导数是 −y²", "除算：1/x の局所的な微分は −y²");
        return new("reciprocal", title, "y = 1 / x", "x=2",
            [LessonFigure.Of("5.5.2-reciprocal", title, "y = 1 / x", "x=2", Local("∂L/∂y"))]);
    }

    private static Lesson Sigmoid()
    {
        Localised title = new(
            "The sigmoid in its parts: ×(−1), exp, +1, ÷",
            "把 sigmoid 拆开：×(−1)、exp、+1、÷",
            "sigmoid を分解：×(−1)、exp、+1、÷");
        Localised folded = new(
            "The sigmoid as one node: y(1 − y) is all that is needed",
            "作为一个节点的 sigmoid：只需要 y(1 − y)",
            "1 つのノードとしての sigmoid：y(1 − y) だけでよい");
        const string Folded = "y = sigmoid(x)";
        GraphViewOptions parts = new() { Unfold = ["sigmoid"] };
        GraphViewOptions symbols = Simplified with { Upstream = "∂L/∂y" };
        return new("sigmoid", title, "y = 1 / (1 + exp(-x))", "x=1",
        [
            LessonFigure.Of("5.5.2-sigmoid-forward", title, Folded, "x=1", parts, by: ""),
            LessonFigure.Of("5.5.2-sigmoid-parts", title, Folded, "x=1", symbols with { Unfold = ["sigmoid"] }),
            LessonFigure.Of("5.5.2-sigmoid-parts-numbers", title, Folded, "x=1", parts),
            LessonFigure.Of("5.5.2-sigmoid", folded, Folded, "x=1", symbols),
            LessonFigure.Of("5.5.2-sigmoid-numbers", folded, Folded, "x=1"),
        ]);
    }

    private static Lesson Relu()
    {
        Localised title = new(
            "ReLU lets derivatives pass where its input was positive",
            "ReLU 只让输入为正之处的导数通过",
            "ReLU は入力が正だった所だけ微分を通す");
        const string Formula = "L = sum(relu(x) * dout)", Values = "x=[[1, -0.5], [-2, 3]],dout=[[1, 8], [1, 1]]";
        return new("relu", title, Formula, Values,
        [
            LessonFigure.Of("5.5.1-relu", title, "y = relu(x)", "x=1", Local("∂L/∂y")),
            LessonFigure.Of("5.5.1-relu-positive", title, "y = relu(x)", "x=2", From("1.3")),
            LessonFigure.Of("5.5.1-relu-negative", title, "y = relu(x)", "x=-2", From("1.3")),
            LessonFigure.Of(
                "5.5.1-relu-mask", title, Formula, Values, new() { Unfold = ["elements"] }, by: "x"),
        ]);
    }

    private static Lesson Affine()
    {
        Localised title = new("An affine layer of one sample", "一个数据的 Affine 层", "データ 1 個の Affine レイヤ");
        const string Values = "X=[1, 2],W=[[1, 2, 3], [4, 5, 6]],B=[1, 2, 3]";
        return new("affine", title, "Y = X @ W + B; L = sum(Y)", Values,
        [
            LessonFigure.Of("5.6.1-affine-forward", title, "Y = X @ W + B", Values, by: ""),
            LessonFigure.Of("5.6.1-affine", title, "Y = X @ W + B", Values, Local("∂L/∂Y")),
            LessonFigure.Of("5.6.1-affine-layer", title, "Y = affine(X, W, B)", Values, Local("∂L/∂Y")),
        ]);
    }

    private static Lesson AffineBatch()
    {
        Localised title = new(
            "An affine layer of a batch: the derivative by B is a sum over the batch",
            "批版本的 Affine 层：B 的导数是对批求和",
            "バッチ版の Affine レイヤ：B の微分はバッチにわたる和");
        return new("affine-batch", title, "Y = X @ W + B; L = sum(Y * dY)", Batch,
        [
            LessonFigure.Of(
                "5.6.2-affine-batch", title, "Y = X @ W + B", Batch[..Batch.IndexOf(",dY", StringComparison.Ordinal)],
                Local("∂L/∂Y")),
            LessonFigure.Of(
                "5.6.2-affine-batch-numbers", title, "Y = X @ W + B; L = sum(Y * dY)", Batch, ThreeNumbers, by: "B"),
            LessonFigure.Of(
                "5.6.2-affine-batch-unrolled", title, "Y = X @ W + B; L = sum(Y * dY)",
                "X=[[0, 0], [10, 10]],W=[[1, 0], [0, 1]],B=[1, 2],dY=[[1, 2], [3, 4]]",
                new() { Unfold = ["elements"] }, by: "B"),
        ]);
    }

    private static Lesson SoftmaxWithLoss()
    {
        Localised title = new(
            "Softmax with cross-entropy: the derivative by the scores is y − t",
            "Softmax-with-Loss：对得分的导数是 y − t",
            "Softmax-with-Loss：スコアについての微分は y − t");
        const string Formula = "y = softmax(a); L = crossentropy(y, t)";
        return new("softmax-with-loss", title, "y = softmax(a); L = -sum(t * log(y))", "a=[0.3, 2.9, 4.0],t=[0, 1, 0]",
        [
            LessonFigure.Of(
                "5.6.3-softmax-with-loss-parts", title, Formula, Scores, Parts with { MostElements = 3 }, by: "a"),
            LessonFigure.Of("5.6.3-softmax-with-loss", title, Formula, Scores, ThreeNumbers, by: "a"),
            LessonFigure.Of(
                "5.6.3-softmax-with-loss-two-scores", title, Formula, "a=[log(0.25), log(0.75)],t=[0, 1]",
                new() { Unfold = ["elements"] }, by: "a"),
        ]);
    }

    private static Lesson TwoLayerNet()
    {
        Localised title = new(
            "A network of two layers, and its loss on a batch of two",
            "两层的神经网络，以及它在两个数据上的损失",
            "2 層のニューラルネットワークと、データ 2 個での損失");
        const string Values = "x=[[1, 0.5], [-1, 2]],W1=[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]],b1=[0.1, 0.2, 0.3],"
            + "W2=[[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]],b2=[0.1, 0.2],t=[[0, 1], [1, 0]]";
        const string Formula = "h = relu(x @ W1 + b1); y = h @ W2 + b2; L = -sum(t * logsoftmax(y)) / 2";
        return new("two-layer-net", title, Formula, Values,
        [
            LessonFigure.Of(
                "5.7.2-two-layer-net", title,
                "a1 = affine(x, W1, b1); z1 = relu(a1); a2 = affine(z1, W2, b2); L = crossentropy(softmax(a2), t)",
                Values, by: "W1,b1,W2,b2"),
            LessonFigure.Of("5.7.2-two-layer-net-parts", title, Formula, Values, Parts, by: "W1,b1,W2,b2"),
        ]);
    }

    private static GraphViewOptions Local(string upstream) =>
        new() { Labels = DerivativeLabels.Local, Upstream = upstream };

    private static GraphViewOptions From(string upstream) => new() { Upstream = upstream };

    // Any function at all: what it computes is not shown.
    private static Tensor Function(Tensor x) =>
        Gradient.Custom("f", static x => x.Square(), static (x, _, yBar) => 2 * x * yBar)(x);
}
