namespace ChainRule.Lessons;

/// <summary>The graph of an example or a figure.</summary>
/// <param name="Result">What is drawn.</param>
/// <param name="DerivativesFor">By what it is differentiated; null for all variables.</param>
public sealed record LessonGraph(Tensor Result, IReadOnlyList<Tensor>? DerivativesFor)
{
    /// <summary>The variables of its formula.</summary>
    public IReadOnlyList<Tensor> Variables { get; private init; } = [];

    /// <summary>Builds the graph of a formula.</summary>
    internal static LessonGraph Of(string formula, string values, string? by)
    {
        IReadOnlyDictionary<string, Tensor> known = Expression.ParseValues(values);
        var expression = Expression.Parse(formula);
        return new(
            expression.Build(known),
            by?.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => known[name]).ToArray())
        {
            Variables = [.. expression.Variables.Select(name => known[name])],
        };
    }
}
