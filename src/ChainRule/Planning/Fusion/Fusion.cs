using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// Puts values into groups that are computed in one nest of loops each. Values are visited from the results back to the
/// inputs; each joins the groups of those who use it, as long as one order of loops does for all and nobody waits for
/// somebody who waits for him.
/// </summary>
internal sealed partial class Fusion
{
    // Enough to amortise a loop's start; compiled code is cut into methods of fewer steps anyway.
    private const int MaxMembers = 3000;

    // Registers of a mask.
    private const int MaxLoops = 31;

    // A sum of more elements than this should be split over threads, which a sum in the middle of a row is not.
    private const int LongestRow = 1 << 16;

    private readonly Uses _uses;
    private readonly Placement?[] _placements;

    // Groups and single values that are known not to lead to a group, the last one that was asked about. They stay so
    // while only that group gets members: what is visited later leads to what was visited before, not back.
    private (Group Target, HashSet<object> Units)? _apart;

    private Fusion(GraphProgram program, Uses uses)
    {
        _uses = uses;
        _placements = new Placement?[program.Values.Count == 0 ? 0 : program.Values[^1].Index + 1];
        for (int i = program.Values.Count - 1; i >= 0; i--)
        {
            Value value = program.Values[i];
            if (Fusible.Is(value)) Put(value);
            else if (!value.IsView && !value.IsConstant) Meet(value);
        }
    }

    /// <summary>For each value by index where it is computed; null for those that no group computes.</summary>
    public static Placement?[] Run(GraphProgram program, Uses uses) => new Fusion(program, uses)._placements;

    private void Put(Value value)
    {
        foreach ((Group group, int[]? axes) in AxesOf(value))
        {
            if (axes is null) continue;
            if (_placements[value.Index] is not { } placement) TryJoin(value, group, axes);
            else TryMerge(placement.Group, placement.Axes, group, axes);
        }

        _placements[value.Index] ??= Alone(value, _uses);
    }

    /// <summary>A group of a value alone.</summary>
    public static Placement Alone(Value value, Uses uses)
    {
        var group = new Group { ElementSize = Fusible.ElementSize(value) };
        group.Members.Add(value);
        group.Exits.Add(value);
        Shape shape = value.IsReduction ? value.Inputs[0].Shape : value.Shape;
        var axes = new int[shape.Rank];
        bool isShort = value.IsReduction && ShortLoops.AreReduced(value);
        uint kept = value.IsReduction && !isShort ? ShortLoops.Kept(value) : 0;
        for (int axis = 0; axis < axes.Length; axis++)
        {
            axes[axis] = shape[axis] == 1 ? -1 : group.Sizes.Count;
            if (shape[axis] == 1) continue;
            bool isReduced = value.Op is Reduction reduction && reduction.Axes.Span.Contains(axis);
            if (isReduced ? isShort : (kept & (1u << axis)) != 0) group.Unrolled |= 1u << group.Sizes.Count;
            group.Sizes.Add(shape[axis]);
        }

        var placement = new Placement(group, Kept(value, axes), axes);
        group.Copies = placement.Copies;
        group.Order = LoopOrder.Of(group.Full).With(value, placement, isUsed: false, uses);
        return placement;
    }

    private void Add(Value value, Placement placement)
    {
        if (placement.Group != _apart?.Target) _apart = null;
        _placements[value.Index] = placement;
        placement.Group.Members.Add(value);
        placement.Group.Exits.Add(value);
        placement.Group.ElementSize = Math.Max(placement.Group.ElementSize, Fusible.ElementSize(value));
        placement.Group.Copies += placement.Copies;
    }

    // What loops over nothing stays by itself: there is nothing to gain, and its strides say nothing.
    private static bool IsEmpty(Value value)
    {
        foreach (Value input in value.Inputs)
        {
            if (input.Shape.Length == 0) return true;
        }

        return value.Shape.Length == 0;
    }

    private void TryJoin(Value value, Group group, int[] axes)
    {
        if (group.Members.Count >= MaxMembers || !SizesFit(value, group)) return;
        if (IsEmpty(value) || group.IsEmpty) return;
        if (value.IsReduction && ShortLoops.AreReduced(value) && TryJoin(value, group, axes, unrolls: true)) return;
        TryJoin(value, group, axes, unrolls: false);
    }

    private bool TryJoin(Value value, Group group, int[] axes, bool unrolls)
    {
        (int loops, uint unrolled) = (group.Sizes.Count, group.Unrolled);
        int[] inputAxes = value.IsReduction ? InputAxes(value, axes, group, unrolls) : axes;
        var placement = new Placement(group, axes, inputAxes);
        bool isChanged = group.Unrolled != unrolled || group.Sizes.Count != loops;
        int copies = group.Copies;
        if (group.Unrolled != unrolled) group.Copies = group.Members.Sum(CopiesOf);
        if (IsAllowed(value, placement) && !Waits(value, group))
        {
            LoopOrder order = Extended(group, value, placement, isChanged);
            if (order.IsPossible)
            {
                Add(value, placement);
                group.Order = order;
                return true;
            }
        }

        group.Sizes.RemoveRange(loops, group.Sizes.Count - loops);
        (group.Unrolled, group.Copies) = (unrolled, copies);
        return false;
    }

    private int CopiesOf(Value member) => _placements[member.Index]!.Copies;

    private static bool SizesFit(Value value, Group group)
    {
        int size = Fusible.ElementSize(value);
        return size == 0 || group.ElementSize == 0 || size == group.ElementSize;
    }

    // The axes of a value in the loops of each group that uses it, all in one pass, as there may be many uses; null
    // where a group's uses do not agree.
    private OrderedDictionary<Group, int[]?> AxesOf(Value value)
    {
        var axes = new OrderedDictionary<Group, int[]?>();
        foreach (Use use in _uses.Of(value))
        {
            if (_placements[use.Consumer.Index] is not { } consumer) continue;
            int[]? own = use.Along is null
                ? null
                : Array.ConvertAll(use.Along, axis => axis < 0 ? -1 : consumer.InputAxes[axis]);
            if (axes.TryAdd(consumer.Group, own)) continue;
            if (axes[consumer.Group] is { } known && !(own is not null && known.AsSpan().SequenceEqual(own)))
                axes[consumer.Group] = null;
        }

        return axes;
    }

    // A reduced axis may be any loop of its length that the result does not go along; if it is to be written out, it
    // becomes one of those that are.
    private static int[] InputAxes(Value reduction, int[] axes, Group group, bool unrolls)
    {
        Shape shape = reduction.Inputs[0].Shape;
        var result = new int[shape.Rank];
        uint taken = 0;
        int kept = 0;
        ReadOnlySpan<int> reduced = ((Reduction)reduction.Op).Axes.Span;
        for (int axis = 0; axis < result.Length; axis++)
        {
            result[axis] = reduced.Contains(axis) ? -2 : axes[kept++];
            if (result[axis] >= 0) taken |= 1u << result[axis];
        }

        for (int axis = 0; axis < result.Length; axis++)
        {
            if (result[axis] != -2) continue;
            result[axis] = -1;
            if (shape[axis] == 1) continue;
            int loop = 0;
            uint no = unrolls ? taken : taken | group.Unrolled;
            while (loop < group.Sizes.Count && (group.Sizes[loop] != shape[axis] || (no & (1u << loop)) != 0)) loop++;
            if (loop == group.Sizes.Count) group.Sizes.Add(shape[axis]);
            if (unrolls) group.Unrolled |= 1u << loop;
            taken |= 1u << loop;
            result[axis] = loop;
        }

        return result;
    }

    private static int[] Kept(Value value, int[] inputAxes)
    {
        if (value.Op is not Reduction reduction) return inputAxes;
        var kept = new List<int>();
        for (int axis = 0; axis < inputAxes.Length; axis++)
        {
            if (!reduction.Axes.Span.Contains(axis)) kept.Add(inputAxes[axis]);
        }

        return [.. kept];
    }

    private bool IsAllowed(Value value, Placement placement)
    {
        Group group = placement.Group;
        if (group.Sizes.Count > MaxLoops) return false;
        if (group.Unrolled != 0 && group.Copies + placement.Copies > ShortLoops.MaxCopies) return false;
        if (value.IsReduction && placement.Reduced != 0)
        {
            // Inside a loop only rows are reduced, and only such that lie in memory as rows do.
            int length = 1, loops = 0;
            for (int axis = 0; axis < group.Sizes.Count; axis++)
            {
                if ((placement.Reduced & (1u << axis)) == 0) continue;
                length *= group.Sizes[axis];
                loops++;
            }

            // Of all of a matrix, too, nobody waits in the loop: others may keep its rows or its columns.
            bool isAll = placement.Mask == 0 && loops > 1;
            if (!IsTrailing(value) || length > LongestRow || isAll) return false;
        }

        // What does not vary with the rows would be computed, and written, once for each of them.
        return placement.Mask != 0 || group.Order.IsOneRow || !IsNeededOutside(value, group);
    }

    private static bool IsTrailing(Value reduction)
    {
        ReadOnlySpan<int> axes = ((Reduction)reduction.Op).Axes.Span;
        Shape shape = reduction.Inputs[0].Shape;
        bool seen = false;
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if (shape[axis] == 1) continue;
            if (axes.Contains(axis)) seen = true;
            else if (seen) return false;
        }

        return true;
    }

    private bool IsNeededOutside(Value value, Group group)
    {
        if (_uses.IsRoot(value)) return true;
        foreach (Use use in _uses.Of(value))
        {
            if (_placements[use.Consumer.Index]?.Group != group) return true;
        }

        return false;
    }

    // Whether a value's uses outside a group lead back into it.
    private bool Waits(Value value, Group group)
    {
        foreach (Use use in _uses.Of(value))
        {
            if (_placements[use.Consumer.Index]?.Group != group && Reaches(use.Consumer, group)) return true;
        }

        return false;
    }

    private bool Reaches(Value start, Group target)
    {
        if (_apart?.Target != target) _apart = (target, []);
        HashSet<object> seen = _apart.Value.Units;
        var path = new Stack<Value>();
        path.Push(start);
        while (path.TryPop(out Value? value))
        {
            Group? group = _placements[value.Index]?.Group;
            if (group == target)
            {
                _apart = null;
                return true;
            }

            if (!seen.Add((object?)group ?? value)) continue;
            if (group is null)
            {
                foreach (Use use in _uses.Of(value)) path.Push(use.Consumer);
                continue;
            }

            foreach (Value member in ExitsOf(group))
            {
                foreach (Use use in _uses.Of(member))
                {
                    if (_placements[use.Consumer.Index]?.Group != group) path.Push(use.Consumer);
                }
            }
        }

        return false;
    }

    // Members leave the list when their last user has come into the group: users only ever come in.
    private List<Value> ExitsOf(Group group)
    {
        group.Exits.RemoveAll(
            member => _uses.Of(member).All(use => _placements[use.Consumer.Index]?.Group == group));
        return group.Exits;
    }

    // A member that joins is used by one that is there; other loops change what all members ask for.
    private LoopOrder Extended(Group group, Value value, Placement placement, bool isChanged) => !isChanged
        ? group.Order.With(value, placement, isUsed: true, _uses)
        : OrderOf(
            group.Full,
            [.. group.Members.Select(member => (member, _placements[member.Index]!)), (value, placement)]);

    private LoopOrder OrderOf(uint full, List<(Value Value, Placement Placement)> members)
    {
        HashSet<Value> set = [.. members.Select(static member => member.Value)];
        LoopOrder order = LoopOrder.Of(full);
        foreach ((Value value, Placement placement) in members)
        {
            bool isUsed = value.IsReduction && _uses.Of(value).Any(use => set.Contains(use.Consumer));
            order = order.With(value, placement, isUsed, _uses);
        }

        return order;
    }
}
