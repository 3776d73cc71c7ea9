using System.Text.RegularExpressions;

namespace ChainRule.Lessons;

/// <summary>The names of the lesson's values in all its languages: apples are 苹果 and リンゴ.</summary>
internal static partial class Vocabulary
{
    private static readonly Dictionary<string, Localised> Words = new Localised[]
    {
        new("apple", "苹果", "リンゴ"),
        new("apples", "苹果的个数", "リンゴの個数"),
        new("orange", "橘子", "みかん"),
        new("oranges", "橘子的个数", "みかんの個数"),
        new("tax", "消费税", "消費税"),
        new("total", "支付金额", "支払金額"),
        new("others", "其他", "その他"),
    }.ToDictionary(static word => word.English);

    /// <summary>A formula, or names with values, with the names of a language.</summary>
    public static string Translate(string text, Language language) => Name().Replace(
        text, match => Words.TryGetValue(match.Value, out Localised? word) ? word.In(language) : match.Value);

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{N}_]*")]
    private static partial Regex Name();
}
