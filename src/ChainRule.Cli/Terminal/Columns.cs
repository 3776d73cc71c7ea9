using System.Text;

namespace ChainRule.Cli;

/// <summary>A table of text: the first column starts at the left, all others end at the right.</summary>
internal sealed class Columns(params string[] titles)
{
    private const string Gap = "   ";

    private readonly List<string[]> _rows = [titles];

    /// <summary>Adds a row of as many cells as there are titles.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>The lines of the table.</summary>
    public override string ToString()
    {
        int[] widths = [.. titles.Select((_, column) => _rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (string[] row in _rows)
        {
            for (int i = 0; i < row.Length; i++)
                text.Append(i == 0 ? "  " + row[i].PadRight(widths[i]) : Gap + row[i].PadLeft(widths[i]));
            text.Append('\n');
        }

        return text.ToString();
    }
}
