namespace ChainRule.Planning;

/// <summary>A batch of matrices in memory.</summary>
/// <param name="Place">The memory.</param>
/// <param name="Starts">The position of the first element of each matrix.</param>
/// <param name="RowStride">The distance in elements between rows, 0 or more.</param>
/// <param name="ColumnStride">The distance between columns, 0 or more.</param>
internal sealed record MatrixLayout(Place Place, int[] Starts, int RowStride, int ColumnStride);
