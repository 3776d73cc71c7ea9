using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>Writes down the kernel of a group whose operands and loops are known.</summary>
/// <param name="placements">Where each value is computed.</param>
/// <param name="group">The group.</param>
/// <param name="members">Its members, each after its inputs.</param>
/// <param name="unrolling">The loops that are written out.</param>
/// <param name="layouts">Its operands, with a distance for each of the sizes.</param>
/// <param name="dtypes">The operands' dtypes.</param>
/// <param name="loadOf">The operand that is a member's input.</param>
/// <param name="stores">The operand that a member is written to.</param>
/// <param name="sizes">The lengths of the loops, the columns last.</param>
internal sealed class KernelLowering(
    Placement?[] placements,
    Group group,
    List<Value> members,
    Unrolling unrolling,
    List<Layout> layouts,
    List<DType> dtypes,
    Dictionary<(Written Member, int Input), int> loadOf,
    Dictionary<Written, int> stores,
    List<int> sizes)
{
    // Up to this cost a later phase computes a value again instead of reading it from a scratch row.
    private const int CheapCost = 6;

    private readonly KernelBuilder _builder = new(Math.Max(4, group.ElementSize));
    private readonly List<Layout?> _operands = [];
    private readonly Dictionary<int, int> _operandOf = [];
    private readonly Dictionary<Written, int> _ids = [];
    private readonly Dictionary<Value, int> _costs = [];
    private readonly Dictionary<Written, int> _scratch = [];
    private readonly Dictionary<(Written, int Phase), int> _again = [];
    private readonly List<(Value Sum, List<int> Operands, List<int> Layouts)> _sums = [];

    /// <summary>Makes the step.</summary>
    /// <param name="plan">Where room for partial sums comes from.</param>
    /// <param name="lastColumns">The columns of a short last row.</param>
    public LoopStep Run(PlanBuilder plan, int lastColumns)
    {
        foreach (Value member in members)
        {
            int[] axes = placements[member.Index]!.Axes;
            foreach (int position in unrolling.PositionsOf(axes))
            {
                // Of what is written out only what is stored; the rest when it is wanted, so that few values live at
                // a time.
                var written = new Written(member, position);
                if (stores.ContainsKey(written) || !unrolling.Contains(axes)) IdOf(written);
            }
        }

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
            Accumulators = [.. _sums.Select(sum => Accumulated(sum.Sum, sum.Operands, sum.Layouts, plan, parts))],
        };
    }

    private static string TitleOf(List<Value> members)
    {
        string[] names = [.. members.Select(static member => member.Op.Name).Distinct()];
        return names.Length <= 6 ? string.Join(" ", names) : $"{string.Join(" ", names.Take(5))} … {names[^1]}";
    }

    private Accumulator Accumulated(Value sum, List<int> operands, List<int> targets, PlanBuilder plan, int parts)
    {
        Layout layout = layouts[targets[0]];
        DType cell = _builder.Operands[operands[0]].DType;
        bool isDirect = parts <= 1 && cell == sum.DType;
        Place partials = isDirect ? layout.Place : plan.Temporary(cell, checked(sum.Shape.Length * Math.Max(1, parts)));
        int[] offsets = [.. targets.Select(target => layouts[target].Offset)];
        return new([.. operands], offsets, layout.Strides, partials, layout.Place);
    }

    // Writes a value down, unless it is already.
    private int IdOf(Written member)
    {
        if (_ids.TryGetValue(member, out int id)) return id;
        int phase = PhaseOf(member);
        bool isStored = stores.TryGetValue(member, out int store);
        id = Write(member, phase);
        Placement place = PlaceOf(member.Value);
        if (place.Reduced != 0)
        {
            if (isStored && IsAccumulated(layouts[store]))
            {
                Accumulate(member.Value, store, id, place);
                return -1;
            }

            id = _builder.Reduce(PrimitiveOf(member.Value.Op), id);
        }

        _ids.Add(member, id);
        if (isStored) _builder.Write(Primitive.Store, OperandOf(store), id);
        return id;
    }

    // The first phase in which a value's inputs are known.
    private int PhaseOf(Written member)
    {
        int phase = 0;
        int position = member.Position + PositionsReduced(member.Value).First();
        foreach (Value input in member.Value.Inputs)
        {
            Value source = Uses.Base(input);
            if (placements[source.Index]?.Group != group) continue;
            int id = IdOf(new(source, unrolling.Along(PlaceOf(source).Axes, position)));
            if (_builder.LevelOf(id) != Level.Kernel) phase = Math.Max(phase, _builder.PhaseOf(id));
        }

        if (!_costs.ContainsKey(member.Value)) _costs.Add(member.Value, CostOf(member));
        return _builder.Phase = phase;
    }

    // An elementwise op; of a reduction what it takes along the loops that are written out.
    private int Write(Written member, int phase)
    {
        (Value value, int position) = member;
        if (!value.IsReduction) return ElementwiseLowering.Run(_builder, value, Inputs(value, position, phase));
        LaneType type = LaneTypes.Of(value.DType);
        Primitive primitive = value.Op switch
        {
            Extremum { Largest: true } => Primitive.Max,
            Extremum => Primitive.Min,
            _ => Primitive.Add,
        };
        int[] positions = [.. PositionsReduced(value)];
        // Like the sum of a row it starts at 0, so that −0 − 0 is 0.
        bool startsAtZero = value.Op is Sum && positions.Length > 1;
        int result = startsAtZero ? _builder.Constant(type, 0) : Inputs(value, position + positions[0], phase)[0];
        for (int i = startsAtZero ? 0 : 1; i < positions.Length; i++)
            result = _builder.Apply(primitive, type, result, Inputs(value, position + positions[i], phase)[0]);
        return result;
    }

    // The positions along the loops that a reduction reduces by being written out; one, 0, of any other value.
    private IEnumerable<int> PositionsReduced(Value value)
    {
        Placement place = PlaceOf(value);
        return unrolling.PositionsOf(value.IsReduction ? [.. place.InputAxes.Except(place.Axes)] : []);
    }

    private int[] Inputs(Value member, int position, int phase)
    {
        var inputs = new int[member.Inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            Value source = Uses.Base(member.Inputs[i]);
            inputs[i] = source is { IsInput: false, Op: Constant constant }
                ? ElementwiseLowering.Constant(_builder, constant)
                : loadOf.TryGetValue((new(member, position), i), out int load) ? _builder.Load(OperandOf(load))
                : At(new(source, unrolling.Along(PlaceOf(source).Axes, position)), phase);
        }

        return inputs;
    }

    // A value where a later phase wants it: computed again, or kept in a scratch row.
    private int At(Written value, int phase)
    {
        int id = IdOf(value);
        _builder.Phase = phase;
        if (_builder.LevelOf(id) != Level.Element || _builder.PhaseOf(id) == phase) return id;
        if (_again.TryGetValue((value, phase), out int known)) return known;
        if (_costs[value.Value] > CheapCost)
        {
            if (!_scratch.TryGetValue(value, out int scratch))
            {
                DType dtype = value.Value.DType;
                scratch = _builder.Add(new(dtype, ColumnAccess.Contiguous, IsScratch: true), Level.Element);
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
            known = Write(value, phase);
        }

        _again.Add((value, phase), known);
        return known;
    }

    // What it takes to compute an element again; numbers of the row are at hand.
    private int CostOf(Written member)
    {
        int position = member.Position + PositionsReduced(member.Value).First();
        int cost = LoopCost.Of(member.Value.Op);
        foreach (Value input in member.Value.Inputs)
        {
            Value source = Uses.Base(input);
            bool isMember = placements[source.Index]?.Group == group;
            int id = isMember ? IdOf(new(source, unrolling.Along(PlaceOf(source).Axes, position))) : -1;
            if (!isMember || _builder.LevelOf(id) == Level.Element) cost += _costs.GetValueOrDefault(source, 1);
        }

        return Math.Min(cost * PositionsReduced(member.Value).Count(), CheapCost + 1);
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

    private void Accumulate(Value sum, int store, int value, Placement place)
    {
        Layout layout = layouts[store];
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
        if (_sums.Count == 0 || _sums[^1].Sum != sum) _sums.Add((sum, [], []));
        _sums[^1].Operands.Add(operand);
        _sums[^1].Layouts.Add(store);
    }

    private Placement PlaceOf(Value member) => placements[member.Index]!;

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
