using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>Rough estimates of how long loops take, from their structure and sizes alone.</summary>
internal static class LoopCost
{
    // Nanoseconds for an element, on one thread: what a step, an operand and a function take at the least.
    private const double OfStep = 0.02, OfOperand = 0.05, OfFunction = 0.25;

    // Nanoseconds for a row and for each sum of it, for an operand's register of neighbours, and for each of its
    // elements at a distance: in the same cache line as others, or in one of its own.
    private const double OfRow = 2, OfSum = 2, OfRegister = 0.5, OfStrided = 0.5, OfLine = 2;

    // Lanes of a register, and elements at a distance that still share lines.
    private const int Register = 8, Near = 8;

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
        Select or Copy or Not or Cast or Reduction => 1,
        ElementwiseOp and not DifferentiableOp => 1,
        Binary<Div> or Unary<Sqrt> or Unary<Reciprocal> => 4,
        _ => 16,
    };

    /// <summary>What loops cost by the way they go through memory.</summary>
    /// <param name="sizes">The lengths of the loops, the columns last.</param>
    /// <param name="strides">The distances of each operand along the loops.</param>
    /// <param name="sums">How many sums there are.</param>
    public static double Of(IReadOnlyList<int> sizes, int[][] strides, int sums)
    {
        double rows = 1;
        for (int loop = 0; loop < sizes.Count - 1; loop++) rows *= sizes[loop];
        double row = OfRow + (sums * OfSum);
        foreach (int[] operand in strides)
        {
            row += Math.Abs(operand[^1]) switch
            {
                0 => 0,
                1 => Math.Ceiling(sizes[^1] / (double)Register) * OfRegister,
                <= Near => sizes[^1] * OfStrided,
                _ => sizes[^1] * OfLine,
            };
        }

        return rows * row;
    }

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
