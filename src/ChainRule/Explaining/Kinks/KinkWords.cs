using ChainRule.Formulas;

namespace ChainRule.Explaining;

/// <summary>Kinks and jumps in words.</summary>
internal static class KinkWords
{
    /// <summary>Where it is and how far.</summary>
    public static string Of(GraphKink kink, Language language)
    {
        string place = kink.Name + (kink.Element.Count == 0 ? "" : Shape.Text([.. kink.Element]));
        string distance = ValueText.OfNumber(kink.Distance);
        bool isOn = kink.Distance == 0;
        return language switch
        {
            Language.Chinese => isOn
                ? $"{place}（{kink.Op}）正好在{What(kink, language)}上"
                : $"{place}（{kink.Op}）离{What(kink, language)}只有 {distance}",
            Language.Japanese => isOn
                ? $"{place}（{kink.Op}）はちょうど{What(kink, language)}にあります"
                : $"{place}（{kink.Op}）は{What(kink, language)}から {distance} しか離れていません",
            _ => isOn
                ? $"{place} ({kink.Op}) is exactly at {What(kink, language)}"
                : $"{place} ({kink.Op}) is {distance} from {What(kink, language)}",
        };
    }

    private static string What(GraphKink kink, Language language) => (kink.IsJump, language) switch
    {
        (false, Language.Chinese) => "折点",
        (true, Language.Chinese) => "跳跃点",
        (false, Language.Japanese) => "折れ点",
        (true, Language.Japanese) => "不連続点",
        (false, _) => "a kink",
        _ => "a jump",
    };
}
