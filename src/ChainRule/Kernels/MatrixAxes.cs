namespace ChainRule.Kernels;

/// <summary>Where the elements of a matrix lie, counted from its first one.</summary>
/// <param name="RowStride">From one row to the next of its run, in elements.</param>
/// <param name="ColumnStride">From one column to the next of its run.</param>
/// <param name="Rows">The runs of rows.</param>
/// <param name="Columns">The runs of columns.</param>
internal readonly record struct MatrixAxes(
    nint RowStride, nint ColumnStride, Runs Rows = default, Runs Columns = default);
