namespace ChainRule.Workloads.Generating;

/// <summary>An expression of the generated source: its text once it is written, and who needs it.</summary>
internal sealed class Expression(string format, params Expression[] operands)
{
    /// <summary>C# with {0} and {1} for the operands.</summary>
    public string Format { get; } = format;

    public IReadOnlyList<Expression> Operands { get; } = operands;

    /// <summary>How many other expressions, or results, use this one.</summary>
    public int Users { get; set; }

    /// <summary>The text that stands for the value: a variable's name, or the whole expression in brackets.</summary>
    public string Text { get; set; } = "";
}
