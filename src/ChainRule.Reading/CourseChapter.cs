using ChainRule.Lessons;

namespace ChainRule.Reading;

/// <summary>A chapter of the course: short text with figures and things to do.</summary>
/// <param name="Name">What it is called in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Blocks">What it consists of.</param>
public sealed record CourseChapter(string Name, Localised Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>A paragraph.</summary>
    public static Block Text(string english, string chinese, string japanese) =>
        new Block.Paragraph(new(english, chinese, japanese));
}
