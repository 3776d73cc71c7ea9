namespace ChainRule.Learning;

/// <summary>The inputs of a data set, however they are kept.</summary>
internal interface IRows
{
    /// <summary>How many numbers a row has.</summary>
    int Width { get; }

    /// <summary>Writes one row as numbers.</summary>
    void CopyRow(int row, Span<float> destination);
}
