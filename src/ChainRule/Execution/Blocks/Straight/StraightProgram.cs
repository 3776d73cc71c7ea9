using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// Runs a kernel that is done once: straight-line code of many steps on single numbers, by an interpreter whose every
/// step is one jump.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TWhole">The integer of the same size; a mask is −1 where it holds, or 0.</typeparam>
internal sealed partial class StraightProgram<T, TWhole>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TWhole : unmanaged, IBinaryInteger<TWhole>, ISignedNumber<TWhole>, IMinMaxValue<TWhole>
{
    private readonly StraightCode _code;
    private readonly TWhole[] _constants;

    public StraightProgram(LoopKernel kernel)
    {
        _code = new StraightCode(kernel);
        _constants = [.. _code.Constants.Select(static step => ExactSteps<T, TWhole>.Bits(step.Type, step.Bits))];
    }

    /// <inheritdoc cref="LoopFunction"/>
    public void Run(Array[] arrays, nint[] offsets, nint[] rowStrides, nint[] columnStrides, nint rows, nint columns)
    {
        if (rows <= 0) return;
        BlockFrame frame = BlockFrame.Rent(arrays, offsets, rowStrides, columnStrides, columns);
        try
        {
            // The numbers of operands are taken for cells for a moment.
            frame.Reserve(0, 0, Math.Max(_code.CellCount, arrays.Length) * Unsafe.SizeOf<T>());
            (frame.Row, frame.Column) = (0, 0);
            _constants.CopyTo(MemoryMarshal.CreateSpan(ref frame.First<TWhole>(), _constants.Length));
            Run(frame, _code.Steps, ref frame.First<Lanes1<T>>());
        }
        finally
        {
            frame.Return();
        }
    }
}
