namespace ChainRule.Web.Page;

/// <summary>The languages of the page, by their codes.</summary>
internal static class Languages
{
    /// <summary>All, with their own names.</summary>
    public static IReadOnlyList<(Language Language, string Code, string Name)> All { get; } =
    [
        (Language.English, "en", "English"),
        (Language.Chinese, "zh", "中文"),
        (Language.Japanese, "ja", "日本語"),
    ];

    /// <summary>The code: <c>zh</c>.</summary>
    public static string CodeOf(Language language) => All.First(item => item.Language == language).Code;

    /// <summary>The language of a code such as <c>zh</c> or <c>zh-CN</c>; null if the page does not know it.</summary>
    public static Language? Of(string? code)
    {
        foreach ((Language language, string known, _) in All)
        {
            if (code is not null && (code == known || code.StartsWith(known + "-", StringComparison.Ordinal)))
                return language;
        }

        return null;
    }
}
