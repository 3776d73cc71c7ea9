using ChainRule.Formulas;

namespace ChainRule;

/// <summary>A way from a variable to the result, along edges of the graph.</summary>
/// <param name="Nodes">The values on the way, the variable first, the result last.</param>
/// <param name="Locals">The local derivative of each by the one before: one fewer than nodes.</param>
public sealed record GraphPath(IReadOnlyList<string> Nodes, IReadOnlyList<double> Locals)
{
    /// <summary>The product of the local derivatives: what this way adds to the derivative.</summary>
    public double Product => Locals.Aggregate(1.0, static (product, local) => product * local);

    /// <summary>The product, written from the result to the variable: <c>∂z/∂t · ∂t/∂x = 14 × 1 = 14</c>.</summary>
    public string Formula
    {
        get
        {
            if (Locals.Count == 0) return $"∂{Nodes[0]}/∂{Nodes[0]} = 1";
            IEnumerable<int> back = Enumerable.Range(0, Locals.Count).Reverse();
            string factors = string.Join(" · ", back.Select(i => $"∂{Nodes[i + 1]}/∂{Nodes[i]}"));
            string numbers = string.Join(" × ", back.Select(i => InBrackets(ValueText.OfNumber(Locals[i]))));
            return Locals.Count < 2
                ? $"{factors} = {numbers}"
                : $"{factors} = {numbers} = {ValueText.OfNumber(Product)}";
        }
    }

    private static string InBrackets(string number) => number.StartsWith('-') ? $"({number})" : number;
}
