namespace ChainRule.Planning;

/// <summary>A batch of matrices in memory.</summary>
/// <param name="Place">The memory.</param>
/// <param name="Starts">The position of the first element of each matrix.</param>
/// <param name="Rows">Where the rows lie, counted from there.</param>
/// <param name="Columns">Where the columns lie.</param>
internal sealed record MatrixLayout(Place Place, int[] Starts, AxisLayout Rows, AxisLayout Columns);
