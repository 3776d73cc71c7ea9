using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Makes the steps that compute with registers of reals.</summary>
internal interface IRealSteps
{
    /// <summary>The step of a primitive that takes reals.</summary>
    /// <param name="primitive">What is done.</param>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second one, if there is one.</param>
    /// <param name="z">The third one, if there is one.</param>
    /// <param name="result">The result.</param>
    BlockStep Compute(Primitive primitive, int x, int y, int z, int result);

    /// <summary>The step of a reduction.</summary>
    /// <param name="primitive">Which one.</param>
    /// <param name="x">The argument.</param>
    /// <param name="result">The result.</param>
    /// <param name="total">A cell for what the blocks so far give.</param>
    BlockStep Reduce(Primitive primitive, int x, int result, int total);
}
