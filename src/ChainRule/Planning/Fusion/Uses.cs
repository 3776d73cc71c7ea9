namespace ChainRule.Planning;

/// <summary>Who uses what in a program, looking through views.</summary>
internal sealed class Uses
{
    private readonly List<Use>?[] _of;
    private readonly bool[] _isRoot;
    private readonly HashSet<Value> _gathered = [];

    /// <summary>Collects the uses in a program.</summary>
    public Uses(GraphProgram program)
    {
        int count = program.Values.Count == 0 ? 0 : program.Values[^1].Index + 1;
        _of = new List<Use>?[count];
        _isRoot = new bool[count];
        foreach (Value value in program.Values)
        {
            if (value.IsView) continue;
            for (int i = 0; i < value.Inputs.Length; i++)
            {
                Value source = Base(value.Inputs[i]);
                int[]? axes = AxisMap.TryOf(value.Inputs[i], out AxisMap map) ? map.Axes : null;
                (_of[source.Index] ??= []).Add(new(value, i, axes));
            }
        }

        foreach (Value root in program.Roots) _isRoot[Base(root).Index] = true;
        foreach (Value value in program.Values)
        {
            if (IsRoot(value) || !GatheredRows.Are(value, Of(value))) continue;
            _gathered.Add(value);
            // Loops may need the axes of the indices as columns: a maximum along one, or rows of another gather.
            if (Of(value).Any(use => !Fusion.Alone(use.Consumer, this).Group.Order.IsPossible)) _gathered.Remove(value);
        }
    }

    /// <summary>Whether any value is a gather without a step.</summary>
    public bool HasGatheredRows => _gathered.Count > 0;

    /// <summary>Whether a value is a gather whose rows are read where they lie.</summary>
    public bool AreRowsGathered(Value value) => _gathered.Contains(value);

    /// <summary>The uses of a value that is no view, in the order of the consumers.</summary>
    public IReadOnlyList<Use> Of(Value value) => _of[value.Index] ?? (IReadOnlyList<Use>)[];

    /// <summary>Whether the program's user wants the value itself.</summary>
    public bool IsRoot(Value value) => _isRoot[value.Index];

    /// <summary>The value below the views.</summary>
    public static Value Base(Value value)
    {
        while (value.IsView) value = value.Inputs[0];
        return value;
    }
}
