namespace ChainRule.Explaining;

/// <summary>A function that expressions may call.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Parameters">The names of its parameters.</param>
/// <param name="Required">How many of them must be given.</param>
/// <param name="Apply">Builds the graph.</param>
internal sealed record Function(string Name, string[] Parameters, int Required, Func<Operand[], Tensor> Apply)
{
    /// <summary>How it is written: <c>sum(x, axis?)</c>.</summary>
    public string Usage =>
        $"{Name}({string.Join(", ", Parameters.Select((name, i) => i < Required ? name : $"{name}?"))})";
}
