namespace ChainRule.Planning;

// Groups that have something in common become one.
internal sealed partial class Fusion
{
    // Groups that read the same memory along all their loops read it together.
    private void Meet(Value value)
    {
        Group? first = null;
        foreach (Use use in _uses.Of(value))
        {
            if (_placements[use.Consumer.Index]?.Group is not { } group || group == first) continue;
            if (!TryAxes(value, group, out int[]? axes)) continue;
            if (axes.Count(static axis => axis >= 0) < group.Sizes.Count) continue;
            if (first is null) first = group;
            else TryMerge(value, first, group);
        }
    }

    // Two groups that use the same value become one, if their loops are the same.
    private void TryMerge(Value shared, Group group, Group other)
    {
        if (group.Members.Count + other.Members.Count > MaxMembers) return;
        if (group.ElementSize != other.ElementSize && group.ElementSize * other.ElementSize != 0) return;
        if (!TryAxes(shared, group, out int[]? mine) || !TryAxes(shared, other, out int[]? axes)) return;
        if (Loops(mine, axes, group, other) is not { } loops) return;
        if (IsApart(group, other) || IsApart(other, group)) return;

        var moved = new Dictionary<Value, Placement>();
        foreach (Value member in other.Members)
        {
            Placement old = _placements[member.Index]!;
            moved.Add(member, new(group, Moved(old.Axes), Moved(old.InputAxes)));
        }

        Placement? At(Value value) => moved.GetValueOrDefault(value) ?? _placements[value.Index];
        List<Value> all = [.. group.Members, .. other.Members];
        HashSet<Value> set = [.. all];
        LoopOrder order = OrderOf(group.Full, [.. all.Select(value => (value, At(value)!))]);
        foreach (Value member in all)
        {
            foreach (Use use in _uses.Of(member))
            {
                if (!set.Contains(use.Consumer)) continue;
                int[] inputAxes = At(use.Consumer)!.InputAxes, own = At(member)!.Axes;
                if (use.Along is null) return;
                for (int i = 0; i < own.Length; i++)
                {
                    if (own[i] != (use.Along[i] < 0 ? -1 : inputAxes[use.Along[i]])) return;
                }

                if (member.IsReduction && !IsTrailing(member)) return;
            }

            // A lone number is written once, not once for each row.
            if (At(member)!.Mask == 0 && !member.IsReduction && !order.IsOneRow
                && (_uses.IsRoot(member) || _uses.Of(member).Any(use => !set.Contains(use.Consumer)))) return;
        }

        if (Waits(group, other) || Waits(other, group)) return;
        if (!order.IsPossible) return;

        foreach ((Value member, Placement placement) in moved) Add(member, placement);
        group.Order = order;
        return;

        int[] Moved(int[] own) => Array.ConvertAll(own, axis => axis < 0 ? -1 : loops[axis]);
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
            loops[otherAxes[i]] = axes[i];
            taken |= 1u << axes[i];
        }

        for (int loop = 0; loop < loops.Length; loop++)
        {
            if (loops[loop] >= 0) continue;
            int match = 0;
            while (match < group.Sizes.Count
                && (group.Sizes[match] != other.Sizes[loop] || (taken & (1u << match)) != 0)) match++;
            if (match == group.Sizes.Count) return null;
            taken |= 1u << match;
            loops[loop] = match;
        }

        return loops;
    }

    private bool Waits(Group group, Group target)
    {
        HashSet<object>? seen = null;
        foreach (Value member in group.Members)
        {
            foreach (Use use in _uses.Of(member))
            {
                Group? consumer = _placements[use.Consumer.Index]?.Group;
                if (consumer != group && consumer != target && Reaches(use.Consumer, target, ref seen)) return true;
            }
        }

        return false;
    }
}
