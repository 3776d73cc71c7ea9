namespace ChainRule.Explaining;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A number such as <c>1.5e-3</c>.</summary>
    Number,

    /// <summary>A name such as <c>x₁</c> or <c>苹果</c>.</summary>
    Name,

    /// <summary>An operator, a bracket or a comma.</summary>
    Sign,

    /// <summary>The end of a statement: a line break or a semicolon.</summary>
    Break,

    /// <summary>The end of the text.</summary>
    End,
}
