namespace ChainRule.Explaining;

/// <summary>A word of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">
/// A name or number as it is written; a sign in its plain spelling: <c>**</c> is <c>^</c>, <c>×</c> is <c>*</c>; a
/// small number above the line, as in x², is <c>^n</c>.
/// </param>
/// <param name="Place">Where it stands.</param>
/// <param name="Number">The value of a number, small or not.</param>
internal readonly record struct Token(TokenKind Kind, string Text, TextPlace Place, double Number = 0)
{
    /// <summary>Whether it is a certain sign.</summary>
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;
}
