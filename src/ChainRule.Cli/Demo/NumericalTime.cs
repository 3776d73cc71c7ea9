namespace ChainRule.Cli;

/// <summary>How long numerical differentiation takes.</summary>
/// <param name="Whole">For all derivatives: measured, or extrapolated from a part.</param>
/// <param name="Measured">What was really measured.</param>
/// <param name="Done">For how many derivatives that was.</param>
/// <param name="IsMeasured">Whether that was all of them.</param>
internal sealed record NumericalTime(TimeSpan Whole, TimeSpan Measured, int Done, bool IsMeasured);
