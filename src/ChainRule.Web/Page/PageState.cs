using System.Collections.Immutable;

namespace ChainRule.Web.Page;

/// <summary>What the page shows: all that a link to it must say.</summary>
public sealed record PageState
{
    /// <summary>The part of the page.</summary>
    public Area Area { get; init; }

    /// <summary>The chapter of the lesson that is open; null for the first.</summary>
    public string? Chapter { get; init; }

    /// <summary>The formula.</summary>
    public string Formula { get; init; } = "t = x + y; z = t**2";

    /// <summary>The values of its variables as they were typed, and perhaps more.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>By which variable is differentiated; null for all.</summary>
    public string? By { get; init; }

    /// <summary>Whether the derivative's own graph is shown.</summary>
    public bool IsSecond { get; init; }

    /// <summary>How many steps are done; null for all of them.</summary>
    public int? Step { get; init; }

    /// <summary>The language.</summary>
    public Language Language { get; init; }

    /// <summary>What the page begins with.</summary>
    public static PageState First { get; } = new()
    {
        Values = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add("x", "3").Add("y", "4"),
    };

    /// <summary>The same with another value of a variable.</summary>
    public PageState With(string variable, string value) => this with { Values = Values.SetItem(variable, value) };
}
