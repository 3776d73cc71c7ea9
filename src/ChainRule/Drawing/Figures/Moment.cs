namespace ChainRule.Drawing.Figures;

/// <summary>When a mark belongs to a picture that is shown step by step.</summary>
/// <param name="First">The step at which it appears, from 1; 0 if it is there from the beginning.</param>
/// <param name="Active">The steps that it takes part in.</param>
internal sealed record Moment(int First, params int[] Active);
