namespace ChainRule.Tests.Execution;

/// <summary>One element of a value of a kernel; only the field of its type counts.</summary>
internal readonly record struct ScalarValue<TReal, TWhole>(TReal Real, TWhole Whole, bool Mask);
