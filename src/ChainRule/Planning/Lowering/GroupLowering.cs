using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>Makes a loop of a group: finds its operands, puts its loops in order and writes down the kernel.</summary>
internal sealed class GroupLowering
{
    // One long loop is cut into rows of this many columns, which threads share.
    private const int CutLength = 8192;

    private readonly PlanBuilder _plan;
    private readonly Uses _uses;
    private readonly Placement?[] _placements;
    private readonly Group _group;
    private readonly List<Value> _members;
    private readonly List<Layout> _layouts = [];
    private readonly List<DType> _dtypes = [];
    private readonly Dictionary<Layout, int> _loads = [];
    private readonly Dictionary<(Value Member, int Input), int> _loadOf = [];
    private readonly Dictionary<Value, int> _stores = [];
    private readonly LoopNest _nest;

    private GroupLowering(PlanBuilder plan, Uses uses, Placement?[] placements, Group group)
    {
        (_plan, _uses, _placements, _group) = (plan, uses, placements, group);
        _members = [.. group.Members.OrderBy(static member => member.Index)];
        _nest = new(group, _members.Select(member => placements[member.Index]!));
    }

    /// <summary>Lowers a group.</summary>
    /// <returns>The step; null if its columns cannot be made one loop, so that its members must go alone.</returns>
    public static LoopStep? TryRun(PlanBuilder plan, Uses uses, Placement?[] placements, Group group) =>
        new GroupLowering(plan, uses, placements, group).Run();

    private LoopStep? Run()
    {
        FindOperands();
        int[][] all = _nest.Collapse(
        [
            .. _layouts.Select(static layout => layout.Strides),
            .. _layouts.Select(static layout => layout.Index?.Strides).OfType<int[]>(),
        ]);
        if (_nest.Sizes.Count - _nest.Rows > 1) return null;
        List<int> sizes = [.. _nest.Sizes];
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

        KernelLowering kernel = new(_placements, _group, _members, layouts, _dtypes, _loadOf, _stores, sizes);
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
            for (int i = 0; i < member.Inputs.Length; i++)
            {
                Value source = Uses.Base(member.Inputs[i]);
                if (source is { IsInput: false, Op: Constant } || _placements[source.Index]?.Group == _group) continue;
                Layout layout = _uses.AreRowsGathered(source)
                    ? Gathered(member.Inputs[i], place)
                    : LayoutOf(member.Inputs[i], source, place);
                if (!_loads.TryGetValue(layout, out int load))
                {
                    load = Add(layout, source.DType);
                    _loads.Add(layout, load);
                }

                _loadOf.Add((member, i), load);
            }

            if (IsStored(member))
            {
                var layout = new Layout(
                    _plan.PlaceOf(member), 0, _nest.Strides(place.Axes, member.Shape.RowMajorStrides()));
                _stores.Add(member, Add(layout, member.DType));
            }
        }
    }

    private Layout LayoutOf(Value input, Value source, Placement place)
    {
        bool found = AffineMap.TryOf(input, out AffineMap map);
        System.Diagnostics.Debug.Assert(found, "Captured reshapes are affine.");
        return new(_plan.PlaceOf(source), map.Offset, _nest.Strides(place.InputAxes, map.Strides));
    }

    // The rows of what a gather takes them from, at the positions that its indices say.
    private Layout Gathered(Value input, Placement place)
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
            _plan.PlaceOf(which.Base), which.Offset, _nest.Strides(loops, indexStrides), from.Strides[axis],
            gather.Node!);
        return new(_plan.PlaceOf(from.Base), from.Offset, _nest.Strides(loops, strides), index);
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
