namespace ChainRule.Cli;

/// <summary>The textbook's names of parameters: W1 for linear1.weight.</summary>
internal static class ParameterNames
{
    public static string Of(string name) =>
        name.StartsWith("linear", StringComparison.Ordinal) && name.Split('.') is [string layer, "weight" or "bias"]
            ? $"{(name.EndsWith("weight", StringComparison.Ordinal) ? 'W' : 'b')}{layer["linear".Length..]}"
            : name;
}
