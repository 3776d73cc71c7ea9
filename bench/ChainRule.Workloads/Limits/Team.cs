namespace ChainRule.Workloads.Limits;

/// <summary>Runs the same work on several threads at once.</summary>
internal static class Team
{
    /// <summary>Calls the work with each member's number and the number of members.</summary>
    public static void Run(int members, Action<int, int> work)
    {
        if (members == 1)
        {
            work(0, 1);
            return;
        }

        Parallel.For(
            0, members, new ParallelOptions { MaxDegreeOfParallelism = members }, member => work(member, members));
    }
}
