using static ChainRule.Reading.CourseChapter;

namespace ChainRule.Reading;

/// <summary>Training.</summary>
internal static class Training
{
    public static CourseChapter Chapter { get; } = new(
        "training",
        new("Training", "训练", "学習"),
        [
            Text(
                "Training repeats four steps: take a mini-batch, compute the loss forwards, the gradient backwards, "
                + "and move every weight a little against its derivative. Below is the graph of a network of two "
                + "layers on a batch of two, folded by layer; unfold it and step through.",
                "训练重复四个步骤：取一个小批量，正向计算损失，反向计算梯度，再把每个权重逆着它的导数移动一点。"
                + "下面是一个两层网络在两个数据上的计算图，按层折叠；请展开并逐步查看。",
                "学習は四つの手順の繰り返しです。ミニバッチを取り、順伝播で損失を、逆伝播で勾配を計算し、各重みを微分と逆の向きに少し動かします。"
                + "下はデータ 2 個に対する 2 層ネットワークのグラフで、レイヤごとに折りたたまれています。展開して一歩ずつ見てみましょう。"),
            new Block.Live(
                "a1 = affine(x, W1, b1); z1 = relu(a1); a2 = affine(z1, W2, b2); L = crossentropy(softmax(a2), t)",
                "x=[[1, 0.5], [-1, 2]],W1=[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]],b1=[0.1, 0.2, 0.3],W2=[[0.1, 0.4], [0.2, "
                + "0.5], [0.3, 0.6]],b2=[0.1, 0.2],t=[[0, 1], [1, 0]]",
                "affine"),
            Text(
                "With 784 inputs, 50 hidden units, mini-batches of 100 and a learning rate of 0.1, such a network "
                + "reads 97 of 100 handwritten digits right after 10,000 steps: a few seconds with ChainRule. The "
                + "command chainrule demo trains it before your eyes.",
                "用 784 个输入、50 个隐藏单元、100 个数据的小批量和 0.1 的学习率，这样的网络训练 10,000 步后能读对 97% 的手写数字；"
                + "用 ChainRule 只要几秒钟。命令 chainrule demo 会当场训练给你看。",
                "入力 784、隠れ層 50、ミニバッチ 100、学習率 0.1 なら、このようなネットワークは 10,000 ステップで手書き数字の 97% を正しく読みます。"
                + "ChainRule なら数秒です。コマンド chainrule demo で学習の様子を見られます。"),
        ]);
}
