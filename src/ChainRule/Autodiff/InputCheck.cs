namespace ChainRule;

/// <summary>
/// How backpropagation and central differences agree on one input. Elements at kinks are left out of all errors.
/// </summary>
public sealed record InputCheck
{
    /// <summary>The input's name, or its position.</summary>
    public required string Name { get; init; }

    /// <summary>The input's shape.</summary>
    public required Shape Shape { get; init; }

    /// <summary>How many elements were compared, those at kinks not counted.</summary>
    public required int Compared { get; init; }

    /// <summary>The mean of |backpropagation − central difference|; 0 if nothing was compared.</summary>
    public required double MeanAbsoluteError { get; init; }

    /// <summary>The largest |backpropagation − central difference|.</summary>
    public required double MaxAbsoluteError { get; init; }

    /// <summary>The element with the largest absolute error.</summary>
    public required IReadOnlyList<int> MaxAbsoluteErrorAt { get; init; }

    /// <summary>
    /// The largest |backpropagation − central difference| / max(|both|); 0 where both are 0. Where derivatives
    /// are tiny this is rounding noise.
    /// </summary>
    public required double MaxRelativeError { get; init; }

    /// <summary>The element with the largest relative error.</summary>
    public required IReadOnlyList<int> MaxRelativeErrorAt { get; init; }

    /// <summary>What backpropagation gave at the largest absolute error.</summary>
    public required double Backpropagated { get; init; }

    /// <summary>What the central difference gave there.</summary>
    public required double Numerical { get; init; }

    /// <summary>How many elements were further apart than the tolerance allows, with no kink to explain it.</summary>
    public required int Failures { get; init; }

    /// <summary>
    /// Of how many elements nobody can tell: they are within the tolerance, but only because f is so large that
    /// rounding it hides derivatives of their size.
    /// </summary>
    public required int Unclear { get; init; }

    /// <summary>Where the difference is explained by a kink.</summary>
    public required IReadOnlyList<Kink> Kinks { get; init; }

    /// <summary>
    /// Whether no element failed or was unclear, and not all of them were left out: a check of kinks alone shows
    /// nothing.
    /// </summary>
    public bool Passed => Failures == 0 && Unclear == 0 && (Compared > 0 || Shape.Length == 0);
}
