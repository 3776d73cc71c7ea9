namespace ChainRule.Planning;

/// <summary>Where the rows or the columns of a matrix lie in memory.</summary>
/// <param name="Stride">The distance in elements between neighbours of a run, 0 or more.</param>
/// <param name="Run">The length of a run.</param>
/// <param name="Starts">Where each run begins, counted from the first element; none if one run holds all.</param>
internal sealed record AxisLayout(int Stride, int Run, int[] Starts)
{
    /// <summary>The stride, with the number and length of the runs if there are several.</summary>
    public override string ToString() =>
        Starts.Length == 0 ? $"{Stride}" : $"{Starts.Length} runs of {Run} by {Stride}";
}
