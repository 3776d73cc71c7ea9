namespace ChainRule.Cli;

/// <summary>Reads what stands behind --at: <c>x=3,y=[1,2]</c>.</summary>
internal static class Assignments
{
    /// <summary>The values, by name.</summary>
    /// <exception cref="WrongInputException">It cannot be read.</exception>
    public static IReadOnlyDictionary<string, Tensor> Read(string text)
    {
        try
        {
            return Expression.ParseValues(text);
        }
        catch (ExpressionException wrong)
        {
            throw new WrongInputException($"--at: {ErrorText.Of(wrong)}", wrong.Snippet);
        }
    }
}
