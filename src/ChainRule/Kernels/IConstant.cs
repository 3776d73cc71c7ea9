namespace ChainRule.Kernels;

/// <summary>
/// A number given as a type argument, so that the JIT compiles a kernel for that number alone: conditions on it are
/// decided, and what they exclude is left out.
/// </summary>
internal interface IConstant
{
    /// <summary>The number.</summary>
    static abstract int Value { get; }
}
