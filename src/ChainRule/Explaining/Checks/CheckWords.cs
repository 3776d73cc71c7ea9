using ChainRule.Formulas;

namespace ChainRule.Explaining;

/// <summary>Checks of derivatives in words.</summary>
internal static class CheckWords
{
    /// <summary>The titles of a table.</summary>
    public static string[] Titles(Language language) => language switch
    {
        Language.Chinese => ["输入", "反向传播", "中心差分", "相对误差", "结论"],
        Language.Japanese => ["入力", "逆伝播", "中心差分", "相対誤差", "判定"],
        _ => ["input", "backpropagation", "central difference", "rel. error", "verdict"],
    };

    /// <summary>What is differentiated.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="value">What it is.</param>
    /// <param name="language">The language.</param>
    public static string Subject(string name, double value, Language language) => language switch
    {
        Language.Chinese => $"被求导的是 {name} = {ValueText.OfNumber(value)}。",
        Language.Japanese => $"微分されるのは {name} = {ValueText.OfNumber(value)} です。",
        _ => $"Differentiated is {name} = {ValueText.OfNumber(value)}.",
    };

    /// <summary>The verdict in one word.</summary>
    public static string Verdict(CheckedDerivative x, Language language) => (x.Verdict, language) switch
    {
        (CheckVerdict.Kink, Language.Chinese) when x.Kinks[0].IsJump => "跳跃",
        (CheckVerdict.Kink, Language.Japanese) when x.Kinks[0].IsJump => "不連続",
        (CheckVerdict.Kink, _) when x.Kinks[0].IsJump => "jump",
        (CheckVerdict.Agrees, Language.Chinese or Language.Japanese) => "一致",
        (CheckVerdict.Kink, Language.Chinese) => "折点",
        (CheckVerdict.Kink, Language.Japanese) => "折れ点",
        (CheckVerdict.Unclear, Language.Chinese) => "不确定",
        (CheckVerdict.Unclear, Language.Japanese) => "不明",
        (CheckVerdict.Differs, Language.Chinese or Language.Japanese) => "不一致",
        (CheckVerdict.Agrees, _) => "agrees",
        (CheckVerdict.Kink, _) => "kink",
        (CheckVerdict.Unclear, _) => "unclear",
        _ => "differs",
    };

    /// <summary>What there is to say of a derivative.</summary>
    public static string Of(CheckedDerivative x, Language language) => x.Verdict switch
    {
        CheckVerdict.Agrees => "",
        CheckVerdict.Unclear => Unclear(x, language),
        CheckVerdict.Kink => Kink(x, language),
        _ => Differs(x, language),
    };

    /// <summary>What came out in all.</summary>
    public static string Of(GraphCheck check, Language language)
    {
        int kinks = check.Derivatives.Count(static x => x.Verdict == CheckVerdict.Kink);
        int others = check.Derivatives.Count(static x =>
            x.Verdict is CheckVerdict.Differs or CheckVerdict.Unclear);
        int all = check.Derivatives.Count;
        return (others, kinks, language) switch
        {
            ( > 0, _, Language.Chinese) => $"未通过：{all} 个导数中有 {others} 个未得到证实。",
            ( > 0, _, Language.Japanese) => $"不合格：{all} 個の微分のうち {others} 個が確認できませんでした。",
            ( > 0, _, _) => $"Failed: {others} of {Derivatives(all)} could not be confirmed.",
            (_, > 0, Language.Chinese) when kinks == all => "通过：没有不一致，但都在折点处，没有可比较的。",
            (_, > 0, Language.Japanese) when kinks == all =>
                "合格：不一致はありませんが、すべて折れ点にあり、比べるものがありません。",
            (_, > 0, Language.Chinese) => $"通过：{all} 个导数中有 {kinks} 个在折点处，其余一致。",
            (_, > 0, Language.Japanese) => $"合格：{all} 個の微分のうち {kinks} 個は折れ点にあり、残りは一致します。",
            (_, > 0, _) when kinks == all => "Passed: none differs, but kinks leave nothing to compare.",
            (_, > 0, _) => $"Passed: {kinks} of {Derivatives(all)} {(kinks == 1 ? "is" : "are")} at kinks; the others "
                + "agree.",
            (_, _, Language.Chinese) => "通过：反向传播与中心差分一致。",
            (_, _, Language.Japanese) => "合格：逆伝播と中心差分は一致します。",
            _ => "Passed: backpropagation and central differences agree.",
        };
    }

    private static string Derivatives(int count) => count == 1 ? "1 derivative" : $"{count} derivatives";

    private static string Kink(CheckedDerivative x, Language language)
    {
        string where = Places(x, language), h = ValueText.OfNumber(x.Step);
        return language switch
        {
            Language.Chinese => $"{x.Name}：{where}，在 ±h（h = {h}）之内，中心差分跨过了它。{Slopes(x, language)}",
            Language.Japanese => $"{x.Name}：{where}。±h（h = {h}）の範囲にあり、中心差分はそれをまたぎます。"
                + Slopes(x, language),
            _ => $"{x.Name}: {where}, within ±h for h = {h}: the central difference straddles it. "
                + Slopes(x, language),
        };
    }

    private static string Differs(CheckedDerivative x, Language language)
    {
        string error = ValueText.OfNumber(x.AbsoluteError);
        string stop = language == Language.English ? ". " : "。";
        string slopes = x.LeftSlope is null ? "" : $"{Places(x, language)}{stop}{Slopes(x, language)}";
        return language switch
        {
            Language.Chinese => $"{x.Name}：两者相差 {error}，没有折点可以解释。{slopes}",
            Language.Japanese => $"{x.Name}：両者の差は {error} で、折れ点では説明できません。{slopes}",
            _ => $"{x.Name}: they differ by {error}, which no kink explains. {slopes}".TrimEnd(),
        };
    }

    private static string Unclear(CheckedDerivative x, Language language)
    {
        bool isFinite = double.IsFinite(x.Numerical);
        return language switch
        {
            Language.Chinese => isFinite
                ? $"{x.Name}：中心差分不够准确，无法判断；请换一个步长。"
                : $"{x.Name}：函数在 x ± h 处不是有限数，中心差分没有意义；请用更小的步长，或换一个点。",
            Language.Japanese => isFinite
                ? $"{x.Name}：中心差分の精度が足りず判断できません。別の刻み幅を試してください。"
                : $"{x.Name}：x ± h で関数が有限でないため中心差分に意味がありません。刻み幅を小さくするか、別の点を選んでください。",
            _ => isFinite
                ? $"{x.Name}: the central difference is not exact enough to tell; try another step."
                : $"{x.Name}: the function is not finite at x ± h, so there is no central difference; try a smaller "
                    + "step or another point.",
        };
    }

    private static string Places(CheckedDerivative x, Language language) => string.Join(
        language switch { Language.Chinese => "，", Language.Japanese => "、", _ => ", and " },
        x.Kinks.Select(kink => KinkWords.Of(kink, language)));

    private static string Slopes(CheckedDerivative x, Language language)
    {
        (string left, string right) = (ValueText.OfNumber(x.LeftSlope!.Value), ValueText.OfNumber(x.RightSlope!.Value));
        string own = ValueText.OfNumber(x.Derivative);
        return language switch
        {
            Language.Chinese => $"左侧斜率 {left}，右侧斜率 {right}；反向传播取 {own}。",
            Language.Japanese => $"左側の傾きは {left}、右側の傾きは {right} で、逆伝播では {own} です。",
            _ => $"The slope is {left} on the left and {right} on the right; backpropagation has {own}.",
        };
    }
}
