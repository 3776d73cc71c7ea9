using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// Decides where the values of a kernel lie: which of them in an operand's memory, and which share a block of memory
/// because one is no longer needed when the other is made.
/// </summary>
internal sealed class BlockValues
{
    private readonly LoopKernel _kernel;
    private readonly Instruction[] _steps;
    private readonly Level[] _levels;
    private readonly int[] _lastUses;
    private readonly Dictionary<int, int> _expanded = [];
    private readonly Dictionary<int, int> _scratch = [];
    private readonly int[] _scratchNumbers;
    private readonly BlockPlacement _placement;

    public BlockValues(LoopKernel kernel)
    {
        _kernel = kernel;
        _steps = kernel.Instructions;
        _levels = [.. _steps.Select(LevelOf)];
        _lastUses = LastUses(_steps);
        _scratchNumbers = new int[kernel.Operands.Length];
        for (int i = 0; i < _scratchNumbers.Length; i++)
            _scratchNumbers[i] = kernel.Operands[i].IsScratch ? ScratchRows++ : -1;
        _placement = new BlockPlacement(kernel, _levels, _lastUses);
        Assign();
    }

    /// <summary>The plans of all slots; the first are those of the instructions.</summary>
    public List<SlotPlan> Slots { get; } = [];

    /// <summary>The values that may lie in an operand's memory.</summary>
    public IEnumerable<InPlace> InPlace => _placement.InPlace.Values;

    /// <summary>The bytes that the slots need, but for scratch.</summary>
    public nint Size { get; private set; }

    /// <summary>The number of scratch rows.</summary>
    public int ScratchRows { get; }

    private nint Pitch => BlockCode.Pitch(LoopKernel.BlockLength, _kernel.ElementSize);

    /// <summary>How often the value is really made.</summary>
    public Level LevelOf(int index) => _levels[index];

    /// <summary>The slot that an instruction of the level reads a value from.</summary>
    public int SlotOf(int value, Level level) =>
        level == Level.Element && _expanded.TryGetValue(value, out int slot) ? slot : value;

    /// <summary>Whether the value of a row must be repeated for its elements, and has not been yet.</summary>
    public bool Expand(int value, out int slot)
    {
        slot = -1;
        if (Slots[value].Kind != SlotKind.Row || _expanded.ContainsKey(value)) return false;
        slot = Add(new SlotPlan(SlotKind.Expanded, Take(Pitch), Slots[value].Position));
        _expanded.Add(value, slot);
        return true;
    }

    /// <summary>A new cell for the whole run.</summary>
    public int Cell() => Add(new SlotPlan(SlotKind.Kernel, Take(BlockFrame.CellSize)));

    /// <summary>Whether an instruction that reads or writes scratch has nothing to do.</summary>
    public bool IsInScratch(int index) =>
        _placement.Scratch.TryGetValue(Value(index), out int operand) && operand == _steps[index].Operand;

    /// <summary>The slot of a scratch row.</summary>
    public int Scratch(int operand)
    {
        if (_scratch.TryGetValue(operand, out int slot)) return slot;
        slot = Add(new SlotPlan(SlotKind.Scratch, _scratchNumbers[operand]));
        _scratch.Add(operand, slot);
        return slot;
    }

    /// <summary>Whether a load or store may find its value in place.</summary>
    public bool MayBeInPlace(int index) =>
        _placement.InPlace.TryGetValue(Value(index), out InPlace place) && place.Operand == _steps[index].Operand;

    /// <summary>Whether a load or store does so wherever rows are contiguous.</summary>
    public bool IsInPlace(int index) =>
        _steps[index].Operand >= 0
        && MayBeInPlace(index)
        && _placement.InPlace[Value(index)].Conflicts.Length == 0;

    private int Value(int index) => _steps[index].Primitive == Primitive.Load ? index : _steps[index].A;

    private Level LevelOf(Instruction step) => step switch
    {
        { Primitive: Primitive.Constant } => Level.Kernel,
        { Primitive: Primitive.Load, Level: Level.Element } when
            _kernel.Operands[step.Operand] is { Column: ColumnAccess.Repeated, IsScratch: false } => Level.Row,
        _ => step.Level,
    };

    /// <summary>For each value the last instruction that uses it, 0 for none.</summary>
    public static int[] LastUses(Instruction[] steps)
    {
        var last = new int[steps.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            foreach (int argument in (ReadOnlySpan<int>)[steps[i].A, steps[i].B, steps[i].C])
                if (argument >= 0) last[argument] = i;
        }

        return last;
    }

    private void Assign()
    {
        var free = new Stack<nint>();
        for (int i = 0; i < _steps.Length; i++)
        {
            // What dies here may be overwritten by the result: steps read a register before they write it.
            if (_levels[i] == Level.Element)
            {
                foreach (int argument in Arguments(_steps[i]))
                {
                    if (_lastUses[argument] == i && Slots[argument].Kind == SlotKind.Element)
                        free.Push(Slots[argument].Position);
                }
            }

            Slots.Add(Plan(i, free));
        }
    }

    private SlotPlan Plan(int index, Stack<nint> free)
    {
        if (_levels[index] == Level.Kernel) return new SlotPlan(SlotKind.Kernel, Take(BlockFrame.CellSize));
        if (_levels[index] == Level.Row || _steps[index].IsReduction) return new SlotPlan(SlotKind.Row, Take(Pitch));
        // It has no value, and its slot is not used.
        if (_steps[index].IsEffect) return new SlotPlan(SlotKind.Kernel, 0);
        if (_placement.Scratch.TryGetValue(index, out int operand))
            return new SlotPlan(SlotKind.Scratch, _scratchNumbers[operand]);
        nint position = free.Count > 0 ? free.Pop() : Take(Pitch);
        // Nobody wants it.
        if (_lastUses[index] == 0) free.Push(position);
        return new SlotPlan(SlotKind.Element, position);
    }

    /// <summary>The arguments of an instruction, each once.</summary>
    public static IEnumerable<int> Arguments(Instruction step) =>
        new[] { step.A, step.B, step.C }.Where(static argument => argument >= 0).Distinct();

    private int Add(SlotPlan plan)
    {
        Slots.Add(plan);
        return Slots.Count - 1;
    }

    private nint Take(nint bytes)
    {
        Size += bytes;
        return Size - bytes;
    }
}
