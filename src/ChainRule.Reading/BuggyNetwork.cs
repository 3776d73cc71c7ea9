using ChainRule.Lessons;

namespace ChainRule.Reading;

/// <summary>A small network, in one layer of which the backward rule is wrong.</summary>
internal sealed class BuggyNetwork
{
    private BuggyNetwork(IReadOnlyList<CheckedLayer> layers) => Layers = layers;

    /// <summary>The layers, from the input on.</summary>
    public IReadOnlyList<CheckedLayer> Layers { get; }

    /// <summary>Makes one.</summary>
    /// <param name="seed">Chooses the numbers and the layer with the mistake.</param>
    public static BuggyNetwork Of(int seed)
    {
        Tensor w1 = Numbers([4, 4], (4 * seed) + 1), w2 = Numbers([4, 4], (4 * seed) + 2);
        Tensor b = Numbers([4], (4 * seed) + 4);
        Kind[] kinds =
        [
            new("dot 1", x => x.Dot(w1), (_, _, yBar) => yBar.Dot(w1), new(
                "upstream was multiplied by W instead of its transpose Wᵀ",
                "上游导数乘的是 W，而不是它的转置 Wᵀ",
                "上流の微分に転置 Wᵀ ではなく W を掛けていました")),
            new("+ b", x => x + b, static (_, _, yBar) => yBar, new(
                "upstream was not summed over the batch, though every example uses the same b",
                "上游导数没有对整个批量求和，而每个样本用的是同一个 b",
                "どの例も同じ b を使うのに、上流の微分をバッチについて合計していませんでした")) { Bias = b },
            new("ReLU", static x => x.Relu(), static (_, _, yBar) => yBar, new(
                "the mask was forgotten: derivatives passed where the input was negative",
                "忘记了掩码：输入为负的地方也让导数通过了",
                "マスクを忘れ、入力が負の所でも微分を通していました")),
            new("dot 2", x => x.Dot(w2), (_, _, yBar) => yBar.Dot(w2), new(
                "upstream was multiplied by W instead of its transpose Wᵀ",
                "上游导数乘的是 W，而不是它的转置 Wᵀ",
                "上流の微分に転置 Wᵀ ではなく W を掛けていました")),
            new("sigmoid", static x => x.Sigmoid(), static (_, y, yBar) => yBar * y, new(
                "the factor 1 − y was forgotten",
                "忘记了因子 1 − y",
                "因数 1 − y を忘れていました")),
            new("square", static x => x.Square(), static (x, _, yBar) => yBar * x, new(
                "the factor 2 of 2x was forgotten",
                "忘记了 2x 中的因子 2",
                "2x の因数 2 を忘れていました")),
        ];
        // Neighbours get different ones, and all get their turn.
        int wrong = ((5 * seed) + 2) % kinds.Length;
        var layers = new List<CheckedLayer>();
        Tensor x = Numbers([2, 4], (4 * seed) + 3);
        for (int i = 0; i < kinds.Length; i++)
        {
            Kind kind = kinds[i];
            Tensor input = x;
            layers.Add(new(
                kind.Name,
                kind.Bias ?? input,
                kind.Bias is null ? kind.Function : bias => input + bias,
                kind.Mistake,
                i == wrong ? kind.WrongRule : null));
            Tensor y = kind.Function(x);
            x = Tensor.From<double>(y.ToArray<double>(), y.Shape);
        }

        return new(layers);
    }

    private static Tensor Numbers(Shape shape, int seed) => Tensor.From<double>(
        Tensor.RandomNormal(shape, seed, dtype: DType.Float64).ToArray<double>(), shape);

    /// <summary>A kind of layer, and what can go wrong in it.</summary>
    private sealed record Kind(
        string Name,
        Func<Tensor, Tensor> Function,
        Func<Tensor, Tensor, Tensor, Tensor> WrongRule,
        Localised Mistake)
    {
        /// <summary>By what it is differentiated, if not by what comes in.</summary>
        public Tensor? Bias { get; init; }
    }
}
