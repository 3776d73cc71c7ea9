using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Runs the parts of a kernel that is too big for one method.</summary>
/// <typeparam name="TLanes">The register of reals.</typeparam>
/// <typeparam name="TReal">float or double.</typeparam>
/// <typeparam name="TWhole">int or long.</typeparam>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class PartedLoop<TLanes, TReal, TWhole>
    where TLanes : struct, ILanes<TLanes, TReal>
    where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>
    where TWhole : unmanaged, IBinaryInteger<TWhole>, IMinMaxValue<TWhole>
{
    private readonly LoopPart[] _once;
    private readonly LoopPhase[] _phases;
    private readonly int _operands;
    private readonly int _scratchLength;

    public PartedLoop(LoopKernel kernel, PartCompiler compiler)
    {
        _operands = kernel.Operands.Length;
        _scratchLength = compiler.Layout.Length;
        _once = compiler.Compile(Level.Kernel, 0, isTail: false);
        _phases = [.. Enumerable.Range(0, kernel.Phases).Select(phase => new LoopPhase(
            compiler.Compile(Level.Row, phase, isTail: false),
            compiler.Compile(Level.Element, phase, isTail: false),
            () => compiler.Compile(Level.Element, phase, isTail: true),
            compiler.Reductions(phase)))];
    }

    /// <summary>A <see cref="LoopFunction"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(
        Array[] arrays, nint[] offsets, nint[] rowStrides, nint[] columnStrides, nint rows, nint columns)
    {
        ref byte scratch = ref ScratchMemory.Bytes(_scratchLength);
        foreach (LoopPart part in _once) part(arrays, offsets, rowStrides, columnStrides, ref scratch, 0, 0);
        if (_phases.Length == 0) return;
        nint[] origins = ScratchMemory.Offsets(_operands);
        for (nint row = 0; row < rows; row++)
        {
            for (int i = 0; i < _operands; i++) origins[i] = offsets[i] + row * rowStrides[i];
            foreach (LoopPhase phase in _phases)
            {
                foreach (LoopPart part in phase.Row)
                    part(arrays, origins, rowStrides, columnStrides, ref scratch, 0, 0);
                if (phase.Elements.Length > 0) RunPass(phase, arrays, origins, columnStrides, ref scratch, columns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunPass(
        LoopPhase phase, Array[] arrays, nint[] origins, nint[] columnStrides, ref byte scratch, nint columns)
    {
        ScratchReductions<TLanes, TReal, TWhole>.BeginRow(phase.Reductions, ref scratch);
        for (nint block = 0; block < columns; block += LoopKernel.BlockLength)
        {
            nint end = Math.Min(columns, block + LoopKernel.BlockLength), column = block;
            ScratchReductions<TLanes, TReal, TWhole>.BeginBlock(phase.Reductions, ref scratch);
            for (; column <= end - TLanes.Count; column += TLanes.Count)
            {
                foreach (LoopPart part in phase.Elements)
                    part(arrays, origins, columnStrides, columnStrides, ref scratch, column, TLanes.Count);
            }

            if (column < end)
            {
                foreach (LoopPart part in phase.Tail)
                    part(arrays, origins, columnStrides, columnStrides, ref scratch, column, end - column);
            }

            ScratchReductions<TLanes, TReal, TWhole>.EndBlock(phase.Reductions, ref scratch);
        }

        ScratchReductions<TLanes, TReal, TWhole>.EndRow(phase.Reductions, ref scratch);
    }
}
