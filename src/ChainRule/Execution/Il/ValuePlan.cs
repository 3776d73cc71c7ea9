using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Decides which values of a kernel are computed where they are used, and how long the others live.</summary>
internal sealed class ValuePlan
{
    // Deeper trees bring the JIT nothing.
    private const int DeepestTree = 12;

    private readonly Instruction[] _steps;

    // Inlined values that are computed for each of several users.
    private readonly bool[] _isRepeated;

    public ValuePlan(LoopKernel kernel, IReadOnlyList<LoopRange> ranges)
    {
        _steps = kernel.Instructions;
        Range = new int[_steps.Length];
        for (int i = 0; i < ranges.Count; i++) Range.AsSpan(ranges[i].Start..ranges[i].End).Fill(i);
        IsInlined = new bool[_steps.Length];
        _isRepeated = new bool[_steps.Length];
        Root = new int[_steps.Length];
        LastUse = new int[_steps.Length];
        Plan();
    }

    /// <summary>For each value whether it is computed where it is used.</summary>
    public bool[] IsInlined { get; }

    /// <summary>
    /// For each value the position of the instruction that is being emitted when it is computed for the last time.
    /// </summary>
    public int[] Root { get; }

    /// <summary>For each value the last instruction that is being emitted when it is used; 0 if it is not.</summary>
    public int[] LastUse { get; }

    /// <summary>For each value the range that it is computed in.</summary>
    public int[] Range { get; }

    private void Plan()
    {
        int[] uses = new int[_steps.Length], user = new int[_steps.Length], depth = new int[_steps.Length];
        var onlySelects = new bool[_steps.Length];
        Array.Fill(onlySelects, true);
        int nextEffect = _steps.Length;
        for (int i = 0; i < _steps.Length; i++)
        {
            foreach (int argument in Arguments(i))
            {
                uses[argument]++;
                user[argument] = i;
                onlySelects[argument] &= _steps[i].Primitive == Primitive.Select && _steps[i].A == argument
                    && Range[i] == Range[argument];
            }
        }

        // Users stand behind what they use, so they are decided first.
        for (int i = _steps.Length - 1; i >= 0; i--)
        {
            Root[i] = Math.Max(i, LastUse[i]);
            if (uses[i] == 1 && !_isRepeated[user[i]] && CanBeInlined(i, user[i], depth, nextEffect))
            {
                IsInlined[i] = true;
                depth[i] = depth[user[i]] + 1;
            }
            else if (uses[i] > 1 && onlySelects[i] && IsComparison(_steps[i]))
            {
                IsInlined[i] = _isRepeated[i] = true;
            }
            else
            {
                Root[i] = i;
            }

            foreach (int argument in Arguments(i)) LastUse[argument] = Math.Max(LastUse[argument], Root[i]);
            if (_steps[i].IsEffect) nextEffect = i;
        }
    }

    // Its mask stays in a register for masks only if it is compared and used in one expression; the JIT compares once.
    private static bool IsComparison(Instruction step) =>
        step.Primitive is Primitive.Less or Primitive.LessOrEqual or Primitive.Equal;

    private bool CanBeInlined(int i, int user, int[] depth, int nextEffect)
    {
        Instruction step = _steps[i];
        if (step.IsEffect || step.IsReduction || step.Primitive == Primitive.Constant) return false;
        // They branch, which is best done with nothing on the stack.
        if (step.Primitive is Primitive.Sin or Primitive.Cos or Primitive.Tan) return false;
        if (Range[user] != Range[i] || depth[user] >= DeepestTree) return false;
        // A load must not move behind a store, which may be to the same place; its own user may be one.
        return step.Primitive != Primitive.Load || nextEffect >= Root[user];
    }

    private ReadOnlySpan<int> Arguments(int i)
    {
        Instruction step = _steps[i];
        if (step.C >= 0) return new[] { step.A, step.B, step.C };
        if (step.B >= 0) return new[] { step.A, step.B };
        return step.A >= 0 ? new[] { step.A } : [];
    }
}
