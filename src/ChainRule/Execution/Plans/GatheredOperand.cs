using ChainRule.Graphs;
using ChainRule.Ops;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>An operand of a loop of which a tensor says which rows are read.</summary>
/// <param name="operand">The operand.</param>
/// <param name="index">The tensor.</param>
/// <param name="elementSize">The bytes of an element.</param>
internal sealed class GatheredOperand(int operand, RowIndex index, int elementSize)
{
    private readonly int[] _positions = new int[index.Gather.Inputs[1].Shape.Length];
    private Storage? _indices;

    /// <summary>The operand.</summary>
    public int Operand => operand;

    /// <summary>Whether a place holds the indices.</summary>
    public bool IsAt(Place place) => index.Place == place;

    /// <summary>Tells where the indices lie from now on.</summary>
    public void Bind(Storage storage) => _indices = storage.Part(index.Offset, _positions.Length);

    /// <summary>Reads the indices.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public void Read()
    {
        Node gather = index.Gather;
        Positions.Read(
            gather.Op.Name, gather.Inputs[0], ((Gather)gather.Op).Axis, gather.Inputs[1], _indices!, _positions);
    }

    /// <summary>How many bytes a row is from the first one.</summary>
    /// <param name="rows">The lengths of the loops around the columns.</param>
    /// <param name="outer">The iteration of the loops around the innermost of them.</param>
    /// <param name="inner">The iteration of that one.</param>
    public nint Distance(int[] rows, int outer, int inner)
    {
        int at = index.First + (rows.Length > 0 ? inner * index.Strides[rows.Length - 1] : 0);
        for (int loop = rows.Length - 2; loop >= 0 && outer > 0; loop--)
        {
            (outer, int iteration) = Math.DivRem(outer, rows[loop]);
            at += iteration * index.Strides[loop];
        }

        return (nint)_positions[at] * index.RowStride * elementSize;
    }
}
