using ChainRule.Explaining;

namespace ChainRule.Cli;

/// <summary>Shows what became of a nudge.</summary>
internal sealed class NudgeView(Terminal terminal, NudgeReport nudge, Language language)
{
    /// <summary>Prints the change of each value, and what it means.</summary>
    public void Print()
    {
        terminal.Heading(NudgeWords.Heading(nudge, language));
        var table = new Columns(NudgeWords.Titles(language));
        foreach (GraphChange change in nudge.Changes)
            table.Add(change.Name, change.Op, change.BeforeText, change.AfterText, change.DeltaText);
        terminal.Block(table.Text(terminal.Width));
        terminal.Line();
        foreach (string sentence in nudge.Words(language)) terminal.Paragraph(sentence);
    }
}
