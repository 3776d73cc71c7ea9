namespace ChainRule.Cli;

/// <summary>Shows how far some work is. May be told very often, from any thread.</summary>
internal interface IProgressView
{
    /// <summary>Shows how far it is.</summary>
    /// <param name="done">How many steps are done.</param>
    /// <param name="note">What else is worth knowing, such as the loss; made only when it is shown.</param>
    void Report(long done, Func<string>? note = null);
}
