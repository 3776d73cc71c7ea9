using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>Writes down the kernel of a group whose operands and loops are known.</summary>
/// <param name="placements">Where each value is computed.</param>
/// <param name="group">The group.</param>
/// <param name="members">Its members, each after its inputs.</param>
/// <param name="layouts">Its operands, with a distance for each of the sizes.</param>
/// <param name="dtypes">The operands' dtypes.</param>
/// <param name="loadOf">The operand that is a member's input.</param>
/// <param name="stores">The operand that a member is written to.</param>
/// <param name="sizes">The lengths of the loops, the columns last.</param>
internal sealed class KernelLowering(
    Placement?[] placements,
    Group group,
    List<Value> members,
    List<Layout> layouts,
    List<DType> dtypes,
    Dictionary<(Value Member, int Input), int> loadOf,
    Dictionary<Value, int> stores,
    List<int> sizes)
{
    // Up to this cost a later phase computes a value again instead of reading it from a scratch row.
    private const int CheapCost = 6;

    private readonly KernelBuilder _builder = new(Math.Max(4, group.ElementSize));
    private readonly List<Layout?> _operands = [];
    private readonly Dictionary<int, int> _operandOf = [];
    private readonly Dictionary<Value, int> _ids = [];
    private readonly Dictionary<Value, int> _costs = [];
    private readonly Dictionary<Value, int> _scratch = [];
    private readonly Dictionary<(Value, int Phase), int> _again = [];
    private readonly List<(int Operand, Value Sum)> _sums = [];

    /// <summary>Makes the step.</summary>
    /// <param name="plan">Where room for partial sums comes from.</param>
    /// <param name="lastColumns">The columns of a short last row.</param>
    public LoopStep Run(PlanBuilder plan, int lastColumns)
    {
        foreach (Value member in members) Lower(member);
        LoopKernel kernel = _builder.Build();
        int rows = 1;
        foreach (int size in sizes.SkipLast(1)) rows *= size;
        int rowsInPart = LoopCost.RowsInPart(kernel, rows, sizes[^1], _sums.Count > 0);
        int parts = (rows == 0 ? 0 : ((rows - 1) / rowsInPart) + 1) + (lastColumns > 0 ? 1 : 0);
        return new()
        {
            Title = TitleOf(members),
            Kernel = kernel,
            Layouts = [.. _operands],
            Rows = [.. sizes.SkipLast(1)],
            Columns = sizes[^1],
            LastColumns = lastColumns,
            RowsInPart = rowsInPart,
            Accumulators = [.. _sums.Select(sum => Accumulated(sum.Operand, sum.Sum, plan, parts))],
        };
    }

    private static string TitleOf(List<Value> members)
    {
        string[] names = [.. members.Select(static member => member.Op.Name).Distinct()];
        return names.Length <= 6 ? string.Join(" ", names) : $"{string.Join(" ", names.Take(5))} … {names[^1]}";
    }

    private Accumulator Accumulated(int operand, Value sum, PlanBuilder plan, int parts)
    {
        Layout layout = layouts[stores[sum]];
        DType cell = _builder.Operands[operand].DType;
        bool isDirect = parts <= 1 && cell == sum.DType;
        Place partials = isDirect ? layout.Place : plan.Temporary(cell, checked(sum.Shape.Length * Math.Max(1, parts)));
        return new(operand, layout.Strides, partials, layout.Place);
    }

    private void Lower(Value member)
    {
        Placement place = placements[member.Index]!;
        int phase = 0;
        foreach (Value input in member.Inputs)
        {
            if (_ids.TryGetValue(Uses.Base(input), out int id) && _builder.LevelOf(id) != Level.Kernel)
                phase = Math.Max(phase, _builder.PhaseOf(id));
        }

        _builder.Phase = phase;
        int[] inputs = Inputs(member, phase);
        _costs[member] = CostOf(member);
        if (member.Op is not Reduction)
        {
            _ids[member] = ElementwiseLowering.Run(_builder, member, inputs);
        }
        else if (!stores.TryGetValue(member, out int sum) || !IsAccumulated(layouts[sum]))
        {
            _ids[member] = _builder.Reduce(PrimitiveOf(member.Op), inputs[0]);
        }
        else
        {
            Accumulate(member, inputs[0], place);
            return;
        }

        if (stores.TryGetValue(member, out int store))
            _builder.Write(Primitive.Store, OperandOf(store), _ids[member]);
    }

    private int[] Inputs(Value member, int phase)
    {
        var inputs = new int[member.Inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            Value source = Uses.Base(member.Inputs[i]);
            inputs[i] = source is { IsInput: false, Op: Constant constant }
                ? ElementwiseLowering.Constant(_builder, constant)
                : loadOf.TryGetValue((member, i), out int load) ? _builder.Load(OperandOf(load)) : At(source, phase);
        }

        return inputs;
    }

    // A value where a later phase wants it: computed again, or kept in a scratch row.
    private int At(Value value, int phase)
    {
        int id = _ids[value];
        if (_builder.LevelOf(id) != Level.Element || _builder.PhaseOf(id) == phase) return id;
        if (_again.TryGetValue((value, phase), out int known)) return known;
        if (_costs[value] > CheapCost)
        {
            if (!_scratch.TryGetValue(value, out int scratch))
            {
                scratch = _builder.Add(new(value.DType, ColumnAccess.Contiguous, IsScratch: true), Level.Element);
                _operands.Add(null);
                _scratch.Add(value, scratch);
                _builder.Phase = _builder.PhaseOf(id);
                _builder.Write(Primitive.Store, scratch, id);
                _builder.Phase = phase;
            }

            known = _builder.Load(scratch);
        }
        else
        {
            known = ElementwiseLowering.Run(_builder, value, Inputs(value, phase));
        }

        _again.Add((value, phase), known);
        return known;
    }

    // What it takes to compute an element again; numbers of the row are at hand.
    private int CostOf(Value member)
    {
        int cost = LoopCost.Of(member.Op);
        foreach (Value input in member.Inputs)
        {
            Value source = Uses.Base(input);
            bool isAtHand = _ids.TryGetValue(source, out int id) && _builder.LevelOf(id) != Level.Element;
            if (!isAtHand) cost += _costs.GetValueOrDefault(source, 1);
        }

        return Math.Min(cost, CheapCost + 1);
    }

    // Whether several rows add to the same place, or columns are kept apart.
    private bool IsAccumulated(Layout layout)
    {
        if (layout.Strides[^1] != 0) return true;
        for (int loop = 0; loop < sizes.Count - 1; loop++)
        {
            if (layout.Strides[loop] == 0 && sizes[loop] != 1) return true;
        }

        return false;
    }

    private void Accumulate(Value sum, int value, Placement place)
    {
        Layout layout = layouts[stores[sum]];
        bool keepsColumns = layout.Strides[^1] != 0;
        // A value of rows is one summand a row; a value of elements is summed along the row first.
        bool isOfRows = !keepsColumns && place.InputMask != group.Full;
        if (!keepsColumns && !isOfRows) value = _builder.Reduce(Primitive.RowSum, value);
        DType cell = keepsColumns || !sum.DType.IsFloat ? sum.DType : DType.Float64;
        int operand = _builder.Add(
            new(cell, keepsColumns ? Access(layout.Strides[^1]) : ColumnAccess.Repeated),
            keepsColumns ? Level.Element : Level.Row);
        _operands.Add(null);
        _builder.Write(Primitive.Accumulate, operand, value);
        _sums.Add((operand, sum));
    }

    private int OperandOf(int layout)
    {
        if (_operandOf.TryGetValue(layout, out int operand)) return operand;
        int[] strides = layouts[layout].Strides;
        Level level = strides[^1] != 0 ? Level.Element
            : strides.AsSpan(0, strides.Length - 1).ContainsAnyExcept(0) ? Level.Row : Level.Kernel;
        operand = _builder.Add(new(dtypes[layout], Access(strides[^1])), level);
        _operands.Add(layouts[layout]);
        _operandOf.Add(layout, operand);
        return operand;
    }

    private static ColumnAccess Access(int stride) => stride switch
    {
        0 => ColumnAccess.Repeated,
        1 => ColumnAccess.Contiguous,
        _ => ColumnAccess.Strided,
    };

    private static Primitive PrimitiveOf(Graphs.Op op) => op switch
    {
        Extremum { Largest: true } => Primitive.RowMax,
        Extremum => Primitive.RowMin,
        _ => Primitive.RowSum,
    };
}
