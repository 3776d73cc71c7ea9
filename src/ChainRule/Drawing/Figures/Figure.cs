namespace ChainRule.Drawing.Figures;

/// <summary>A picture of a graph: where everything is, whatever it is drawn with.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Marks">What is drawn, in order.</param>
/// <param name="Title">What it is a picture of.</param>
/// <param name="Description">The graph in words, step by step.</param>
/// <param name="Language">The language of these words.</param>
internal sealed record Figure(
    double Width,
    double Height,
    IReadOnlyList<Mark> Marks,
    string Title,
    string Description,
    Language Language);
