namespace ChainRule.Cli;

/// <summary>
/// What the user gave cannot be understood. The message is all that is shown, with the place if there is one.
/// </summary>
/// <param name="message">In lower case, without a full stop, with the remedy.</param>
/// <param name="snippet">The line with carets under what is wrong.</param>
internal sealed class WrongInputException(string message, string? snippet = null) : Exception(message)
{
    /// <summary>The line with carets under what is wrong; null if there is none.</summary>
    public string? Snippet { get; } = snippet;
}
