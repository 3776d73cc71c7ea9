namespace ChainRule.Formulas;

/// <summary>Plain text with the signs of Unicode: 2(x + y), x² / √y.</summary>
internal class UnicodeNotation : Notation
{
    private const string High = "⁰¹²³⁴⁵⁶⁷⁸⁹", Low = "₀₁₂₃₄₅₆₇₈₉", Struck = "\u0336";

    public static UnicodeNotation Instance { get; } = new();

    public override bool StacksFractions => false;

    public override string Operator(string sign) => $" {sign} ";

    public override string Negative(string term) => "−" + term;

    public override string Name(string name) => name;

    public override string Call(string function, string[] arguments) => function switch
    {
        "abs" => $"|{arguments[0]}|",
        "floor" => $"⌊{arguments[0]}⌋",
        _ => $"{Indexed(function)}({string.Join(", ", arguments)})",
    };

    public override string Derivative(Term.Derivative derivative)
    {
        (string top, string bottom) = ($"∂{derivative.Of}", $"∂{derivative.By}");
        if (derivative.IsTopCancelled) top = Strike(top);
        if (derivative.IsBottomCancelled) bottom = Strike(bottom);
        return $"{top}/{bottom}";
    }

    public override string Brackets(string open, string term, string close) => open + term + close;

    public override string Fraction(string top, string bottom) => $"{top} / {bottom}";

    public override string Power(string of, string exponent) =>
        of + (exponent.All(static c => char.IsAsciiDigit(c) || c == '−')
            ? string.Concat(exponent.Select(static c => c == '−' ? '⁻' : High[c - '0']))
            : exponent.All(char.IsLetterOrDigit) ? $"^{exponent}" : $"^({exponent})");

    public override string Transposed(string of) => of + "ᵀ";

    public override string Root(string of) => of.All(char.IsLetterOrDigit) ? $"√{of}" : $"√({of})";

    public override string Choice(string condition, string then, string otherwise) =>
        $"{{{then} if {condition}, else {otherwise}}}";

    protected override string Digits(string number) => number;

    // sum₀ is the sum along axis 0.
    private static string Indexed(string function)
    {
        (string stem, string index) = NameParts.Of(function);
        return index.All(char.IsAsciiDigit) && function.Contains('_', StringComparison.Ordinal)
            ? stem + string.Concat(index.Select(static c => Low[c - '0']))
            : function;
    }

    private static string Strike(string text) =>
        string.Concat(text.EnumerateRunes().Select(static rune => rune.ToString() + Struck));
}
