namespace ChainRule.Cli;

/// <summary>
/// Something expected went wrong: a file is missing, a place cannot be written to. The message is all that is shown.
/// </summary>
/// <param name="message">In lower case, without a full stop, with the remedy.</param>
/// <param name="innerException">What was behind it.</param>
internal sealed class FailureException(string message, Exception? innerException = null)
    : Exception(message, innerException);
