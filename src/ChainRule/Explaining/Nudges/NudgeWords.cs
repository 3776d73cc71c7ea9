using System.Globalization;
using ChainRule.Formulas;

namespace ChainRule.Explaining;

/// <summary>Nudges in words.</summary>
internal static class NudgeWords
{
    /// <summary>What came out, and why.</summary>
    public static IReadOnlyList<string> Of(NudgeReport nudge, Language language)
    {
        var words = new List<string> { Comparison(nudge, language), Verdict(nudge, language) };
        words.AddRange(nudge.Kinks.Select(kink => Warning(kink, language)));
        return words;
    }

    /// <summary>What is done.</summary>
    public static string Heading(NudgeReport nudge, Language language)
    {
        string h = ValueText.OfNumber(nudge.Step);
        return language switch
        {
            Language.Chinese => $"微扰 {nudge.Moved}：h = {h}",
            Language.Japanese => $"{nudge.Moved} を少し動かす：h = {h}",
            _ => $"Nudge {nudge.Moved} by h = {h}",
        };
    }

    /// <summary>The titles of a table of changes.</summary>
    public static string[] Titles(Language language) => language switch
    {
        Language.Chinese => ["值", "节点", "之前", "之后", "Δ"],
        Language.Japanese => ["値", "ノード", "前", "後", "Δ"],
        _ => ["value", "node", "before", "after", "Δ"],
    };

    private static string Comparison(NudgeReport nudge, Language language)
    {
        string ratio = $"Δ{nudge.Result}/h = {Number(nudge.Ratio)}";
        string derivative = $"∂{nudge.Result}/∂{nudge.Moved} = {Number(nudge.Derivative)}";
        return language switch
        {
            Language.Chinese => $"{ratio}；反向传播得到 {derivative}。",
            Language.Japanese => $"{ratio}。逆伝播では {derivative}。",
            _ => $"{ratio}; backpropagation gives {derivative}.",
        };
    }

    private static string Verdict(NudgeReport nudge, Language language)
    {
        string difference = ValueText.OfNumber(nudge.Difference), bend = ValueText.OfNumber(nudge.Bend);
        if (nudge.Agrees)
        {
            return language switch
            {
                Language.Chinese => "两者一致。",
                Language.Japanese => "両者は一致します。",
                _ => "They agree.",
            };
        }

        if (!double.IsFinite(nudge.Difference) || nudge.Kinks.Count > 0)
        {
            return language switch
            {
                Language.Chinese => $"两者相差 {difference}。",
                Language.Japanese => $"両者の差は {difference} です。",
                _ => $"They differ by {difference}.",
            };
        }

        return language switch
        {
            Language.Chinese => $"两者相差 {difference}，其中 {bend} 来自函数的弯曲（½h·f″）：h 越小，差越小。",
            Language.Japanese => $"両者の差は {difference} で、うち {bend} は関数の曲がり（½h·f″）によります。"
                + "h を小さくすると差も小さくなります。",
            _ => $"They differ by {difference}, of which {bend} is the bend of the function, ½h·f″: the smaller h, the "
                + "smaller the difference.",
        };
    }

    private static string Warning(GraphKink kink, Language language)
    {
        string where = KinkWords.Of(kink, language);
        return language switch
        {
            Language.Chinese => $"注意：{where}，在 ±h 之内，所以 Δ/h 不必接近导数。",
            Language.Japanese => $"注意：{where}。±h の範囲にあるので、Δ/h は微分に近づくとは限りません。",
            _ => $"Warning: {where}, within ±h, so Δ/h need not be near the derivative.",
        };
    }

    private static string Number(double number) => number.ToString("G10", CultureInfo.InvariantCulture);
}
