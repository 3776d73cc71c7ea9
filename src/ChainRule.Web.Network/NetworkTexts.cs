using ChainRule.Lessons;

namespace ChainRule.Web.Network;

/// <summary>The words of the live network.</summary>
internal static class NetworkTexts
{
    public static Localised Title { get; } = new("Train a network", "训练一个网络", "ネットワークを学習させる");

    public static Localised Intro { get; } = new(
        "Every step draws a mini-batch, goes through the graph from left to right, sends the derivatives back from "
        + "right to left, and moves every weight a little. It happens in your browser, beside the page. Stop at any "
        + "step and press a weight to see where its derivative came from.",
        "每一步都取一个小批量，从左到右经过计算图，再把导数从右到左传回来，把每个权重移动一点。这一切都在你的浏览器里、"
        + "在页面之外的线程中进行。可以在任何一步停下，点一个权重，看它的导数从哪里来。",
        "1 ステップごとにミニバッチを取り出し、計算グラフを左から右へ進み、微分を右から左へ送り返し、すべての重みを少しずつ"
        + "動かします。計算はあなたのブラウザの中、ページとは別のスレッドで行われます。好きなところで止めて重みを押すと、"
        + "その微分がどこから来たかがわかります。");

    public static Localised Pages { get; } = new("Network and race", "网络与赛跑", "ネットワークと競走");
    public static Localised Data { get; } = new("Data", "数据", "データ");
    public static Localised Hidden { get; } = new("Hidden layers", "隐藏层", "隠れ層");
    public static Localised Activation { get; } = new("Activation", "激活函数", "活性化関数");
    public static Localised Initializer { get; } = new("First weights", "初始权重", "重みの初期値");
    public static Localised Optimizer { get; } = new("Optimiser", "优化方法", "最適化手法");
    public static Localised Rate { get; } = new("Learning rate", "学习率", "学習率");
    public static Localised Batch { get; } = new("Batch size", "批大小", "バッチサイズ");
    public static Localised Seed { get; } = new("Seed", "随机种子", "乱数シード");
    public static Localised Play { get; } = new("Train", "训练", "学習");
    public static Localised Step { get; } = new("One step", "走一步", "1 ステップ");
    public static Localised Reset { get; } = new("Start anew", "重新开始", "最初から");
    public static Localised Steps { get; } = new("steps", "步", "ステップ");
    public static Localised Epochs { get; } = new("epochs", "轮", "エポック");
    public static Localised Loss { get; } = new("loss", "损失", "損失");
    public static Localised Accuracy { get; } = new("accuracy", "精度", "認識精度");
    public static Localised Speed { get; } = new("steps a second", "步/秒", "ステップ/秒");
    public static Localised Controls { get; } = new("Settings", "设置", "設定");
    public static Localised Curves { get; } = new("Loss and accuracy", "损失与精度", "損失と認識精度");
    public static Localised Layers { get; } = new("Inside the layers", "各层内部", "層の中");
    public static Localised Activations { get; } = new("outputs", "输出", "出力");
    public static Localised Gradients { get; } = new("derivatives", "导数", "微分");
    public static Localised Weights { get; } = new("Weights", "权重", "重み");
    public static Localised Graph { get; } = new("This batch's graph", "这个批量的计算图", "このバッチの計算グラフ");
    public static Localised ShowGraph { get; } = new("Draw the graph", "画出计算图", "グラフを描く");
    public static Localised Unfold { get; } = new("with its parts", "展开各部分", "部分を展開");
    public static Localised Story { get; } = new("One weight's derivative", "一个权重的导数", "一つの重みの微分");
    public static Localised From { get; } = new("from unit", "来自单元", "入力側");
    public static Localised To { get; } = new("to unit", "去往单元", "出力側");
    public static Localised Layer { get; } = new("layer", "层", "層");
    public static Localised Tell { get; } = new("Tell", "解释", "説明");
    public static Localised Example { get; } = new("example", "样本", "例");
    public static Localised Input { get; } = new("input x (local)", "输入 x（局部）", "入力 x（局所）");
    public static Localised Product { get; } = new("product", "乘积", "積");
    public static Localised Others { get; } = new("all others", "其余样本", "その他");
    public static Localised Sum { get; } = new("sum: the derivative", "总和：导数", "合計：微分");
    public static Localised Pad { get; } = new("Draw a digit", "写一个数字", "数字を書く");
    public static Localised Clear { get; } = new("Clear", "清除", "消す");

    public static Localised Plane { get; } = new(
        "What the network answers at each place of the plane, and the examples",
        "网络对平面上每一处的回答，以及样本",
        "平面の各点でのネットワークの答えと、例");

    public static Localised Confusion { get; } = new(
        "Rows: what it is. Columns: what the network says.", "行：真实的数字。列：网络的回答。", "行：正解。列：ネットワークの答え。");

    public static Localised Waiting { get; } = new(
        "The network is being fetched …", "正在加载网络……", "ネットワークを読み込んでいます……");

    public static Localised Diverged { get; } = new(
        "The loss is no longer a number: the steps were too long. Start anew with a smaller learning rate.",
        "损失已经不是一个数：步子太大了。请用更小的学习率重新开始。",
        "損失が数ではなくなりました。ステップが大きすぎます。学習率を小さくして最初から始めてください。");

    public static Localised WrongHidden { get; } = new(
        "Give up to six sizes from 1 to 128, such as 16, 16.",
        "请给出至多六个 1 到 128 的大小，例如 16, 16。",
        "1 から 128 までの大きさを 6 個まで指定してください。例: 16, 16");

    public static Localised WrongNumber { get; } = new(
        "Give a number above 0 and up to 100.", "请给出大于 0 且不超过 100 的数。", "0 より大きく 100 以下の数を指定してください。");

    public static Localised Moved { get; } = new(
        "The step moved the weight from {0} to {1}.", "这一步把权重从 {0} 移到 {1}。", "このステップで重みは {0} から {1} に動きました。");

    public static Localised NotMoved { get; } = new(
        "The weight is {0}; no step has moved it yet.", "权重是 {0}，还没有任何一步移动过它。", "重みは {0} で、まだどのステップでも動いていません。");

    /// <summary>The data sets by their names in the settings.</summary>
    public static IReadOnlyDictionary<string, Localised> DataSets { get; } = new Dictionary<string, Localised>
    {
        ["spirals"] = new("Spirals", "螺旋", "らせん"),
        ["moons"] = new("Moons", "双月", "三日月"),
        ["circles"] = new("Circles", "同心圆", "同心円"),
        ["digits"] = new("Digits (MNIST)", "手写数字 (MNIST)", "手書き数字 (MNIST)"),
    };
}
