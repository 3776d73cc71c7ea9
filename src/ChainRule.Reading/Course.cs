using ChainRule.Lessons;

namespace ChainRule.Reading;

/// <summary>The whole course on backpropagation, chapter by chapter.</summary>
internal static class Course
{
    /// <summary>The chapters in order.</summary>
    public static IReadOnlyList<CourseChapter> Chapters { get; } =
    [
        WhySlow.Chapter, Graphs.Chapter, LocalSteps.Chapter, Chain.Chapter, Nodes.Chapter, Activations.Chapter,
        AffineLayers.Chapter, SoftmaxLoss.Chapter, Checking.Chapter, Training.Chapter,
    ];

    /// <summary>The figures of the lesson by name.</summary>
    public static IReadOnlyDictionary<string, LessonFigure> Figures { get; } =
        Chapter.Lessons.SelectMany(static lesson => lesson.Figures).ToDictionary(static figure => figure.Name);

    /// <summary>The chapter of a name; the first if there is none.</summary>
    public static CourseChapter Find(string? name) =>
        Chapters.FirstOrDefault(chapter => chapter.Name == name) ?? Chapters[0];
}
