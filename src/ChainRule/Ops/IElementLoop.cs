namespace ChainRule.Ops;

/// <summary>A loop that moves elements without calculating: written once for all dtypes, bool included.</summary>
internal interface IElementLoop
{
    void Run<T>() where T : unmanaged;
}
