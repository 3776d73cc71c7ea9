namespace ChainRule.Execution;

/// <summary>One pass over a row, or over a group of rows.</summary>
/// <param name="Row">What is done before it, for each row.</param>
/// <param name="Expand">What is done next where rows are worked on in groups.</param>
/// <param name="Single">What is done with the blocks of a row.</param>
/// <param name="Grouped">What is done with a group of rows.</param>
internal sealed record BlockPhase(BlockStep[] Row, BlockStep[] Expand, BlockStep[] Single, BlockStep[] Grouped);
