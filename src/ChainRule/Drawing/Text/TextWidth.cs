using System.Globalization;
using System.Text;

namespace ChainRule.Drawing.Text;

/// <summary>
/// How many columns text takes in a terminal: two for Chinese, Japanese and Korean
/// characters and emoji (Unicode Annex 11).
/// </summary>
internal static class TextWidth
{
    // The ranges of the classes W and F, merged where what lies between is not assigned.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
        (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF),
        (0x1F900, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The columns of a text.</summary>
    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    /// <summary>The columns of one character: 0, 1 or 2.</summary>
    public static int Of(Rune rune)
    {
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        foreach ((int first, int last) in Wide)
        {
            if (rune.Value >= first && rune.Value <= last) return 2;
        }

        return 1;
    }
}
