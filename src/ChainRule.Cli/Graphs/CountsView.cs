using ChainRule.Explaining;

namespace ChainRule.Cli;

/// <summary>Shows how many operations it takes to differentiate a graph.</summary>
internal sealed class CountsView(Terminal terminal, GraphCounts counts, Language language)
{
    // More than anybody reads; those that come first are used by most paths.
    private const int MostShared = 12;

    /// <summary>Prints a table, and what is shared.</summary>
    public void Print()
    {
        terminal.Heading(CountWords.Heading(language));
        var table = new Columns(CountWords.Titles(language));
        foreach ((string way, OperationCount count) in counts.Ways(language))
        {
            table.Add(
                way, CountWords.Number(count.Multiplications), CountWords.Number(count.Additions),
                CountWords.Number(count.NodeEvaluations));
        }

        terminal.Block(table.Text(terminal.Width));
        terminal.Line();
        IReadOnlyList<string> words = counts.Words(language);
        foreach (string sentence in words.Take(1 + MostShared)) terminal.Paragraph(sentence);
        if (words.Count > 1 + MostShared) terminal.Line($"… (+{words.Count - 1 - MostShared})");
    }
}
