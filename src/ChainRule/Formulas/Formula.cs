using ChainRule.Formulas;

namespace ChainRule;

/// <summary>
/// A formula that can be read by people: <c>∂z/∂x = 2(x + y)</c>. Equal terms are collected and what cancels is left
/// out, so that it may have a value at single points where the graph has none, or another one: x/x is 1.
/// </summary>
public sealed class Formula
{
    private readonly Term _term;

    internal Formula(Term term) => _term = term;

    /// <summary>In TeX, without dollar signs. Crossing out is <c>\cancel</c>, of the package of that name.</summary>
    public string Tex => new TermWriter(TexNotation.Instance).Write(_term);

    /// <summary>In MathML Core: an element <c>math</c>, for a paragraph of its own.</summary>
    public string MathMl =>
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\"><mrow>"
        + new TermWriter(MathMlNotation.Instance).Write(_term) + "</mrow></math>";

    /// <summary>In plain text: <c>2(x + y)</c>, <c>x² / √y</c>.</summary>
    public override string ToString() => new TermWriter(UnicodeNotation.Instance).Write(_term);

    /// <summary>For pictures: see <see cref="StackedNotation"/>.</summary>
    internal string Stacked => new TermWriter(StackedNotation.Instance).Write(_term);

    /// <summary>Several sides of an equation.</summary>
    internal static Formula Equal(params IEnumerable<Term> sides)
    {
        var different = new List<Term>();
        foreach (Term side in sides)
        {
            if (different.Count == 0 || different[^1].Key != side.Key) different.Add(side);
        }

        return new(new Term.Equation([.. different]));
    }
}
