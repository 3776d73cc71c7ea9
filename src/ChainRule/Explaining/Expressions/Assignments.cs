namespace ChainRule.Explaining;

/// <summary>Reads names with their values: <c>x=3,y=[1,2]</c>.</summary>
internal static class Assignments
{
    /// <summary>The values, by name.</summary>
    /// <exception cref="ExpressionException">It cannot be read.</exception>
    public static IReadOnlyDictionary<string, Tensor> Read(string text)
    {
        var values = new Dictionary<string, Tensor>();
        foreach ((int start, int end) in Parts(text))
        {
            string part = text[start..end];
            int sign = part.IndexOf('=', StringComparison.Ordinal);
            string name = sign < 0 ? "" : part[..sign].Trim();
            var place = new TextPlace(start, Math.Max(0, end - start));
            if (name.Length == 0)
                throw new ExpressionException("Names with their values are needed, such as x=3,y=4.", text, place);
            if (values.ContainsKey(name)) throw new ExpressionException($"“{name}” gets two values.", text, place);
            try
            {
                values.Add(name, Expression.ParseValue(part[(sign + 1)..], name));
            }
            catch (ExpressionException wrong)
            {
                throw new ExpressionException(
                    wrong.Message, text, new(start + sign + 1 + wrong.Start, wrong.Length), wrong);
            }
        }

        return values;
    }

    // What stands between commas outside of brackets.
    private static IEnumerable<(int Start, int End)> Parts(string text)
    {
        int depth = 0, start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            bool ends = i == text.Length || (text[i] == ',' && depth <= 0);
            if (ends && (i > start || text.Length > 0)) yield return (start, i);
            if (ends) start = i + 1;
            else if (text[i] is '[' or '(') depth++;
            else if (text[i] is ']' or ')') depth--;
        }
    }
}
