using System.Globalization;
using System.Net;

namespace ChainRule.Formulas;

/// <summary>MathML Core, which browsers show without any script.</summary>
internal sealed class MathMlNotation : Notation
{
    // Core has no element for crossing out.
    private const string Strike =
        "<mrow style=\"background:linear-gradient("
        + "to top right,transparent 47%,currentColor 47% 53%,transparent 53%)\">";

    public static MathMlNotation Instance { get; } = new();

    public override bool StacksFractions => true;

    public override string Times => "<mo>&#x2062;</mo>";

    public override string Operator(string sign) => $"<mo>{Text(sign)}</mo>";

    public override string Negative(string term) => $"<mrow><mo form=\"prefix\">−</mo>{term}</mrow>";

    public override string Name(string name)
    {
        (string stem, string index) = NameParts.Of(name);
        return index.Length == 0 ? Identifier(stem) : $"<msub>{Identifier(stem)}{Index(index)}</msub>";
    }

    public override string Call(string function, string[] arguments)
    {
        string all = string.Join("<mo>,</mo>", arguments);
        if (function == "exp") return $"<msup><mi>e</mi><mrow>{all}</mrow></msup>";
        if (function == "abs") return Brackets("|", all, "|");
        if (function == "floor") return Brackets("⌊", all, "⌋");
        return $"<mrow>{Name(function)}<mo>&#x2061;</mo>{Brackets("(", all, ")")}</mrow>";
    }

    public override string Derivative(Term.Derivative derivative) => Fraction(
        Differential(derivative.Of, derivative.IsTopCancelled),
        Differential(derivative.By, derivative.IsBottomCancelled));

    public override string Brackets(string open, string term, string close) =>
        $"<mrow><mo form=\"prefix\">{open}</mo>{term}<mo form=\"postfix\">{close}</mo></mrow>";

    public override string Fraction(string top, string bottom) =>
        $"<mfrac><mrow>{top}</mrow><mrow>{bottom}</mrow></mfrac>";

    public override string Power(string of, string exponent) =>
        $"<msup><mrow>{of}</mrow><mrow>{exponent}</mrow></msup>";

    public override string Transposed(string of) => Power(of, "<mo>⊤</mo>");

    public override string Root(string of) => $"<msqrt>{of}</msqrt>";

    public override string Choice(string condition, string then, string otherwise) =>
        "<mrow><mo form=\"prefix\">{</mo><mtable>"
        + $"<mtr><mtd>{then}</mtd><mtd>{condition}</mtd></mtr>"
        + $"<mtr><mtd>{otherwise}</mtd><mtd><mtext>else</mtext></mtd></mtr></mtable></mrow>";

    protected override string Digits(string number)
    {
        int e = number.IndexOf('e', StringComparison.Ordinal);
        return e < 0
            ? $"<mn>{number}</mn>"
            : $"<mrow><mn>{number[..e]}</mn><mo>·</mo><msup><mn>10</mn><mn>{number[(e + 1)..]}</mn></msup></mrow>";
    }

    private static string Index(string index) =>
        int.TryParse(index, CultureInfo.InvariantCulture, out _) ? $"<mn>{index}</mn>" : Identifier(index);

    private static string Identifier(string text) => $"<mi>{Text(text)}</mi>";

    private string Differential(string name, bool isCancelled) =>
        $"{(isCancelled ? Strike : "<mrow>")}<mo form=\"prefix\">∂</mo>{Name(name)}</mrow>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
