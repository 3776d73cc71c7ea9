using System.Text;

namespace ChainRule.Formulas;

/// <summary>TeX, as LaTeX, KaTeX and MathJax read it; LaTeX with the package <c>cancel</c>.</summary>
internal sealed class TexNotation : Notation
{
    private const string GreekLetters = "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ";

    private static readonly string[] GreekNames =
        ("alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon varphi "
        + "chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega").Split(' ');

    public static TexNotation Instance { get; } = new();

    public override bool StacksFractions => true;

    public override string Operator(string sign) => sign switch
    {
        "−" => " - ",
        "·" => @" \cdot ",
        "⊙" => @" \odot ",
        "≤" => @" \le ",
        "≥" => @" \ge ",
        "≠" => @" \ne ",
        _ => $" {sign} ",
    };

    public override string Negative(string term) => "-" + term;

    public override string Name(string name)
    {
        (string stem, string index) = NameParts.Of(name);
        return index.Length == 0 ? Stem(stem) : $"{Stem(stem)}_{{{Inner(index)}}}";
    }

    public override string Call(string function, string[] arguments)
    {
        string all = string.Join(", ", arguments);
        (string stem, string index) = NameParts.Of(function);
        string below = index.Length == 0 ? "" : $"_{{{index}}}";
        return function switch
        {
            "abs" => $@"\left|{all}\right|",
            "floor" => $@"\lfloor {all} \rfloor",
            "exp" => $"e^{{{all}}}",
            "σ" => $@"\sigma\left({all}\right)",
            "ln" or "sin" or "cos" or "tan" or "sinh" or "cosh" or "tanh" or "max" or "min" =>
                $@"\{function}\left({all}\right)",
            "asin" or "acos" or "atan" => $@"\arc{function[1..]}\left({all}\right)",
            _ => $@"\operatorname{{{Inner(stem)}}}{below}\left({all}\right)",
        };
    }

    public override string Derivative(Term.Derivative derivative)
    {
        (string top, string bottom) = ($@"\partial {Name(derivative.Of)}", $@"\partial {Name(derivative.By)}");
        if (derivative.IsTopCancelled) top = $@"\cancel{{{top}}}";
        if (derivative.IsBottomCancelled) bottom = $@"\cancel{{{bottom}}}";
        return Fraction(top, bottom);
    }

    public override string Brackets(string open, string term, string close) => $@"\left{open}{term}\right{close}";

    public override string Fraction(string top, string bottom) => $@"\frac{{{top}}}{{{bottom}}}";

    public override string Power(string of, string exponent) =>
        of.Length == 1 ? $"{of}^{{{exponent}}}" : $"{{{of}}}^{{{exponent}}}";

    public override string Transposed(string of) => Power(of, @"	op");

    public override string Root(string of) => $@"\sqrt{{{of}}}";

    public override string Choice(string condition, string then, string otherwise) =>
        $@"\begin{{cases}} {then} & {condition} \\ {otherwise} & \text{{else}} \end{{cases}}";

    protected override string Digits(string number)
    {
        if (number == "∞") return @"\infty";
        int e = number.IndexOf('e', StringComparison.Ordinal);
        return e < 0 ? number.Replace("NaN", @"\mathrm{NaN}", StringComparison.Ordinal)
            : $@"{number[..e]} \cdot 10^{{{number[(e + 1)..]}}}";
    }

    private static string Stem(string stem) =>
        stem.Length == 1 && GreekLetters.IndexOf(stem[0], StringComparison.Ordinal) is >= 0 and var i
            ? $@"\{GreekNames[i]}"
        : NameParts.IsLetter(stem) && char.IsAscii(stem[0]) && char.IsLetter(stem[0]) ? stem
        : stem.All(char.IsAsciiLetter) ? $@"\mathit{{{stem}}}"
        : $@"\text{{{Inner(stem)}}}";

    // What TeX would take for a command stands for itself.
    private static string Inner(string text)
    {
        var inner = new StringBuilder();
        foreach (char c in text)
        {
            inner.Append(c switch
            {
                '\\' => @"\textbackslash{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '{' or '}' or '_' or '$' or '%' or '#' or '&' => $@"\{c}",
                _ => c.ToString(),
            });
        }

        return inner.ToString();
    }
}
