namespace ChainRule.Kernels;

/// <summary>Work that is compiled for each height of a tile.</summary>
internal interface IHeightWork
{
    /// <summary>Does the work with tiles of so many rows.</summary>
    void Run<TRows>()
        where TRows : IConstant;
}
