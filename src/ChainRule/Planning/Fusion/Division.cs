namespace ChainRule.Planning;

/// <summary>
/// Cuts a group whose columns do not lie in memory in one way for all members: what needs the reductions comes after
/// them, in loops of its own, and no reduction dictates the columns of those who only compute it.
/// </summary>
internal sealed class Division
{
    private readonly Group _group;
    private readonly Placement?[] _placements;
    private readonly Uses _uses;

    private Division(Group group, Placement?[] placements, Uses uses) =>
        (_group, _placements, _uses) = (group, placements, uses);

    /// <summary>Cuts a group.</summary>
    /// <returns>The parts, each after what it needs; the members are placed there. Null if there is no way.</returns>
    public static List<Group>? TryRun(Group group, Placement?[] placements, Uses uses) =>
        new Division(group, placements, uses).Run();

    private List<Group>? Run()
    {
        Value[] members = [.. _group.Members.OrderBy(static member => member.Index)];
        HashSet<Value> late = Late(members);
        if (late.Count == 0 || late.Count == members.Length) return null;
        List<Value[]> parts = [.. Parts([.. members.Where(member => !late.Contains(member))]), .. Parts([.. late])];
        var groups = new List<(Group Group, Dictionary<Value, Placement> Places)>();
        foreach (Value[] part in parts)
        {
            if (part.Length == 0) continue;
            groups.Add(Part(part));
            if (!groups[^1].Group.Order.IsPossible) return null;
        }

        foreach ((_, Dictionary<Value, Placement> places) in groups)
        {
            foreach ((Value member, Placement place) in places) _placements[member.Index] = place;
        }

        return [.. groups.Select(static part => part.Group)];
    }

    // What needs a reduction of the group; without any, what varies along all loops.
    private HashSet<Value> Late(Value[] members)
    {
        HashSet<Value> inside = [.. members], late = [];
        foreach (Value member in members)
        {
            foreach (Value input in member.Inputs)
            {
                Value source = Uses.Base(input);
                if (!inside.Contains(source)) continue;
                if (PlaceOf(source).Reduced != 0 || late.Contains(source)) late.Add(member);
            }
        }

        return late.Count > 0 ? late : [.. members.Where(member => PlaceOf(member).InputMask == _group.Full)];
    }

    // Lone numbers apart: they are written once, not once for each row.
    private Value[][] Parts(Value[] members)
    {
        HashSet<Value> inside = [.. members], alone = [];
        foreach (Value member in members)
        {
            bool isAlone = PlaceOf(member).InputMask == 0;
            foreach (Value input in member.Inputs)
            {
                Value source = Uses.Base(input);
                isAlone &= !inside.Contains(source) || alone.Contains(source);
            }

            if (isAlone) alone.Add(member);
        }

        return [[.. alone], [.. members.Where(member => !alone.Contains(member))]];
    }

    private (Group Group, Dictionary<Value, Placement> Places) Part(Value[] members)
    {
        var part = new Group();
        var loops = new Dictionary<int, int>();
        for (int loop = 0; loop < _group.Sizes.Count; loop++)
        {
            if (!members.Any(member => PlaceOf(member).InputAxes.Contains(loop))) continue;
            loops.Add(loop, part.Sizes.Count);
            if ((_group.Unrolled & (1u << loop)) != 0) part.Unrolled |= 1u << part.Sizes.Count;
            part.Sizes.Add(_group.Sizes[loop]);
        }

        int[] Moved(int[] axes) => Array.ConvertAll(axes, axis => axis < 0 ? -1 : loops[axis]);
        var places = new Dictionary<Value, Placement>();
        LoopOrder order = LoopOrder.Of(part.Full);
        HashSet<Value> inside = [.. members];
        foreach (Value member in members)
        {
            Placement old = PlaceOf(member);
            places.Add(member, new(part, Moved(old.Axes), Moved(old.InputAxes)));
            part.Members.Add(member);
            part.ElementSize = Math.Max(part.ElementSize, Fusible.ElementSize(member));
            bool isUsed = _uses.Of(member).Any(use => inside.Contains(use.Consumer));
            order = order.With(member, places[member], isUsed, _uses);
        }

        part.Order = order;
        return (part, places);
    }

    private Placement PlaceOf(Value member) => _placements[member.Index]!;
}
