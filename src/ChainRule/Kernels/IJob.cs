namespace ChainRule.Kernels;

/// <summary>
/// Work in numbered chunks that may run in any order and on any thread. A struct costs neither an allocation nor a
/// virtual call; it is copied once a run, so what it reports has to go through pointers or references.
/// </summary>
internal interface IJob
{
    /// <summary>Does one chunk.</summary>
    void Run(int chunk);
}
