namespace ChainRule.Explaining;

/// <summary>Finds the names that an expression uses but does not define.</summary>
internal static class FreeNames
{
    /// <summary>The names, in the order in which they come.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Syntax.Statement> statements)
    {
        var defined = new HashSet<string>();
        var names = new List<string>();
        foreach (Syntax.Statement statement in statements)
        {
            foreach (string name in In(statement.Value))
            {
                bool isKnown = defined.Contains(name) || names.Contains(name) || Functions.All.ContainsKey(name);
                if (!isKnown && name is not ("pi" or "π")) names.Add(name);
            }

            if (statement.Target is { } target) defined.Add(target.Text);
        }

        return names;
    }

    private static IEnumerable<string> In(Syntax expression)
    {
        // The part that comes first is on top.
        var left = new Stack<Syntax>([expression]);
        while (left.TryPop(out Syntax? part))
        {
            if (part is Syntax.Name name) yield return name.Text;
            IEnumerable<Syntax> parts = part switch
            {
                Syntax.Negative negative => [negative.Of],
                Syntax.Binary binary => [binary.Left, binary.Right],
                Syntax.Call call => call.Arguments,
                Syntax.Items items => items.Elements,
                _ => [],
            };
            foreach (Syntax inner in parts.Reverse()) left.Push(inner);
        }
    }
}
