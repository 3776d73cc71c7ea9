namespace ChainRule.Cli;

/// <summary>Ctrl-C ended work that has nothing to keep. The message is all that is shown.</summary>
/// <param name="message">In lower case, without a full stop: what was done so far.</param>
/// <param name="innerException">Where it was noticed.</param>
internal sealed class InterruptedException(string message, OperationCanceledException innerException)
    : Exception(message, innerException);
