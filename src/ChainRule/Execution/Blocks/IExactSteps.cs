using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// Makes the steps that need no registers of a certain width to be exact: those that compute with wholes and masks,
/// that convert, read and write.
/// </summary>
internal interface IExactSteps
{
    /// <summary>A value that is the same for all elements.</summary>
    BlockStep Constant(LaneType type, long bits, int result);

    /// <summary>A primitive of wholes or masks.</summary>
    BlockStep Compute(Primitive primitive, int x, int y, int result);

    /// <summary>The bits of x where the mask holds, those of y elsewhere.</summary>
    BlockStep Select(int mask, int x, int y, int result);

    /// <summary>Reals of wholes.</summary>
    BlockStep FromWhole(int x, int result);

    /// <summary>Wholes of reals.</summary>
    BlockStep Truncate(int x, int result);

    /// <summary>A reduction of wholes.</summary>
    BlockStep Reduce(Primitive primitive, int x, int result);

    /// <summary>Reads an operand.</summary>
    BlockStep Load(Instruction instruction, Operand operand, int result);

    /// <summary>Writes an operand.</summary>
    /// <param name="instruction">What is done.</param>
    /// <param name="operand">Its operand.</param>
    /// <param name="x">The argument.</param>
    /// <param name="mayBeInPlace">Whether the argument may have been computed there.</param>
    BlockStep Store(Instruction instruction, Operand operand, int x, bool mayBeInPlace);

    /// <summary>Adds to an operand.</summary>
    BlockStep Accumulate(Instruction instruction, Operand operand, int x);

    /// <summary>Repeats the values of rows.</summary>
    BlockStep Expand(int x, int result);

    /// <summary>Copies a value.</summary>
    BlockStep Copy(int x, int result);
}
