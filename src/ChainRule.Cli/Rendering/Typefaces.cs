using System.Text;
using SkiaSharp;

namespace ChainRule.Cli;

/// <summary>
/// Finds fonts that have the characters of a text. On Linux, where the library knows no installed fonts, it looks into
/// the usual folders itself.
/// </summary>
internal sealed class Typefaces
{
    private static readonly string[] Slanted = ["Italic", "Oblique"], Usual = ["Regular", "Bold"];

    private static readonly string[] Families =
    [
        "Helvetica", "Arial", "Liberation Sans", "DejaVu Sans", "Noto Sans", "Noto Sans CJK SC", "PingFang SC",
        "Hiragino Sans", "Microsoft YaHei", "Yu Gothic", "Segoe UI",
    ];

    // A font says which characters its typeface has.
    private readonly List<SKFont> _plain = [], _bold = [];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private IEnumerator<string>? _files;

    /// <summary>The characters that no font had.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    /// <summary>Cuts a text into parts, each with a font that has its characters.</summary>
    /// <exception cref="FailureException">There is no font at all.</exception>
    public IEnumerable<(string Text, SKTypeface Typeface)> Parts(string text, bool isBold)
    {
        var part = new StringBuilder();
        SKFont? current = null;
        foreach (Rune rune in text.EnumerateRunes())
        {
            SKFont font = current is not null && current.ContainsGlyph(rune.Value) ? current : For(rune, isBold);
            if (current is not null && font != current)
            {
                yield return (part.ToString(), current.Typeface);
                part.Clear();
            }

            current = font;
            part.Append(rune.ToString());
        }

        if (current is not null) yield return (part.ToString(), current.Typeface);
    }

    private SKFont For(Rune rune, bool isBold)
    {
        if (Known(rune, isBold) is { } known) return known;
        if (!OperatingSystem.IsLinux())
        {
            SKTypeface? matched = SKFontManager.Default.MatchCharacter(
                null, isBold ? SKFontStyle.Bold : SKFontStyle.Normal, null, rune.Value);
            if (matched is not null)
            {
                var font = new SKFont(matched);
                (isBold ? _bold : _plain).Add(font);
                return font;
            }
        }

        _files ??= (OperatingSystem.IsLinux() ? LinuxFiles() : []).AsEnumerable().GetEnumerator();
        while (_files.MoveNext())
        {
            Load(_files.Current);
            if (Known(rune, isBold) is { } found) return found;
        }

        _missing.Add(rune.ToString());
        return _plain.FirstOrDefault() ?? _bold.FirstOrDefault() ?? throw new FailureException(
            "--out: no font was found to write with; install one, such as the package fonts-dejavu-core, and for "
            + "Chinese and Japanese fonts-noto-cjk; or write an .svg file, which needs none");
    }

    // A bold text rather in a plain font than not at all.
    private SKFont? Known(Rune rune, bool isBold) =>
        (isBold ? _bold : _plain).Find(font => font.ContainsGlyph(rune.Value))
        ?? (isBold && _files is not null ? _plain.Find(font => font.ContainsGlyph(rune.Value)) : null);

    private void Load(string file)
    {
        // A collection has a font for each language; the first one is as good as others.
        if (SKTypeface.FromFile(file) is { } typeface) (typeface.IsBold ? _bold : _plain).Add(new(typeface));
    }

    // The usual families first, then what else there is, in an order that is the same everywhere.
    private static string[] LinuxFiles()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] folders =
            ["/usr/share/fonts", "/usr/local/share/fonts", $"{home}/.fonts", $"{home}/.local/share/fonts"];
        return [.. folders.Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(static file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF" or ".TTC")
            .OrderBy(Rank).ThenBy(static file => file, StringComparer.Ordinal)];
    }

    private static int Rank(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        bool isSlanted = Slanted.Any(word => name.Contains(word, StringComparison.Ordinal));
        bool isUsual = Usual.Any(word => name.EndsWith(word, StringComparison.Ordinal))
            || !name.Contains('-', StringComparison.Ordinal);
        int style = isSlanted ? 1000 : isUsual ? 0 : 500;
        int family = Array.FindIndex(Families, family => name.StartsWith(
            family.Replace(" ", "", StringComparison.Ordinal).Replace("SC", "", StringComparison.Ordinal),
            StringComparison.Ordinal));
        return style + (family < 0 ? 100 : family);
    }
}
