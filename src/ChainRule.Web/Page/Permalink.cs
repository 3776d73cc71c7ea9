using System.Globalization;
using System.Text;

namespace ChainRule.Web.Page;

/// <summary>
/// A state as the fragment of an address: <c>#f=(x%20%2B%20y)**2&amp;.x=3&amp;.y=4&amp;step=2</c>. What is not known
/// is skipped, so that any link opens.
/// </summary>
internal static class Permalink
{
    // What is longer was not made by the page, which refuses longer formulas too.
    private const int Longest = 40_000;

    // Links to one formula are written again and again.
    private static KnownFormula _known = new("", null);

    /// <summary>Writes a state.</summary>
    public static string Of(PageState state)
    {
        var text = new StringBuilder("#");
        if (state.Area == Area.Lessons)
            text.Append("lesson=").Append(Uri.EscapeDataString(state.Chapter ?? "")).Append('&');
        if (state.Area == Area.Network)
            text.Append("network=").Append(Uri.EscapeDataString(state.Network ?? "")).Append('&');
        text.Append("f=").Append(Uri.EscapeDataString(state.Formula));
        foreach ((string name, string value) in Needed(state).OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            text.Append("&.").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        if (state.By is not null) text.Append("&by=").Append(Uri.EscapeDataString(state.By));
        if (state.IsSecond) text.Append("&second=1");
        if (state.Fold.Count > 0) text.Append("&fold=").Append(Names(state.Fold));
        if (state.Unfold.Count > 0) text.Append("&unfold=").Append(Names(state.Unfold));
        if (state.IsEmbedded) text.Append("&embed=1");
        if (state.Step is { } step) text.Append("&step=").Append(step.ToString(CultureInfo.InvariantCulture));
        if (state.Language != Language.English) text.Append("&lang=").Append(Languages.CodeOf(state.Language));
        return text.ToString();
    }

    /// <summary>Reads a state.</summary>
    /// <param name="fragment">The fragment, with or without #.</param>
    /// <param name="language">The language if it names none.</param>
    public static PageState Read(string fragment, Language language = Language.English)
    {
        fragment = fragment.TrimStart('#');
        PageState first = PageState.First with { Language = language };
        if (fragment.Length is 0 or > Longest) return first;
        PageState state = first;
        foreach (string part in fragment.Split('&'))
        {
            int sign = part.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0) continue;
            string name = Uri.UnescapeDataString(part[..sign]), value = Uri.UnescapeDataString(part[(sign + 1)..]);
            state = name switch
            {
                // Values come behind the formula that they belong to.
                "f" => state with { Formula = value, Values = new Dictionary<string, string>() },
                "lesson" => state with { Area = Area.Lessons, Chapter = value.Length == 0 ? null : value },
                "network" => state with { Area = Area.Network, Network = value.Length == 0 ? null : value },
                "by" => state with { By = value },
                "second" => state with { IsSecond = value == "1" },
                "fold" => state with { Fold = Names(value) },
                "unfold" => state with { Unfold = Names(value) },
                "embed" => state with { IsEmbedded = value == "1" },
                "step" => state with { Step = int.TryParse(value, CultureInfo.InvariantCulture, out int n) ? n : null },
                "lang" => state with { Language = Languages.Of(value) ?? language },
                ['.', .. var variable] when variable.Length > 0 => state.With(variable, value),
                _ => state,
            };
        }

        return state;
    }

    // The page remembers what was typed for variables that the formula has no more; a link need not.
    private static IEnumerable<KeyValuePair<string, string>> Needed(PageState state)
    {
        KnownFormula known = _known.Text == state.Formula ? _known : _known = Read(state.Formula);
        return state.Values.Where(value => known.Variables?.Contains(value.Key) != false);
    }

    private static KnownFormula Read(string formula)
    {
        try
        {
            return new(formula, Expression.Parse(formula).Variables);
        }
        catch (ExpressionException)
        {
            return new(formula, null);
        }
    }

    private static string Names(IReadOnlyList<string> names) => Uri.EscapeDataString(string.Join(',', names));

    private static string[] Names(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A formula with its variables; null if it cannot be read.</summary>
    private sealed record KnownFormula(string Text, IReadOnlyList<string>? Variables);
}
