using ChainRule.Formulas;

namespace ChainRule.Tests.Formulas;

/// <summary>The number that a term of numbers stands for, worked out on its own.</summary>
internal static class TermValue
{
    public static double Of(Term term, IReadOnlyDictionary<string, double> values) => term switch
    {
        Term.Number number => number.Value,
        Term.Name name => values[name.Text],
        Term.Sum sum => sum.Terms.Sum(part => Of(part, values)),
        Term.Product product => product.Factors.Aggregate(1.0, (value, factor) => value * Of(factor, values)),
        Term.Chain chain => chain.Factors.Aggregate(1.0, (value, factor) => value * Of(factor, values)),
        Term.Power power => Math.Pow(Of(power.Base, values), Of(power.Exponent, values)),
        Term.Indicator indicator => Of(indicator.Condition, values),
        Term.Comparison comparison => Holds(comparison, values) ? 1 : 0,
        Term.Choice choice => Of(Of(choice.Condition, values) != 0 ? choice.Then : choice.Otherwise, values),
        Term.Call call => Called(call.Function, Of(call.Arguments[0], values)),
        _ => throw new NotSupportedException(term.Key),
    };

    private static bool Holds(Term.Comparison comparison, IReadOnlyDictionary<string, double> values)
    {
        (double a, double b) = (Of(comparison.Left, values), Of(comparison.Right, values));
        return comparison.Sign switch { "<" => a < b, ">" => a > b, "≤" => a <= b, "≥" => a >= b, _ => a == b };
    }

    private static double Called(string function, double x) => function switch
    {
        "sin" => Math.Sin(x),
        "cos" => Math.Cos(x),
        "tanh" => Math.Tanh(x),
        "exp" => Math.Exp(x),
        "ln" => Math.Log(x),
        "σ" => 1 / (1 + Math.Exp(-x)),
        "ReLU" => Math.Max(x, 0),
        "abs" => Math.Abs(x),
        "sign" => Math.Sign(x),
        _ => throw new NotSupportedException(function),
    };
}
