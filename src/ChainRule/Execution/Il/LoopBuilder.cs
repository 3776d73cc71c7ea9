using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// Collects the instructions of a kernel in any order of levels and phases, keeps one of equal ones and leaves out
/// those whose value nobody needs.
/// </summary>
internal sealed class LoopBuilder(LoopKernel origin)
{
    private readonly List<Instruction> _steps = [];
    private readonly Dictionary<Instruction, int> _known = [];

    // A load before a store of the same operand does not give what one after it does.
    private readonly HashSet<int> _written =
        [.. origin.Instructions.Where(static step => step.IsEffect).Select(static step => step.Operand)];

    /// <summary>Adds an instruction whose arguments were added before, and names its value.</summary>
    public int Add(Instruction step)
    {
        // A constant is the same everywhere.
        if (step.Primitive == Primitive.Constant) step = step with { Level = Level.Kernel, Phase = 0 };
        bool unique = step.IsEffect || step.Primitive == Primitive.Load && _written.Contains(step.Operand);
        if (!unique && _known.TryGetValue(step, out int known)) return known;
        _steps.Add(step);
        if (!unique) _known.Add(step, _steps.Count - 1);
        return _steps.Count - 1;
    }

    /// <summary>The kernel of the instructions that matter, run by run.</summary>
    public LoopKernel Build()
    {
        bool[] needed = Needed();
        int[] order = [.. Enumerable.Range(0, _steps.Count).Where(i => needed[i]).OrderBy(i => Run(_steps[i]))];
        int[] position = new int[_steps.Count];
        for (int i = 0; i < order.Length; i++) position[order[i]] = i;
        return origin with
        {
            Instructions =
            [
                .. order.Select(i => _steps[i] with
                {
                    A = At(_steps[i].A), B = At(_steps[i].B), C = At(_steps[i].C),
                }),
            ],
        };

        int At(int value) => value < 0 ? value : position[value];
    }

    private static int Run(Instruction step) => step.Level switch
    {
        Level.Kernel => -1,
        Level.Row => 2 * step.Phase,
        _ => 2 * step.Phase + 1,
    };

    private bool[] Needed()
    {
        var needed = new bool[_steps.Count];
        for (int i = _steps.Count - 1; i >= 0; i--)
        {
            Instruction step = _steps[i];
            if (!step.IsEffect && !needed[i]) continue;
            needed[i] = true;
            if (step.A >= 0) needed[step.A] = true;
            if (step.B >= 0) needed[step.B] = true;
            if (step.C >= 0) needed[step.C] = true;
        }

        return needed;
    }
}
