namespace ChainRule.Cli;

/// <summary>An example of the textbook's chapter on backpropagation.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="English">What it shows.</param>
/// <param name="Chinese">The same.</param>
/// <param name="Japanese">The same.</param>
/// <param name="Formula">The formula.</param>
/// <param name="Values">The values of its variables, as behind --at.</param>
internal sealed record Lesson(
    string Name, string English, string Chinese, string Japanese, string Formula, string Values)
{
    /// <summary>What it shows.</summary>
    public string Title(Language language) => language switch
    {
        Language.Chinese => Chinese,
        Language.Japanese => Japanese,
        _ => English,
    };

    /// <summary>The graph.</summary>
    public GraphRequest Build() => GraphRequest.Of(Expression.Parse(Formula), Assignments.Read(Values), null);
}
