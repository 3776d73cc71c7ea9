using System.Runtime.InteropServices;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Gives emitted code the scratch rows of its kernel: memory of the thread that runs it.</summary>
internal sealed class ScratchRows
{
    // Rows begin at cache lines.
    private const int Alignment = 64;

    [ThreadStatic]
    private static byte[]? _memory;

    [ThreadStatic]
    private static Array[]? _arrays;

    [ThreadStatic]
    private static nint[]? _offsets;

    private readonly LoopFunction _function;
    private readonly int _operands;
    private readonly (int Operand, int Size)[] _rows;

    private ScratchRows(LoopKernel kernel, LoopFunction function)
    {
        (_function, _operands) = (function, kernel.Operands.Length);
        _rows = [.. Enumerable.Range(0, _operands)
            .Where(operand => kernel.Operands[operand].IsScratch)
            .Select(operand => (operand, kernel.Operands[operand].DType.Size))];
    }

    /// <summary>The function that finds its scratch rows by itself.</summary>
    public static LoopFunction Supply(LoopKernel kernel, LoopFunction function) =>
        kernel.Operands.Any(static operand => operand.IsScratch) ? new ScratchRows(kernel, function).Run : function;

    private void Run(
        Array[] arrays, nint[] offsets, nint[] rowStrides, nint[] columnStrides, nint rows, nint columns)
    {
        nint length = Alignment;
        foreach ((_, int size) in _rows) length += Room(columns, size);
        if (_memory is null || _memory.Length < length)
            _memory = GC.AllocateUninitializedArray<byte>(checked((int)(length + (length / 2))), pinned: true);
        if (_arrays is null || _arrays.Length < _operands)
            (_arrays, _offsets) = (new Array[2 * _operands], new nint[2 * _operands]);
        (Array[] ownArrays, nint[] ownOffsets) = (_arrays, _offsets!);
        arrays.AsSpan(0, _operands).CopyTo(ownArrays);
        offsets.AsSpan(0, _operands).CopyTo(ownOffsets);
        nint at = -Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0) & (Alignment - 1);
        foreach ((int operand, int size) in _rows)
        {
            (ownArrays[operand], ownOffsets[operand]) = (_memory, at);
            at += Room(columns, size);
        }

        _function(ownArrays, ownOffsets, rowStrides, columnStrides, rows, columns);
        Array.Clear(ownArrays);
    }

    private static nint Room(nint columns, int size) => ((columns * size) + Alignment - 1) & -Alignment;
}
