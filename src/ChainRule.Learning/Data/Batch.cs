namespace ChainRule.Learning;

/// <summary>Some examples of a data set, for one step of training.</summary>
/// <param name="Inputs">[n, d], float32: one row for each example.</param>
/// <param name="Labels">[n], int32: its class.</param>
public readonly record struct Batch(Tensor Inputs, Tensor Labels);
