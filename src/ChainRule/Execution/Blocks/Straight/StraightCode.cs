using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// What a <see cref="StraightProgram{T, TWhole}"/> does. Constants have cells of their own, the first ones; the others
/// are shared by values that are not needed at the same time, so that they stay in the first-level cache.
/// </summary>
internal sealed class StraightCode
{
    private readonly Instruction[] _instructions;
    private readonly int[] _cells, _lastUses;
    private readonly Stack<int> _free = [];

    public StraightCode(LoopKernel kernel)
    {
        _instructions = kernel.Instructions;
        _cells = new int[_instructions.Length];
        _lastUses = BlockValues.LastUses(_instructions);
        Constants = [.. _instructions.Where(static step => step.Primitive == Primitive.Constant)];
        CellCount = Constants.Length;
        var steps = new List<StraightStep>();
        for (int i = 0, constant = 0; i < _instructions.Length; i++)
        {
            if (_instructions[i].Primitive == Primitive.Constant) _cells[i] = constant++;
            else steps.Add(Step(i));
        }

        Steps = [.. steps];
    }

    /// <summary>The instructions of the constants, in the order of their cells.</summary>
    public Instruction[] Constants { get; }

    /// <summary>The steps.</summary>
    public StraightStep[] Steps { get; }

    /// <summary>The number of cells.</summary>
    public int CellCount { get; private set; }

    private StraightStep Step(int index)
    {
        Instruction step = _instructions[index];
        // Not the type of the mask that selects; and what a mask becomes is told by the type of the result.
        LaneType type = step.A < 0 || step.Primitive is Primitive.Select or Primitive.FromMask
            ? step.Type
            : _instructions[step.A].Type;
        int code = StraightStep.Encode(step.Primitive, type);
        int a = Argument(step.A), b = Argument(step.B), c = Argument(step.C);
        foreach (int argument in BlockValues.Arguments(step))
        {
            if (_lastUses[argument] == index && _instructions[argument].Primitive != Primitive.Constant)
                _free.Push(_cells[argument]);
        }

        if (step.IsEffect) return new StraightStep(code, step.Operand, a, b, c);
        _cells[index] = _free.Count > 0 ? _free.Pop() : CellCount++;
        return new StraightStep(code, _cells[index], step.Primitive == Primitive.Load ? step.Operand : a, b, c);
    }

    private int Argument(int value) => value < 0 ? 0 : _cells[value];
}
