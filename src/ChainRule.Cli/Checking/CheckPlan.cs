namespace ChainRule.Cli;

/// <summary>Which derivatives are checked, and how.</summary>
internal sealed record CheckPlan
{
    /// <summary>On how many training images.</summary>
    public int Images { get; init; } = 3;

    /// <summary>The step of the central differences; null for the one that suits the type.</summary>
    public double? Step { get; init; }

    /// <summary>float32 or float64.</summary>
    public DType DType { get; init; } = DType.Float64;

    /// <summary>What follows the hidden layer.</summary>
    public string Activation { get; init; } = "relu";

    /// <summary>At most so many elements of each parameter.</summary>
    public int MaxElements { get; init; } = int.MaxValue;

    /// <summary>Where the weights start.</summary>
    public int Seed { get; init; } = 1;
}
