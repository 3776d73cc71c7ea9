using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>Rough estimates of how long loops take, from their structure and sizes alone.</summary>
internal static class LoopCost
{
    // Nanoseconds for an element, on one thread: what a step, an operand and a function take at the least.
    private const double OfStep = 0.02, OfOperand = 0.05, OfFunction = 0.25;

    // A part that a thread does at a time should take this long, or handing it over does not pay.
    private const double PartTime = 10_000;

    // Partial sums cost memory, and time to add them up.
    private const int MaxParts = 64, MaxSums = 16;

    // Sums that keep the columns are as long as a row: beside the rows of a part they should be little.
    private const int RowsOfSums = 8;

    /// <summary>The cost of an op relative to an addition.</summary>
    public static int Of(Op op) => op switch
    {
        Binary<Add> or Binary<Sub> or Binary<Mul> or Binary<Max> or Binary<Min> => 1,
        Unary<Neg> or Unary<Abs> or Unary<Relu> or Unary<Square> => 1,
        Select or Copy or Not or Cast => 1,
        ElementwiseOp and not DifferentiableOp => 1,
        Binary<Div> or Unary<Sqrt> or Unary<Reciprocal> => 4,
        _ => 16,
    };

    /// <summary>How many rows should be done at a time.</summary>
    /// <param name="kernel">What is done.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="hasSums">Whether each part keeps sums of its own.</param>
    public static int RowsInPart(LoopKernel kernel, int rows, int columns, bool hasSums)
    {
        double element = 0;
        bool keepsColumns = false;
        foreach (Instruction step in kernel.Instructions)
        {
            if (step.Level != Level.Element) continue;
            keepsColumns |= step.Primitive == Primitive.Accumulate;
            element += step.Primitive is Primitive.Load or Primitive.Store or Primitive.Accumulate ? OfOperand
                : step.Primitive is >= Primitive.Exp and <= Primitive.Pow ? OfFunction : OfStep;
        }

        double row = 5 + (element * columns);
        double most = Math.Clamp(rows * row / PartTime, 1, hasSums ? MaxSums : MaxParts);
        if (keepsColumns) most = Math.Min(most, Math.Max(1, rows / RowsOfSums));
        return Math.Max(1, (int)Math.Ceiling(rows / Math.Floor(most)));
    }
}
