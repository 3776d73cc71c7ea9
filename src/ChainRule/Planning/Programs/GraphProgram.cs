namespace ChainRule.Planning;

/// <summary>A graph as a list of values, after simplification: what a plan is made from.</summary>
/// <param name="Values">Each after its inputs.</param>
/// <param name="Inputs">What comes from outside, in order.</param>
/// <param name="Roots">What is wanted; none is a view that would have to be copied.</param>
internal sealed record GraphProgram(
    IReadOnlyList<Value> Values, IReadOnlyList<Value> Inputs, IReadOnlyList<Value> Roots)
{
    /// <summary>One line a value, and the roots.</summary>
    public override string ToString() =>
        string.Join('\n', Values) + $"\nreturn {string.Join(", ", Roots.Select(static root => root.Name))}";
}
