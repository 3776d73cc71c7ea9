using System.Numerics;
using System.Runtime.CompilerServices;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// A kernel that is run without code generation: each instruction is one call of a precompiled loop over a block of
/// elements, which stays in the first-level cache. Rows longer than a block are worked on block by block; short rows
/// several at once. What instructions need is decided when the program is made, where values lie when it is run.
/// </summary>
internal sealed class BlockProgram
{
    // Longer rows need no company to make the calls worth their while.
    private const int LongestRowOfGroup = LoopKernel.BlockLength / 4;

    private readonly LoopKernel _kernel;
    private readonly BlockCode _code;
    private readonly int _filledSize;

    private BlockProgram(LoopKernel kernel, BlockCode code, int vectorBits)
    {
        (_kernel, _code) = (kernel, code);
        int exact = Vector.IsHardwareAccelerated ? Vector<byte>.Count : 0;
        _filledSize = Math.Max(kernel.ElementSize, Math.Max(vectorBits / 8, exact));
    }

    /// <summary>Makes a program of a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="vectorBits">The width of a register: 128, 256 or 512; 0 for one number at a time.</param>
    /// <returns>The function to run it, by several threads at once if they like.</returns>
    public static LoopFunction Compile(LoopKernel kernel, int vectorBits)
    {
        if (kernel.Instructions.All(static step => step.Level == Level.Kernel)) return Straight(kernel);
        IRealSteps reals = kernel.ElementSize == 4 ? Floats(vectorBits) : Doubles(vectorBits);
        IExactSteps exact = kernel.ElementSize == 4 ? new ExactSteps<float, int>() : new ExactSteps<double, long>();
        return new BlockProgram(kernel, new BlockCompiler(kernel, reals, exact).Compile(), vectorBits).Run;
    }

    // Methods of their own, because to compile one takes as long as loading all the types that it names: 10 ms for all.
    private static LoopFunction Straight(LoopKernel kernel) => kernel.ElementSize == 4
        ? new StraightProgram<float, int>(kernel).Run
        : new StraightProgram<double, long>(kernel).Run;

    private static IRealSteps Floats(int vectorBits) => vectorBits switch
    {
        512 => new RealSteps<Lanes512<float>, float>(),
        256 => new RealSteps<Lanes256<float>, float>(),
        128 => new RealSteps<Lanes128<float>, float>(),
        0 => new RealSteps<Lanes1<float>, float>(),
        _ => throw NoRegisters(vectorBits),
    };

    private static IRealSteps Doubles(int vectorBits) => vectorBits switch
    {
        512 => new RealSteps<Lanes512<double>, double>(),
        256 => new RealSteps<Lanes256<double>, double>(),
        128 => new RealSteps<Lanes128<double>, double>(),
        0 => new RealSteps<Lanes1<double>, double>(),
        _ => throw NoRegisters(vectorBits),
    };

    private static ArgumentOutOfRangeException NoRegisters(int vectorBits) =>
        new(nameof(vectorBits), $"There are no registers of {vectorBits} bits.");

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run(
        Array[] arrays, nint[] offsets, nint[] rowStrides, nint[] columnStrides, nint rows, nint columns)
    {
        if (rows <= 0) return;
        BlockFrame frame = BlockFrame.Rent(arrays, offsets, rowStrides, columnStrides, columns);
        try
        {
            bool fits = _code.CanGroup && columns is > 0 and <= LongestRowOfGroup;
            nint group = fits ? Math.Min(rows, LoopKernel.BlockLength / columns) : 1;
            Place(frame, group > 1);
            RunKernelLevel(frame);
            frame.IsGrouped = group > 1;
            if (frame.IsGrouped) RunGroups(frame, rows, group);
            else RunRows(frame, rows);
        }
        finally
        {
            frame.Return();
        }
    }

    private void RunKernelLevel(BlockFrame frame)
    {
        frame.IsGrouped = false;
        (frame.Row, frame.Rows, frame.Column) = (0, 1, 0);
        frame.Count = _filledSize / _kernel.ElementSize;
        Run(_code.Kernel, frame);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunRows(BlockFrame frame, nint rows)
    {
        nint filled = frame.Count, columns = frame.Columns;
        for (nint row = 0; row < rows; row++)
        {
            frame.Row = row;
            foreach (BlockPhase phase in _code.Phases)
            {
                if (phase.Row.Length > 0)
                {
                    (frame.Column, frame.Count) = (0, filled);
                    Run(phase.Row, frame);
                }

                if (phase.Single.Length == 0) continue;
                nint column = 0;
                // Once for a row without columns too: a reduction of nothing has a value.
                do
                {
                    frame.Column = column;
                    frame.Count = Math.Min(LoopKernel.BlockLength, columns - column);
                    frame.Move(_kernel.ElementSize);
                    Run(phase.Single, frame);
                    column += LoopKernel.BlockLength;
                }
                while (column < columns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunGroups(BlockFrame frame, nint rows, nint group)
    {
        for (nint row = 0; row < rows; row += group)
        {
            (frame.Row, frame.Rows) = (row, Math.Min(group, rows - row));
            frame.Count = frame.Rows * frame.Columns;
            frame.Move(_kernel.ElementSize);
            foreach (BlockPhase phase in _code.Phases)
            {
                frame.Count = frame.Rows;
                Run(phase.Row, frame);
                Run(phase.Expand, frame);
                frame.Count = frame.Rows * frame.Columns;
                Run(phase.Grouped, frame);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run(BlockStep[] steps, BlockFrame frame)
    {
        foreach (BlockStep step in steps) step.Run(frame);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(BlockFrame frame, bool isGrouped)
    {
        nint size = _kernel.ElementSize;
        nint row = BlockCode.Pitch(Math.Max(frame.Columns, LoopKernel.BlockLength), (int)size);
        SlotPlan[] slots = _code.Slots;
        frame.Reserve(slots.Length, slots.Length, _code.Size + _code.ScratchRows * row);
        frame.FilledSize = _filledSize;
        for (int i = 0; i < slots.Length; i++)
        {
            SlotPlan plan = slots[i];
            switch (plan.Kind)
            {
                case SlotKind.Kernel: frame.Place(i, plan.Position, 0); break;
                case SlotKind.Row: frame.Place(i, plan.Position, isGrouped ? -1 : 0); break;
                case SlotKind.Expanded when isGrouped: frame.Place(i, plan.Position, -1); break;
                case SlotKind.Expanded: frame.Place(i, plan.Single, 0); break;
                case SlotKind.Element: frame.Place(i, plan.Position, -1); break;
                default: frame.Follow(i, _code.Size + plan.Position * row); break;
            }
        }

        foreach (InPlace value in _code.InPlace)
        {
            int operand = value.Operand;
            // A group is one block only where its rows follow one after the other.
            if (isGrouped && frame.RowStrides[operand] != frame.Columns * size || IsInConflict(frame, value)) continue;
            frame.FollowOperand(value.Slot, operand);
        }
    }

    private static bool IsInConflict(BlockFrame frame, InPlace value)
    {
        foreach (int other in value.Conflicts)
        {
            if (frame.Arrays[other] == frame.Arrays[value.Operand]
                && frame.Offsets[other] == frame.Offsets[value.Operand])
            {
                return true;
            }
        }

        return false;
    }
}
