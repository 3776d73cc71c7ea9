namespace ChainRule.Tests.Kernels;

/// <summary>How a test matrix lies in memory.</summary>
public enum MatrixLayout
{
    /// <summary>Rows are contiguous.</summary>
    Rows,

    /// <summary>Columns are contiguous: a transposed view.</summary>
    Columns,

    /// <summary>Rows with every other element left out.</summary>
    EverySecondOfRows,

    /// <summary>Columns with two of three elements left out.</summary>
    EveryThirdOfColumns,
}
