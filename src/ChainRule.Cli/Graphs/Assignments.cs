namespace ChainRule.Cli;

/// <summary>Reads what stands behind --at: <c>x=3,y=[1,2]</c>.</summary>
internal static class Assignments
{
    /// <summary>The values, by name.</summary>
    /// <exception cref="WrongInputException">It cannot be read.</exception>
    public static IReadOnlyDictionary<string, Tensor> Read(string text)
    {
        var values = new Dictionary<string, Tensor>();
        foreach (string part in Parts(text))
        {
            int sign = part.IndexOf('=', StringComparison.Ordinal);
            string name = sign < 0 ? "" : part[..sign].Trim();
            if (name.Length == 0)
                throw new WrongInputException(
                    $"--at must be names with their values, such as x=3,y=4, but was '{text}'");
            if (values.ContainsKey(name)) throw new WrongInputException($"--at gives {name} two values");
            try
            {
                values.Add(name, Expression.ParseValue(part[(sign + 1)..], name));
            }
            catch (ExpressionException wrong)
            {
                throw new WrongInputException($"--at {name}: {ErrorText.Of(wrong)}", wrong.Snippet);
            }
        }

        return values;
    }

    // What stands between commas outside of brackets.
    private static IEnumerable<string> Parts(string text)
    {
        int depth = 0, start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            bool ends = i == text.Length || (text[i] == ',' && depth <= 0);
            if (ends && (i > start || text.Length > 0)) yield return text[start..i];
            if (ends) start = i + 1;
            else if (text[i] is '[' or '(') depth++;
            else if (text[i] is ']' or ')') depth--;
        }
    }
}
