namespace ChainRule.Planning;

/// <summary>The order in which groups and single values are computed.</summary>
internal static class Schedule
{
    /// <summary>
    /// The groups, and the values that no group computes and that are neither known nor views, each after what it
    /// needs;
    /// otherwise in the order of the program.
    /// </summary>
    public static IEnumerable<object> Of(GraphProgram program, Placement?[] placements)
    {
        var last = new Dictionary<object, int>();
        foreach (Value value in program.Values)
        {
            if (UnitOf(value, placements) is { } unit) last[unit] = value.Index;
        }

        var missing = new Dictionary<object, int>();
        var waiting = new Dictionary<object, List<object>>();
        foreach (object unit in last.Keys)
        {
            var needs = new HashSet<object>();
            foreach (Value member in (unit as Group)?.Members ?? (IEnumerable<Value>)[(Value)unit])
            {
                foreach (Value input in member.Inputs)
                {
                    if (UnitOf(Uses.Base(input), placements) is { } need && need != unit) needs.Add(need);
                }
            }

            missing.Add(unit, needs.Count);
            foreach (object need in needs)
            {
                if (!waiting.TryGetValue(need, out List<object>? list)) waiting.Add(need, list = []);
                list.Add(unit);
            }
        }

        var ready = new PriorityQueue<object, int>();
        foreach ((object unit, int count) in missing)
        {
            if (count == 0) ready.Enqueue(unit, last[unit]);
        }

        while (ready.TryDequeue(out object? unit, out _))
        {
            yield return unit;
            foreach (object next in waiting.GetValueOrDefault(unit) ?? [])
            {
                if (--missing[next] == 0) ready.Enqueue(next, last[next]);
            }
        }
    }

    private static object? UnitOf(Value value, Placement?[] placements) =>
        value.IsInput || value.IsConstant || value.IsView ? null : placements[value.Index]?.Group ?? (object)value;
}
