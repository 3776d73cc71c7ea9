using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>Makes a loop of a group: finds its operands, puts its loops in order and writes down the kernel.</summary>
internal sealed class GroupLowering
{
    // One long loop is cut into rows of this many columns, which threads share.
    private const int CutLength = 8192;

    // Shorter columns are not taken without a look at the other loops.
    private const int ShortColumns = 8;

    private readonly PlanBuilder _plan;
    private readonly Uses _uses;
    private readonly Placement?[] _placements;
    private readonly Group _group;
    private readonly List<Value> _members;
    private readonly List<Layout> _layouts = [];
    private readonly List<DType> _dtypes = [];
    private readonly Dictionary<Layout, int> _loads = [];
    private readonly Dictionary<(Written Member, int Input), int> _loadOf = [];
    private readonly Dictionary<Written, int> _stores = [];
    private readonly Unrolling _unrolling;
    private readonly LoopNest _nest;
    private readonly int[][] _strides;

    private GroupLowering(PlanBuilder plan, Uses uses, Placement?[] placements, Group group, int lastLoop = -1)
    {
        (_plan, _uses, _placements, _group) = (plan, uses, placements, group);
        _members = [.. group.Members.OrderBy(static member => member.Index)];
        _unrolling = new(group);
        // Columns had better be written one after the other.
        IEnumerable<Value> stored = _members.Where(member => !member.IsReduction && IsStored(member));
        _nest = new(group, [.. stored.Concat(_members).Select(member => placements[member.Index]!)], lastLoop);
        FindOperands();
        _strides = _nest.Collapse(
        [
            .. _layouts.Select(static layout => layout.Strides),
            .. _layouts.Select(static layout => layout.Index?.Strides).OfType<int[]>(),
        ]);
    }

    /// <summary>Lowers a group.</summary>
    /// <returns>The step; null if its columns cannot be made one loop, so that its members must go alone.</returns>
    public static LoopStep? TryRun(PlanBuilder plan, Uses uses, Placement?[] placements, Group group)
    {
        var best = new GroupLowering(plan, uses, placements, group);
        if (!best._nest.IsFree || best._nest.Sizes is not [.., < ShortColumns]) return best.Run();
        double cost = best.Cost;
        for (int loop = 0; loop < group.Sizes.Count; loop++)
        {
            if (((group.Full & ~group.Order.Outside) & (1u << loop)) == 0) continue;
            var other = new GroupLowering(plan, uses, placements, group, loop);
            if (other.Cost < cost) (best, cost) = (other, other.Cost);
        }

        return best.Run();
    }

    private double Cost => LoopCost.Of(
        _nest.Sizes, _strides[.._layouts.Count], _members.Count(member => _placements[member.Index]!.Reduced != 0));

    private LoopStep? Run()
    {
        if (_nest.Sizes.Count - _nest.Rows > 1) return null;
        List<int> sizes = [.. _nest.Sizes];
        int[][] all = _strides;
        int last = 0;
        if (sizes.Count == 0 || _nest.Rows == sizes.Count) Append(sizes, 1, ref all);
        int[][] strides = all[.._layouts.Count];
        int nextIndex = _layouts.Count;
        if (_nest.IsFree && sizes.Count == 1 && sizes[0] > 2 * CutLength)
        {
            last = sizes[0] % CutLength;
            strides = Array.ConvertAll(strides, static own => (int[])[own[0] * CutLength, own[0]]);
            sizes = [sizes[0] / CutLength, CutLength];
        }

        var layouts = new List<Layout>();
        for (int i = 0; i < strides.Length; i++)
        {
            RowIndex? index = _layouts[i].Index;
            if (index is not null) index = index with { Strides = all[nextIndex++] };
            layouts.Add(_layouts[i] with { Strides = strides[i], Index = index });
        }

        KernelLowering kernel =
            new(_placements, _group, _members, _unrolling, layouts, _dtypes, _loadOf, _stores, sizes);
        return kernel.Run(_plan, last);
    }

    // A kernel has columns, if only one.
    private static void Append(List<int> sizes, int size, ref int[][] strides)
    {
        sizes.Add(size);
        strides = Array.ConvertAll(strides, static own => (int[])[.. own, 0]);
    }

    private void FindOperands()
    {
        foreach (Value member in _members)
        {
            Placement place = _placements[member.Index]!;
            foreach (int position in _unrolling.PositionsOf(place.InputAxes)) FindInputs(new(member, position), place);
            if (!IsStored(member)) continue;
            int[] strides = member.Shape.RowMajorStrides();
            foreach (int position in _unrolling.PositionsOf(place.Axes))
            {
                int offset = _unrolling.Offset(place.Axes, strides, position);
                var layout = new Layout(_plan.PlaceOf(member), offset, _nest.Strides(place.Axes, strides));
                _stores.Add(new(member, position), Add(layout, member.DType));
            }
        }
    }

    private void FindInputs(Written member, Placement place)
    {
        for (int i = 0; i < member.Value.Inputs.Length; i++)
        {
            Value input = member.Value.Inputs[i], source = Uses.Base(input);
            if (source is { IsInput: false, Op: Constant } || _placements[source.Index]?.Group == _group) continue;
            Layout layout = _uses.AreRowsGathered(source)
                ? Gathered(input, place, member.Position)
                : LayoutOf(input, source, place, member.Position);
            if (!_loads.TryGetValue(layout, out int load))
            {
                load = Add(layout, source.DType);
                _loads.Add(layout, load);
            }

            _loadOf.Add((member, i), load);
        }
    }

    private Layout LayoutOf(Value input, Value source, Placement place, int position)
    {
        bool found = AffineMap.TryOf(input, out AffineMap map);
        System.Diagnostics.Debug.Assert(found, "Captured reshapes are affine.");
        int offset = map.Offset + _unrolling.Offset(place.InputAxes, map.Strides, position);
        return new(_plan.PlaceOf(source), offset, _nest.Strides(place.InputAxes, map.Strides));
    }

    // The rows of what a gather takes them from, at the positions that its indices say.
    private Layout Gathered(Value input, Placement place, int position)
    {
        AxisMap.TryOf(input, out AxisMap map);
        (Value gather, Value source, Value indices) = (map.Source, map.Source.Inputs[0], map.Source.Inputs[1]);
        AffineMap.TryOf(source, out AffineMap from);
        AffineMap.TryOf(indices, out AffineMap which);
        (int axis, int row) = (((Gather)gather.Op).Axis, GatheredRows.FirstOfRow(gather));
        int[] loops = Array.ConvertAll(map.Axes, own => own < 0 ? -1 : place.InputAxes[own]);
        int[] strides =
            [.. from.Strides.AsSpan(0, axis), .. new int[row - axis], .. from.Strides.AsSpan(axis + 1)];
        int[] indexStrides = [.. new int[axis], .. which.Strides, .. new int[gather.Shape.Rank - row]];
        var index = new RowIndex(
            _plan.PlaceOf(which.Base),
            which.Offset,
            _unrolling.Offset(loops, indexStrides, position),
            _nest.Strides(loops, indexStrides),
            from.Strides[axis],
            gather.Node!);
        int offset = from.Offset + _unrolling.Offset(loops, strides, position);
        return new(_plan.PlaceOf(from.Base), offset, _nest.Strides(loops, strides), index);
    }

    private bool IsStored(Value member)
    {
        if (_uses.IsRoot(member)) return true;
        foreach (Use use in _uses.Of(member))
        {
            if (_placements[use.Consumer.Index]?.Group != _group) return true;
        }

        return false;
    }

    private int Add(Layout layout, DType dtype)
    {
        _layouts.Add(layout);
        _dtypes.Add(dtype);
        return _layouts.Count - 1;
    }
}
