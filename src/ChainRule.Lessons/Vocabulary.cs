using System.Text;

namespace ChainRule.Lessons;

/// <summary>The names of the lesson's values in all its languages: apples are 苹果 and リンゴ.</summary>
public static class Vocabulary
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
    /// <param name="text">The text with English names.</param>
    /// <param name="language">The language.</param>
    public static string Translate(string text, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var translated = new StringBuilder();
        for (int start = 0; start < text.Length;)
        {
            int end = start + 1;
            while (end < text.Length && IsOfName(text[start]) && IsOfName(text[end])) end++;
            string name = text[start..end];
            translated.Append(Words.TryGetValue(name, out Localised? word) ? word.In(language) : name);
            start = end;
        }

        return translated.ToString();
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c == '_';
}
