using System.CommandLine;

namespace ChainRule.Cli;

/// <summary>The option --lang.</summary>
internal sealed class LanguageSetting
{
    private static readonly Dictionary<string, Language> Languages = new()
    {
        ["en"] = Language.English,
        ["zh"] = Language.Chinese,
        ["ja"] = Language.Japanese,
    };

    private readonly Setting<string> _setting =
        Settings.Choice("--lang", "code", "The language of the words", [.. Languages.Keys], "en");

    /// <summary>The option.</summary>
    public Option Option => _setting;

    /// <summary>The language that was chosen.</summary>
    public Language Of(ParseResult parsed) => Languages[parsed.GetValue(_setting)!];
}
