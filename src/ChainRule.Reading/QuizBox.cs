using System.Globalization;
using ChainRule.Lessons;

namespace ChainRule.Reading;

/// <summary>A box of the exercise: a derivative that the reader fills in.</summary>
internal sealed class QuizBox
{
    // Readers round.
    private const double Tolerance = 1e-3;

    private readonly double _right;

    private QuizBox(int number, string label, double right) => (Number, Label, _right) = (number, label, right);

    /// <summary>Its number, from 0.</summary>
    public int Number { get; }

    /// <summary>Where it is: on the arrow of which value.</summary>
    public string Label { get; }

    /// <summary>What the reader has typed.</summary>
    public string Answer { get; set; } = "";

    /// <summary>Whether that is right; null if it was not checked.</summary>
    public bool? IsRight { get; set; }

    /// <summary>The boxes of the apples and oranges, from right to left.</summary>
    public static IReadOnlyList<QuizBox> All(Language language)
    {
        Lesson fruit = Chapter.Lessons.First(static lesson => lesson.Name == "apple-orange");
        LessonGraph graph = fruit.Build(language);
        return
        [
            .. GraphSteps.Of(graph.Result).OfType<GraphStep.Backward>().Select(static (step, i) =>
                new QuizBox(i, LabelOf(step.Input), step.Contribution.Exact!.Value)),
        ];
    }

    /// <summary>Compares the answer with the derivative.</summary>
    public void Check() => IsRight = NumberOf(Answer) is { } answer && Math.Abs(answer - _right) <= Tolerance * _right;

    /// <summary>Fills in the right answer.</summary>
    public void Reveal() => (Answer, IsRight) = (_right.ToString("G6", CultureInfo.InvariantCulture), true);

    private static double? NumberOf(string text) => double.TryParse(
        text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        ? number
        : null;

    // What has no name is told by its value: v1 says nothing here.
    private static string LabelOf(GraphValue value) =>
        value.Name.StartsWith('v') && value.Name.Skip(1).All(char.IsDigit)
            ? $"{value.Text}"
            : $"{value.Name} = {value.Text}";
}
