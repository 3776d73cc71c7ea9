using System.Text;
using ChainRule.Drawing.Text;

namespace ChainRule.Cli;

/// <summary>A table of text: the first column starts at the left, all others end at the right.</summary>
internal sealed class Columns(params string[] titles)
{
    private const int Indent = 2, WidestGap = 3;

    private readonly List<string[]> _rows = [titles];

    /// <summary>Adds a row of as many cells as there are titles.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>
    /// The lines of the table. In a narrow width its columns move together; if that is not enough, rows and columns
    /// change places.
    /// </summary>
    public string Text(int width)
    {
        string[][] turned = [.. titles.Select((_, column) => _rows.Select(row => row[column]).ToArray())];
        foreach (IReadOnlyList<string[]> rows in (IReadOnlyList<string[]>[])[_rows, turned])
        {
            for (int gap = WidestGap; gap > 0; gap--)
            {
                if (Width(rows, gap) <= width) return Text(rows, gap);
            }
        }

        return Text(Width(turned, 1) < Width(_rows, 1) ? turned : _rows, 1);
    }

    private static int[] Widths(IReadOnlyList<string[]> rows) =>
        [.. rows[0].Select((_, column) => rows.Max(row => TextWidth.Of(row[column])))];

    private static int Width(IReadOnlyList<string[]> rows, int gap) =>
        Indent + Widths(rows).Sum() + (gap * (rows[0].Length - 1));

    private static string Text(IReadOnlyList<string[]> rows, int gap)
    {
        int[] widths = Widths(rows);
        var text = new StringBuilder();
        foreach (string[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                string room = new(' ', widths[i] - TextWidth.Of(row[i]));
                text.Append(' ', i == 0 ? Indent : gap).Append(i == 0 ? row[i] + room : room + row[i]);
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
