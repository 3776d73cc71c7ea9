namespace ChainRule.Lessons;

/// <summary>A text in the languages of the lesson's readers.</summary>
/// <param name="English">In English.</param>
/// <param name="Chinese">In Chinese.</param>
/// <param name="Japanese">In Japanese.</param>
public sealed record Localised(string English, string Chinese, string Japanese)
{
    /// <summary>The text in a language.</summary>
    public string In(Language language) => language switch
    {
        Language.Chinese => Chinese,
        Language.Japanese => Japanese,
        _ => English,
    };
}
