namespace ChainRule.Learning;

/// <summary>
/// Memory in which one batch takes the place of the last one of its size: for compiled functions, which nobody's own
/// code sees the batches of.
/// </summary>
internal sealed class BatchMemory
{
    private readonly Dictionary<(int Count, int Width), BatchArrays> _arrays = [];

    /// <summary>Room for a batch; what it held before is lost.</summary>
    public BatchArrays For(int count, int width)
    {
        if (_arrays.TryGetValue((count, width), out BatchArrays? arrays)) return arrays;
        return _arrays[(count, width)] = new(count, width);
    }
}
