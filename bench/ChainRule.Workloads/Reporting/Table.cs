using System.Text;

namespace ChainRule.Workloads.Reporting;

/// <summary>A table in Markdown: words to the left, all other columns to the right.</summary>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public bool IsEmpty => _rows.Count == 0;

    public override string ToString()
    {
        var text = new StringBuilder();
        Append(headings);
        Append([.. headings.Select(static (_, column) => column == 0 ? "---" : "---:")]);
        foreach (string[] row in _rows) Append(row);
        return text.ToString();

        void Append(string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }
}
