namespace ChainRule.Cli;

/// <summary>
/// The message of an exception, as the command line writes errors: one line, in lower case, without a full stop.
/// </summary>
internal static class ErrorText
{
    public static string Of(Exception exception)
    {
        const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        string text = string.Join(' ', exception.Message.Split(['\r', '\n'], Trimmed)).TrimEnd('.');
        // A name such as MNIST stays as it is.
        return text.Length > 1 && char.IsUpper(text[0]) && (char.IsLower(text[1]) || text[1] == ' ')
            ? char.ToLowerInvariant(text[0]) + text[1..]
            : text;
    }
}
