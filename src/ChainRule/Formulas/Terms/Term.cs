using System.Globalization;

namespace ChainRule.Formulas;

/// <summary>A mathematical expression, to be written rather than computed. Terms are equal if their keys are.</summary>
internal abstract class Term(string key, int size)
{
    /// <summary>Tells terms apart.</summary>
    public string Key { get; } = key;

    /// <summary>How many signs and names it consists of, roughly.</summary>
    public int Size { get; } = size;

    /// <summary>Whether it stands for more than one number.</summary>
    public virtual bool IsTensor => false;

    private static int SizeOf(IEnumerable<Term> terms) => 1 + terms.Sum(static term => term.Size);

    private static string KeyOf(string kind, IEnumerable<Term> terms) =>
        $"{kind}({string.Join(',', terms.Select(static term => term.Key))})";

    /// <summary>A number.</summary>
    public sealed class Number(double value) : Term(value.ToString("R", CultureInfo.InvariantCulture), 1)
    {
        public double Value { get; } = value;
    }

    /// <summary>A value that has a name, or a literal.</summary>
    public sealed class Name(string text, bool isTensor = false) : Term($"'{text}'", 1)
    {
        public string Text { get; } = text;

        public override bool IsTensor { get; } = isTensor;
    }

    /// <summary>∂a/∂b, perhaps with one of both crossed out because it cancels with a neighbour.</summary>
    public sealed class Derivative(
        string of, string by, bool isTopCancelled = false, bool isBottomCancelled = false, bool isTensor = false)
        : Term($"∂{of}/∂{by}", 2)
    {
        public override bool IsTensor { get; } = isTensor;

        public string Of { get; } = of;

        public string By { get; } = by;

        public bool IsTopCancelled { get; } = isTopCancelled;

        public bool IsBottomCancelled { get; } = isBottomCancelled;
    }

    /// <summary>a + b + …</summary>
    public sealed class Sum(Term[] terms) : Term(KeyOf("+", terms), SizeOf(terms))
    {
        public Term[] Terms { get; } = terms;

        public override bool IsTensor => Terms.Any(static term => term.IsTensor);
    }

    /// <summary>a b …, in which powers with a negative exponent are divisors and a number comes first.</summary>
    public sealed class Product(Term[] factors) : Term(KeyOf("*", factors), SizeOf(factors))
    {
        public Term[] Factors { get; } = factors;

        public override bool IsTensor => Factors.Any(static factor => factor.IsTensor);
    }

    /// <summary>Factors that are written one after the other as they are, numbers too: 2t · 1.</summary>
    public sealed class Chain(Term[] factors) : Term(KeyOf("·", factors), SizeOf(factors))
    {
        public Term[] Factors { get; } = factors;

        public override bool IsTensor => Factors.Any(static factor => factor.IsTensor);
    }

    /// <summary>a to the power of b.</summary>
    public sealed class Power(Term of, Term exponent) : Term(KeyOf("^", [of, exponent]), SizeOf([of, exponent]))
    {
        public Term Base { get; } = of;

        public Term Exponent { get; } = exponent;

        public override bool IsTensor => Base.IsTensor || Exponent.IsTensor;
    }

    /// <summary>f(a, b, …).</summary>
    public sealed class Call(string function, Term[] arguments, bool isTensor)
        : Term(KeyOf(function, arguments), SizeOf(arguments))
    {
        public string Function { get; } = function;

        public Term[] Arguments { get; } = arguments;

        public override bool IsTensor { get; } = isTensor;
    }

    /// <summary>A product of matrices and vectors.</summary>
    public sealed class MatrixProduct(Term left, Term right, bool isTensor)
        : Term(KeyOf("@", [left, right]), SizeOf([left, right]))
    {
        public Term Left { get; } = left;

        public Term Right { get; } = right;

        public override bool IsTensor { get; } = isTensor;
    }

    /// <summary>A transposed matrix.</summary>
    public sealed class Transposed(Term of) : Term($"T({of.Key})", of.Size + 1)
    {
        public Term Of { get; } = of;

        public override bool IsTensor => true;
    }

    /// <summary>a &lt; b and the like.</summary>
    public sealed class Comparison(Term left, string sign, Term right)
        : Term(KeyOf(sign, [left, right]), SizeOf([left, right]))
    {
        public Term Left { get; } = left;

        public string Sign { get; } = sign;

        public Term Right { get; } = right;

        public override bool IsTensor => Left.IsTensor || Right.IsTensor;
    }

    /// <summary>[condition], which is 1 where the condition holds and 0 elsewhere (Iverson's bracket).</summary>
    public sealed class Indicator(Term condition) : Term($"[{condition.Key}]", condition.Size + 1)
    {
        public Term Condition { get; } = condition;

        public override bool IsTensor => Condition.IsTensor;
    }

    /// <summary>One value where a condition holds, another one elsewhere.</summary>
    public sealed class Choice(Term condition, Term then, Term otherwise)
        : Term(KeyOf("?", [condition, then, otherwise]), SizeOf([condition, then, otherwise]))
    {
        public Term Condition { get; } = condition;

        public Term Then { get; } = then;

        public Term Otherwise { get; } = otherwise;

        public override bool IsTensor => Then.IsTensor || Otherwise.IsTensor || Condition.IsTensor;
    }

    /// <summary>a = b = …</summary>
    public sealed class Equation(Term[] sides) : Term(KeyOf("=", sides), SizeOf(sides))
    {
        public Term[] Sides { get; } = sides;
    }
}
