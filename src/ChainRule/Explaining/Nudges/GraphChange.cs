using System.Globalization;
using ChainRule.Formulas;

namespace ChainRule;

/// <summary>What a nudge makes of one value of a graph.</summary>
/// <param name="Name">What the value is called.</param>
/// <param name="Op">The node that computes it, such as <c>add</c>; nothing for a leaf.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Before">The elements before.</param>
/// <param name="After">The elements after.</param>
public sealed record GraphChange(
    string Name, string Op, Shape Shape, IReadOnlyList<double> Before, IReadOnlyList<double> After)
{
    // More are told by their shape.
    private const int MostElements = 6;

    /// <summary>How the elements have changed: after − before.</summary>
    public IReadOnlyList<double> Delta => [.. After.Zip(Before, static (after, before) => after - before)];

    /// <summary>Whether an element has changed.</summary>
    public bool IsChanged => After.Zip(Before, static (after, before) => !after.Equals(before)).Any(static x => x);

    /// <summary>
    /// The value before as text: a number with up to twelve digits, elements with six, of many elements the shape.
    /// </summary>
    public string BeforeText => Text(Before);

    /// <summary>The value after as text.</summary>
    public string AfterText => Text(After);

    /// <summary>The changes as text, with six digits; of more than six elements the largest in magnitude.</summary>
    public string DeltaText => Shape.Length <= MostElements
        ? Text(Delta, ValueText.OfNumber)
        : $"max {ValueText.OfNumber(Delta.MaxBy(Math.Abs))}";

    private string Text(IReadOnlyList<double> elements, Func<double, string> write) =>
        Shape.IsScalar ? write(elements[0])
        : Shape.Length <= MostElements ? $"[{string.Join(", ", elements.Select(write))}]"
        : ValueText.OfShape(Shape);

    private string Text(IReadOnlyList<double> elements) => Text(elements, Shape.IsScalar ? Exact : ValueText.OfNumber);

    private static string Exact(double number) => !double.IsFinite(number) || number == 0
        ? ValueText.OfNumber(number)
        : number.ToString(
            Math.Abs(number) is >= 1e-4 and < 1e9 ? "G12" : "0.###########e0", CultureInfo.InvariantCulture);
}
