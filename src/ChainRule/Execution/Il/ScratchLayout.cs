using System.Diagnostics.CodeAnalysis;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// Where values lie in scratch memory that are used in another part or far from where they are computed.
/// </summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class ScratchLayout
{
    /// <summary>
    /// At element level a value is kept in a variable for so many instructions; later uses read it from scratch memory.
    /// Otherwise the JIT would spill registers to the stack, which is not aligned for them.
    /// </summary>
    public const int NearElements = 16;

    /// <summary>
    /// The same for numbers that other parts need anyway, so that the JIT need not spill them once more.
    /// </summary>
    public const int NearCells = 48;

    private const int CellSize = 8;

    private readonly int _registerSize;
    private readonly Stack<int> _freeCells = new(), _freeRegisters = new();

    public ScratchLayout(LoopKernel kernel, ValuePlan plan, IReadOnlyList<LoopRange> ranges, VectorShape wide)
    {
        _registerSize = wide.Bits / 8;
        Slots = new int[kernel.Instructions.Length];
        Accumulators = new int[kernel.Instructions.Length];
        Totals = new int[kernel.Instructions.Length];
        Array.Fill(Slots, -1);
        Array.Fill(Accumulators, -1);
        Place(kernel, plan, ranges);
    }

    /// <summary>For each value its distance in bytes from the first byte, −1 for none.</summary>
    public int[] Slots { get; }

    /// <summary>
    /// For each reduction the distance of the register that it is accumulated in, −1 for other values.
    /// </summary>
    public int[] Accumulators { get; }

    /// <summary>For each reduction the distance of the cell in which blocks are combined.</summary>
    public int[] Totals { get; }

    /// <summary>The number of bytes.</summary>
    public int Length { get; private set; }

    private void Place(LoopKernel kernel, ValuePlan plan, IReadOnlyList<LoopRange> ranges)
    {
        var expiring = new List<int>?[kernel.Instructions.Length + 1];
        for (int i = 0; i < kernel.Instructions.Length; i++)
        {
            if (kernel.Instructions[i].IsReduction) Accumulators[i] = Grow(_registerSize);
        }

        for (int i = 0; i < kernel.Instructions.Length; i++)
        {
            if (kernel.Instructions[i].IsReduction) Totals[i] = Grow(CellSize);
        }

        for (int i = 0; i < kernel.Instructions.Length; i++)
        {
            foreach (int dead in expiring[i] ?? [])
                (IsElement(kernel.Instructions[dead]) ? _freeRegisters : _freeCells).Push(Slots[dead]);
            Instruction step = kernel.Instructions[i];
            if (step.IsEffect || step.Primitive == Primitive.Constant || plan.IsInlined[i]) continue;
            bool isElement = IsElement(step);
            int last = plan.LastUse[i];
            bool isFar = isElement && last - i > NearElements;
            if (!isFar && plan.Range[last] == plan.Range[i] && !step.IsReduction) continue;
            Stack<int> free = isElement ? _freeRegisters : _freeCells;
            Slots[i] = free.Count > 0 ? free.Pop() : Grow(isElement ? _registerSize : CellSize);
            // Another run of the kernel comes again and again.
            LoopRange own = ranges[plan.Range[i]], other = ranges[plan.Range[last]];
            if (own.Level == other.Level && own.Phase == other.Phase && !step.IsReduction)
                (expiring[last + 1] ??= []).Add(i);
        }
    }

    private static bool IsElement(Instruction step) => step is { Level: Level.Element, IsReduction: false };

    private int Grow(int size)
    {
        int at = (Length + size - 1) / size * size;
        Length = at + size;
        return at;
    }
}
