namespace ChainRule.Learning;

/// <summary>A layer without parameters that treats each number by itself.</summary>
public abstract class Activation : Layer
{
    /// <summary>The names that <see cref="Create"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["relu", "sigmoid", "tanh", "gelu", "silu"];

    /// <summary>Makes an activation by its name.</summary>
    /// <param name="name">One of <see cref="Names"/>, in upper or lower case.</param>
    /// <exception cref="ArgumentException">There is no such activation.</exception>
    public static Activation Create(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToLowerInvariant() switch
        {
            "relu" => new Relu(),
            "sigmoid" => new Sigmoid(),
            "tanh" => new Tanh(),
            "gelu" => new Gelu(),
            "silu" => new Silu(),
            _ => throw new ArgumentException(
                $"There is no activation '{name}'. Choose one of {string.Join(", ", Names)}."),
        };
    }
}
