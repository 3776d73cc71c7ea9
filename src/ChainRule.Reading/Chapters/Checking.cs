using static ChainRule.Reading.CourseChapter;

namespace ChainRule.Reading;

/// <summary>The gradient check.</summary>
internal static class Checking
{
    public static CourseChapter Chapter { get; } = new(
        "check",
        new("The gradient check", "梯度检验", "勾配確認"),
        [
            Text(
                "A wrong backward rule often goes unnoticed: the network still learns, only worse. So one compares: "
                + "slow numerical differentiation is right almost without fail, and backpropagation must agree with "
                + "it.",
                "写错的反向传播规则往往不易察觉：网络照样学习，只是学得差。所以要做比较：数值微分虽慢，却几乎不会错，反向传播必须与它一致。",
                "逆伝播の規則を間違えても、たいてい気づきません。学習は進み、ただ性能が悪いだけだからです。そこで比べます。"
                + "数値微分は遅くてもまず間違えないので、逆伝播はそれと一致しなければなりません。"),
            Text(
                "There is one trap. ReLU has a kink at 0: if a step of ±h reaches over it, the difference mixes two "
                + "slopes, and both methods rightly disagree. Move x towards 0 and see.",
                "有一个陷阱：ReLU 在 0 处有折点。如果 ±h 跨过它，差分就把两个斜率混在一起，两种方法不一致也是对的。把 x 移向 0 看看。",
                "落とし穴が一つあります。ReLU は 0 に折れ点をもち、±h がそれをまたぐと差分は二つの傾きを混ぜてしまい、"
                + "二つの方法が食い違うのが正しいのです。x を 0 に近づけてみましょう。"),
            new Block.Task(TaskKind.Kink),
            Text(
                "Now find a mistake. In one layer of this network the backward rule is wrong. Check the layers, and "
                + "say which it is.",
                "现在来找一个错误。这个网络中有一层的反向传播规则写错了。请检验各层，并指出是哪一层。",
                "では間違いを探しましょう。このネットワークのどれか一つのレイヤで、逆伝播の規則が間違っています。"
                + "レイヤを確認して、どれかを当ててください。"),
            new Block.Task(TaskKind.Bug),
        ]);
}
