namespace ChainRule.Kernels;

/// <summary>
/// What is to come from memory before the next strip reads it: runs of addresses, of which each tile of this strip
/// asks for one, step by step. A burst of requests would hold up what the tile itself waits for.
/// </summary>
/// <param name="first">The first address of the first run.</param>
/// <param name="stride">From one run to the next, in elements.</param>
/// <param name="count">The number of runs.</param>
/// <param name="step">From one address of a run to the next, in elements.</param>
internal unsafe struct LinesAhead<T>(T* first, nint stride, int count, nint step)
    where T : unmanaged
{
    private T* _next = first;
    private int _left = count;

    /// <summary>From one address of a run to the next, in elements.</summary>
    public readonly nint Step => step;

    /// <summary>The first address of the next run; once all are done, an address that costs nothing.</summary>
    public T* Next()
    {
        T* next = _next;
        if (_left > 1)
        {
            _left--;
            _next += stride;
        }

        return next;
    }
}
