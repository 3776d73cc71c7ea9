using ChainRule.Lessons;
using ChainRule.Web.Page;

namespace ChainRule.Web.Workbench;

/// <summary>Something to begin with.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Formula">The formula.</param>
/// <param name="Values">The values of its variables, such as <c>x=3,y=4</c>.</param>
internal sealed record Example(string Title, string Formula, string Values)
{
    private static readonly string[] Chosen = ["square", "apple", "apple-orange", "sigmoid", "softmax-with-loss"];

    /// <summary>Those of the lesson that are good to begin with, in a language.</summary>
    public static IEnumerable<Example> In(Language language) => Chosen
        .Select(static name => Chapter.Lessons.First(lesson => lesson.Name == name))
        .Select(lesson => new Example(
            lesson.Title.In(language), lesson.FormulaIn(language), lesson.ValuesIn(language)));

    /// <summary>The state that shows it.</summary>
    public PageState Show(PageState state)
    {
        PageState shown = state with
        {
            Formula = Formula,
            Values = new Dictionary<string, string>(),
            By = null,
            IsSecond = false,
            Fold = [],
            Unfold = [],
            Step = null,
        };
        foreach ((string name, Tensor value) in Expression.ParseValues(Values))
            shown = shown.With(name, TensorText.Of(value));
        return shown;
    }
}
