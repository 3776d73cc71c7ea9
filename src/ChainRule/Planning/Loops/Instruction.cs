namespace ChainRule.Planning;

/// <summary>One step of a <see cref="LoopKernel"/>. Its value is named by its position in the kernel.</summary>
/// <param name="Primitive">What is done.</param>
/// <param name="Type">The type of the value; for a store, an accumulation or a reduction that of its argument.</param>
/// <param name="Level">How often it is done.</param>
/// <param name="Phase">In which pass over the row, from 0; 0 at kernel level.</param>
/// <param name="A">The position of the first argument, −1 for none.</param>
/// <param name="B">That of the second.</param>
/// <param name="C">That of the third.</param>
/// <param name="Operand">For loads, stores and accumulations: which operand, −1 for none.</param>
/// <param name="Bits">
/// For a constant: the bits of a double for a real, the number itself for a whole, 0 or 1 for a mask.
/// </param>
internal readonly record struct Instruction(
    Primitive Primitive,
    LaneType Type,
    Level Level,
    int Phase,
    int A = -1,
    int B = -1,
    int C = -1,
    int Operand = -1,
    long Bits = 0)
{
    /// <summary>The constant of a real.</summary>
    public double Constant => BitConverter.Int64BitsToDouble(Bits);

    /// <summary>Whether it is done for what it changes, not for a value.</summary>
    public bool IsEffect => Primitive is Primitive.Store or Primitive.Accumulate;

    /// <summary>Whether it makes one value of all elements of a row, known from the next phase on.</summary>
    public bool IsReduction => Primitive is Primitive.RowSum or Primitive.RowMax or Primitive.RowMin;
}
