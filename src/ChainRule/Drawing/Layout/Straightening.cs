namespace ChainRule.Drawing.Layout;

/// <summary>Chooses the links that are drawn straight: the heaviest set in which no two cross.</summary>
internal static class Straightening
{
    /// <summary>Marks the straight ones among the links between two layers.</summary>
    /// <param name="links">In the order of their sources.</param>
    public static void Run(List<Link> links)
    {
        // The heaviest increasing subsequence of the targets' positions.
        var weight = new int[links.Count];
        var before = new int[links.Count];
        int last = -1;
        for (int i = 0; i < links.Count; i++)
        {
            before[i] = -1;
            for (int j = 0; j < i; j++)
            {
                bool crosses = links[j].Target.Position > links[i].Target.Position;
                if (!crosses && (before[i] < 0 || weight[j] > weight[before[i]])) before[i] = j;
            }

            weight[i] = Weight(links[i]) + (before[i] < 0 ? 0 : weight[before[i]]);
            if (last < 0 || weight[i] > weight[last]) last = i;
        }

        for (; last >= 0; last = before[last]) links[last].IsStraight = true;
    }

    // A bend in the middle of a long edge looks worst, one off the trunk best.
    private static int Weight(Link link) =>
        !link.IsFirst && !link.IsLast ? 8 : link.Target == link.Target.Item.Trunk ? 4 : 3;
}
