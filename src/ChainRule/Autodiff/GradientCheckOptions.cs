namespace ChainRule;

/// <summary>How a <see cref="GradientCheck"/> is done.</summary>
public sealed record GradientCheckOptions
{
    /// <summary>
    /// h of the central difference (f(x + h) − f(x − h)) / 2h, scaled by max(1, |x|). Null chooses ε^⅓
    /// of the dtype, which balances rounding errors (ε/h) and the error of the difference (h²): 6·10⁻⁶
    /// for float64, 5·10⁻³ for float32.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive and finite.</exception>
    public double? Step { get; init => field = PositiveFinite(value, nameof(Step)); }

    /// <summary>
    /// How far both ways may be apart, relative to max(1, |f|, |derivative|): rounding f costs ε·|f|/h. Null chooses
    /// ε^⅔·10 of the dtype, ten times what the rounding of a well-scaled function costs.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive and finite.</exception>
    public double? Tolerance { get; init => field = PositiveFinite(value, nameof(Tolerance)); }

    /// <summary>
    /// At most so many elements of each input are checked, spread evenly over it; all of them by default.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int MaxElements
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxElements));
            field = value;
        }
    } = int.MaxValue;

    /// <summary>Told after each element how many were checked.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Stops the check.</summary>
    public CancellationToken CancellationToken { get; init; }

    private static double? PositiveFinite(double? value, string name) =>
        value is null or (> 0 and < double.PositiveInfinity)
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value, $"GradientCheck: {name} must be positive and finite. Leave it out to have it chosen.");
}
