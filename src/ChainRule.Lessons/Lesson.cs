namespace ChainRule.Lessons;

/// <summary>An example of the textbook's chapter on backpropagation.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Formula">The formula.</param>
/// <param name="Values">The values of its variables, such as <c>x=3,y=4</c>.</param>
/// <param name="Figures">Its pictures.</param>
public sealed record Lesson(
    string Name, Localised Title, string Formula, string Values, IReadOnlyList<LessonFigure> Figures)
{
    /// <summary>The formula with the names of a language.</summary>
    public string FormulaIn(Language language) => Vocabulary.Translate(Formula, language);

    /// <summary>The values with the names of a language.</summary>
    public string ValuesIn(Language language) => Vocabulary.Translate(Values, language);

    /// <summary>The graph, with the names of a language.</summary>
    public LessonGraph Build(Language language) => LessonGraph.Of(FormulaIn(language), ValuesIn(language), null);
}
