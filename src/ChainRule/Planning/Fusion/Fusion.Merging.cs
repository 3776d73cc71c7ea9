namespace ChainRule.Planning;

// Groups that have something in common become one.
internal sealed partial class Fusion
{
    // Groups that read the same memory along all their loops read it together.
    private void Meet(Value value)
    {
        (Group Group, int[] Axes)? first = null;
        foreach ((Group group, int[]? axes) in AxesOf(value))
        {
            if (axes is null || axes.Count(static axis => axis >= 0) < group.Sizes.Count) continue;
            if (first is not { } met) first = (group, axes);
            else if (TryMerge(met.Group, met.Axes, group, axes) == group) first = (group, axes);
        }
    }

    // Two groups that use the same value become one, if their loops are the same: the larger one, which is returned.
    // The axes are those of the value in the loops of each.
    private Group? TryMerge(Group group, int[] axes, Group other, int[] otherAxes)
    {
        if (group.Members.Count + other.Members.Count > MaxMembers) return null;
        if (group.IsEmpty || other.IsEmpty) return null;
        if ((group.Unrolled | other.Unrolled) != 0 && group.Copies + other.Copies > ShortLoops.MaxCopies) return null;
        if (other.Members.Count > group.Members.Count)
            (group, axes, other, otherAxes) = (other, otherAxes, group, axes);
        if (group.ElementSize != other.ElementSize && group.ElementSize * other.ElementSize != 0) return null;
        if (Loops(axes, otherAxes, group, other) is not { } loops) return null;
        if (IsApart(group, other) || IsApart(other, group)) return null;

        var moved = new Dictionary<Value, Placement>();
        foreach (Value member in other.Members)
        {
            Placement old = _placements[member.Index]!;
            moved.Add(member, new(group, Moved(old.Axes), Moved(old.InputAxes)));
        }

        if (!Agree(group, moved) || Waits(group, other) || Waits(other, group)) return null;
        if (Together(group, moved) is not { } order) return null;
        _apart = null;
        foreach ((Value member, Placement placement) in moved) Add(member, placement);
        group.Order = order;
        return group;

        int[] Moved(int[] own) => Array.ConvertAll(own, axis => axis < 0 ? -1 : loops[axis]);
    }

    // Whether each edge between two groups goes along the same loops at both ends.
    private bool Agree(Group group, Dictionary<Value, Placement> moved)
    {
        foreach ((Value member, Placement placement) in moved)
        {
            foreach (Use use in _uses.Of(member))
            {
                if (PlaceIn(use.Consumer) is { } consumer && !Agree(member, placement, use, consumer)) return false;
            }

            for (int i = 0; i < member.Inputs.Length; i++)
            {
                Value source = Uses.Base(member.Inputs[i]);
                if (_placements[source.Index] is not { } place || place.Group != group) continue;
                foreach (Use use in _uses.Of(source))
                {
                    if (use.Consumer == member && !Agree(source, place, use, placement)) return false;
                }
            }
        }

        return true;

        Placement? PlaceIn(Value value) => moved.GetValueOrDefault(value)
            ?? (_placements[value.Index] is { } place && place.Group == group ? place : null);
    }

    private static bool Agree(Value member, Placement placement, Use use, Placement consumer)
    {
        if (use.Along is null || (placement.Reduced != 0 && !IsTrailing(member))) return false;
        for (int i = 0; i < placement.Axes.Length; i++)
        {
            if (placement.Axes[i] != (use.Along[i] < 0 ? -1 : consumer.InputAxes[use.Along[i]])) return false;
        }

        return true;
    }

    // The order of the loops that does for both groups, if there is one.
    private LoopOrder? Together(Group group, Dictionary<Value, Placement> moved)
    {
        bool IsWithin(Value value) => moved.ContainsKey(value) || _placements[value.Index]?.Group == group;
        // A sum that nobody in its group used may have found a user.
        bool isNew = moved.Keys.Any(member => member.Inputs.ToArray().Any(
            input => Uses.Base(input) is { IsReduction: true } source && _placements[source.Index]?.Group == group));
        LoopOrder order = group.Order;
        foreach ((Value member, Placement placement) in moved)
        {
            bool isUsed = _uses.Of(member).Any(use => IsWithin(use.Consumer));
            order = order.With(member, placement, isUsed, _uses);
        }

        if (isNew || order.IsOneRow != group.Order.IsOneRow)
        {
            order = OrderOf(
                group.Full,
                [
                    .. group.Members.Select(member => (member, _placements[member.Index]!)),
                    .. moved.Select(static entry => (entry.Key, entry.Value)),
                ]);
            if (group.Members.Any(member => IsLone(member, _placements[member.Index]!))) return null;
        }

        return order.IsPossible && !moved.Any(entry => IsLone(entry.Key, entry.Value)) ? order : null;

        // A lone number is written once, not once for each row.
        bool IsLone(Value member, Placement placement) => placement.Mask == 0
            && !member.IsReduction
            && !order.IsOneRow
            && (_uses.IsRoot(member) || _uses.Of(member).Any(use => !IsWithin(use.Consumer)));
    }

    // Groups of many members that share nothing but an input would only fill registers.
    private static bool IsApart(Group group, Group other) => group.Full == 0 && other.Full != 0;

    // For each loop of the other group one of this group.
    private static int[]? Loops(int[] axes, int[] otherAxes, Group group, Group other)
    {
        if (group.Sizes.Count != other.Sizes.Count) return null;
        var loops = new int[other.Sizes.Count];
        Array.Fill(loops, -1);
        uint taken = 0;
        for (int i = 0; i < axes.Length; i++)
        {
            if (axes[i] < 0) continue;
            if (loops[otherAxes[i]] >= 0 && loops[otherAxes[i]] != axes[i]) return null;
            if (IsUnrolled(group, axes[i]) != IsUnrolled(other, otherAxes[i])) return null;
            loops[otherAxes[i]] = axes[i];
            taken |= 1u << axes[i];
        }

        for (int loop = 0; loop < loops.Length; loop++)
        {
            if (loops[loop] >= 0) continue;
            int match = 0;
            while (match < group.Sizes.Count
                && (group.Sizes[match] != other.Sizes[loop]
                    || (taken & (1u << match)) != 0
                    || IsUnrolled(group, match) != IsUnrolled(other, loop))) match++;
            if (match == group.Sizes.Count) return null;
            taken |= 1u << match;
            loops[loop] = match;
        }

        return loops;

        static bool IsUnrolled(Group group, int loop) => (group.Unrolled & (1u << loop)) != 0;
    }

    private bool Waits(Group group, Group target)
    {
        foreach (Value member in ExitsOf(group))
        {
            foreach (Use use in _uses.Of(member))
            {
                Group? consumer = _placements[use.Consumer.Index]?.Group;
                if (consumer != group && consumer != target && Reaches(use.Consumer, target)) return true;
            }
        }

        return false;
    }
}
