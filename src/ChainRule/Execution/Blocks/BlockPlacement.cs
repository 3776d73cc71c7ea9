using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// Finds the values that need no memory of their own: loads that are read where they are, and values that are computed
/// where they are stored. So writes happen earlier and reads later than the kernel says, which is right unless they are
/// of the same memory.
/// </summary>
internal sealed class BlockPlacement
{
    // Each operand in between must be compared when memory is bound: a copy costs less than more of that.
    private const int MostBetween = 256;

    private readonly LoopKernel _kernel;
    private readonly Instruction[] _steps;
    private readonly Level[] _levels;
    private readonly int[] _lastUses;

    // What reads or writes memory for each element, and what writes.
    private readonly List<int> _touching = [], _writing = [];

    public BlockPlacement(LoopKernel kernel, Level[] levels, int[] lastUses)
    {
        (_kernel, _steps, _levels, _lastUses) = (kernel, kernel.Instructions, levels, lastUses);
        for (int i = 0; i < _steps.Length; i++)
        {
            if (_levels[i] != Level.Element || _steps[i].Operand < 0) continue;
            _touching.Add(i);
            if (_steps[i].IsEffect) _writing.Add(i);
        }

        foreach (int i in _writing)
            if (_steps[i].Primitive == Primitive.Store) PlaceStore(i);
        foreach (int i in _touching)
            if (_steps[i].Primitive == Primitive.Load) PlaceLoad(i);
    }

    /// <summary>The values that may lie in the memory of an operand.</summary>
    public Dictionary<int, InPlace> InPlace { get; } = [];

    /// <summary>The values that lie in scratch rows, and in which.</summary>
    public Dictionary<int, int> Scratch { get; } = [];

    private void PlaceStore(int index)
    {
        int value = _steps[index].A, operand = _steps[index].Operand;
        if (_levels[value] != Level.Element
            || _steps[value].Primitive == Primitive.Load
            || _steps[value].IsReduction
            || InPlace.ContainsKey(value)
            || Scratch.ContainsKey(value)
            || !IsPlain(operand))
        {
            return;
        }

        // What else touches the phase's memory between the computation and the store.
        List<int> between = [.. After(_touching, value).TakeWhile(i => i < index).Take(MostBetween + 1)];
        if (between.Count > MostBetween) return;
        if (!_kernel.Operands[operand].IsScratch) InPlace.Add(value, Place(value, operand, between));
        else if (IsOnlyStore(index) && !between.Any(i => _steps[i].Operand == operand)) Scratch.Add(value, operand);
    }

    private void PlaceLoad(int index)
    {
        int operand = _steps[index].Operand, end = _lastUses[index];
        if (!IsPlain(operand)) return;
        List<int> writes =
        [
            .. After(_writing, index)
                .TakeWhile(i => _steps[i].Phase == _steps[index].Phase)
                .Where(i => Begin(i) < end)
                .Take(MostBetween + 1),
        ];
        if (writes.Count > MostBetween) return;
        if (!_kernel.Operands[operand].IsScratch) InPlace.Add(index, Place(index, operand, writes));
        else if (!writes.Any(i => _steps[i].Operand == operand)) Scratch.Add(index, operand);
    }

    // The earliest time a store may be done.
    private int Begin(int store)
    {
        int value = _steps[store].A, operand = _steps[store].Operand;
        bool isEarly = InPlace.TryGetValue(value, out InPlace place) && place.Operand == operand
            || Scratch.TryGetValue(value, out int scratch) && scratch == operand;
        return isEarly ? value : store;
    }

    private InPlace Place(int value, int operand, List<int> others) => new(
        value,
        operand,
        [.. others.Select(i => _steps[i].Operand).Where(other => !_kernel.Operands[other].IsScratch).Distinct()]);

    private bool IsOnlyStore(int index) => !_writing.Any(i =>
        i != index && _steps[i].Operand == _steps[index].Operand && _steps[i].Phase == _steps[index].Phase);

    // Those of a list that stand behind an instruction.
    private static IEnumerable<int> After(List<int> list, int index)
    {
        int found = list.BinarySearch(index + 1);
        return list.Skip(found < 0 ? ~found : found);
    }

    // Bools are kept as registers of masks; only scratch holds these.
    private bool IsPlain(int operand) => _kernel.Operands[operand] is { IsScratch: true }
        or { Column: ColumnAccess.Contiguous, DType: not DType.Bool };
}
