namespace ChainRule.Cli;

/// <summary>Breaks sentences into lines.</summary>
internal static class Wrapping
{
    /// <summary>A space where no line ends.</summary>
    public const char Joint = '\u00A0';

    /// <summary>The lines of a text, each at most so wide; a single word may be wider.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.Replace(Joint, ' ');
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line.Replace(Joint, ' ');
    }
}
