namespace ChainRule.Cli;

/// <summary>Shows the steps of a graph: all, or one at a time by the keys of the user.</summary>
internal sealed class StepView(Terminal terminal, IReadOnlyList<GraphStep> steps, Language language)
{
    /// <summary>Prints all steps.</summary>
    public void PrintAll()
    {
        for (int i = 0; i < steps.Count; i++) Print(i);
    }

    /// <summary>Shows one step after the other until the user has enough.</summary>
    /// <param name="readKey">Waits for a key.</param>
    public void Browse(Func<ConsoleKey> readKey)
    {
        if (steps.Count == 0) return;
        terminal.Paragraph("→ or space: next step; ←: the one before; Home, End; q: quit.");
        int at = 0;
        Print(at);
        while (true)
        {
            int next = readKey() switch
            {
                ConsoleKey.RightArrow or ConsoleKey.Spacebar or ConsoleKey.Enter => at + 1,
                ConsoleKey.LeftArrow or ConsoleKey.Backspace => at - 1,
                ConsoleKey.Home => 0,
                ConsoleKey.End => steps.Count - 1,
                ConsoleKey.Q or ConsoleKey.Escape => steps.Count,
                _ => at,
            };
            if (next >= steps.Count) return;
            if (next == at || next < 0) continue;
            at = next;
            Print(at);
        }
    }

    private void Print(int index)
    {
        GraphStep step = steps[index];
        bool isFirst = index == 0 || steps[index - 1].IsBackward != step.IsBackward;
        if (isFirst) terminal.Heading(step.IsBackward ? Backward : Forward);
        terminal.Block($"{index + 1,3}  {step.Formula}");
        foreach (string line in Wrapping.Lines(step.Words(language), Math.Max(20, Math.Min(terminal.Width, 100) - 5)))
            terminal.Block($"     {line}");
    }

    private string Forward => language switch
    {
        Language.Chinese => "正向传播",
        Language.Japanese => "順伝播",
        _ => "Forward propagation",
    };

    private string Backward => language switch
    {
        Language.Chinese => "反向传播",
        Language.Japanese => "逆伝播",
        _ => "Backward propagation",
    };
}
