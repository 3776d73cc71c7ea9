namespace ChainRule.Web.Page;

/// <summary>What the page shows: all that a link to it must say.</summary>
public sealed record PageState
{
    /// <summary>The part of the page.</summary>
    public Area Area { get; init; }

    /// <summary>The chapter of the lesson that is open; null for the first.</summary>
    public string? Chapter { get; init; }

    /// <summary>What the live network trains, as a line of settings; null for the usual.</summary>
    public string? Network { get; init; }

    /// <summary>The formula.</summary>
    public string Formula { get; init; } = "t = x + y; z = t**2";

    /// <summary>The values of its variables as they were typed, and perhaps more.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>By which variable is differentiated; null for all.</summary>
    public string? By { get; init; }

    /// <summary>Whether the derivative's own graph is shown.</summary>
    public bool IsSecond { get; init; }

    /// <summary>The values that are drawn as one box with the steps that lead to them.</summary>
    public IReadOnlyList<string> Fold { get; init; } = [];

    /// <summary>What is unfolded: names of functions, or elements.</summary>
    public IReadOnlyList<string> Unfold { get; init; } = [];

    /// <summary>Whether the page is part of another one: the graph and its steps, nothing around them.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>How many steps are done; null for all of them.</summary>
    public int? Step { get; init; }

    /// <summary>The language.</summary>
    public Language Language { get; init; }

    /// <summary>What the page begins with.</summary>
    public static PageState First { get; } = new()
    {
        Values = new Dictionary<string, string> { ["x"] = "3", ["y"] = "4" },
    };

    /// <summary>The same with a name folded or not.</summary>
    public PageState TurnFold(string name) => this with { Fold = Turn(Fold, name), Step = null };

    /// <summary>The same with a name unfolded or not.</summary>
    public PageState TurnUnfold(string name) => this with { Unfold = Turn(Unfold, name), Step = null };

    /// <summary>The same with another value of a variable.</summary>
    public PageState With(string variable, string value) => this with
    {
        Values = new Dictionary<string, string>(Values) { [variable] = value },
    };

    private static string[] Turn(IReadOnlyList<string> names, string name) =>
        names.Contains(name) ? [.. names.Where(other => other != name)] : [.. names, name];
}
