namespace ChainRule.Web.Workbench;

/// <summary>What is wrong with a text, and where.</summary>
/// <param name="Message">What is wrong, and what was expected.</param>
/// <param name="Start">The first wrong character.</param>
/// <param name="Length">How many are wrong; 0 if something is missing.</param>
/// <param name="Snippet">The line with carets under the place; null if the place is not known.</param>
public sealed record Mistake(string Message, int Start, int Length, string? Snippet)
{
    /// <summary>That of an exception.</summary>
    public static Mistake Of(Exception exception) => exception is ExpressionException wrong
        ? new(wrong.Message, wrong.Start, wrong.Length, wrong.Snippet)
        : new(exception.Message, 0, 0, null);
}
