namespace ChainRule.Lessons;

/// <summary>A picture of the lesson.</summary>
/// <param name="Name">What its files are called: the section of the textbook's chapter and what is shown.</param>
/// <param name="Caption">The line below it.</param>
/// <param name="View">What it shows.</param>
/// <param name="Build">Builds its graph, with the names of a language.</param>
public sealed record LessonFigure(
    string Name, Localised Caption, GraphViewOptions View, Func<Language, LessonGraph> Build)
{
    /// <summary>The figure of a formula.</summary>
    /// <param name="name">What its files are called.</param>
    /// <param name="caption">The line below it.</param>
    /// <param name="formula">The formula, with English names.</param>
    /// <param name="values">The values of its variables, such as <c>x=3,y=4</c>.</param>
    /// <param name="view">What it shows; null for values of a folded graph.</param>
    /// <param name="by">By which variables it is differentiated, with commas; null for all, empty for none.</param>
    internal static LessonFigure Of(
        string name,
        Localised caption,
        string formula,
        string values,
        GraphViewOptions? view = null,
        string? by = null) =>
        new(name, caption, view ?? new(), language => LessonGraph.Of(
            Vocabulary.Translate(formula, language),
            Vocabulary.Translate(values, language),
            by is null ? null : Vocabulary.Translate(by, language)));
}
