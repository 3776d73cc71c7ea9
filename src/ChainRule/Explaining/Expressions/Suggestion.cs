namespace ChainRule.Explaining;

/// <summary>Finds what a misspelt word was meant to be.</summary>
internal static class Suggestion
{
    /// <summary>The nearest of the known words; null if none is near.</summary>
    public static string? For(string word, IEnumerable<string> known)
    {
        // About one slip in three letters: more would suggest words that only happen to be short.
        int limit = word.Length / 3;
        return known.Where(candidate => Math.Abs(candidate.Length - word.Length) <= limit)
            .Select(candidate => (Word: candidate, Distance: Distance(word, candidate)))
            .Where(pair => pair.Distance <= limit)
            .OrderBy(static pair => pair.Distance)
            .Select(static pair => pair.Word)
            .FirstOrDefault();
    }

    // Damerau (1964), optimal string alignment: letters inserted, left out, changed, or swapped with the next one.
    private static int Distance(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) distance[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) distance[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int change = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(change, 1 + Math.Min(distance[i - 1, j], distance[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
            }
        }

        return distance[a.Length, b.Length];
    }
}
