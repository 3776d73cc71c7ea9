using ChainRule.Graphs;

namespace ChainRule.Drawing.Scenes;

/// <summary>What is folded into a box.</summary>
/// <param name="Values">The names of values that are drawn as one box with all steps that only lead to them.</param>
/// <param name="Open">Groups that stay open: names of functions, of layers, or paths such as <c>net/conv1</c>.</param>
internal sealed record Folding(IReadOnlyCollection<string> Values, IReadOnlyCollection<string> Open)
{
    /// <summary>The name that means all groups.</summary>
    public const string All = "all";

    /// <summary>Whether a group is folded.</summary>
    public bool Folds(Scope scope) => !Open.Contains(All) && !Open.Contains(scope.Name) && !Open.Contains(scope.Path);
}
