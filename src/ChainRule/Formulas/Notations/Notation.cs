
namespace ChainRule.Formulas;

/// <summary>A language that formulas can be written in: the signs, and how they are put together.</summary>
internal abstract class Notation
{
    /// <summary>Whether a fraction is written as one thing above another, so that neither needs brackets.</summary>
    public abstract bool StacksFractions { get; }

    /// <summary>A sign between two terms, with the space that belongs to it.</summary>
    public abstract string Operator(string sign);

    /// <summary>A minus in front.</summary>
    public abstract string Negative(string term);

    /// <summary>A number that is not negative.</summary>
    public string Number(double value) => Digits(ValueText.OfNumber(value));

    /// <summary>A value's name.</summary>
    public abstract string Name(string name);

    /// <summary>A function of some arguments.</summary>
    public abstract string Call(string function, string[] arguments);

    /// <summary>∂a/∂b.</summary>
    public abstract string Derivative(Term.Derivative derivative);

    /// <summary>Brackets around a term.</summary>
    public abstract string Brackets(string open, string term, string close);

    /// <summary>A fraction.</summary>
    public abstract string Fraction(string top, string bottom);

    /// <summary>A power.</summary>
    public abstract string Power(string of, string exponent);

    /// <summary>A transposed matrix.</summary>
    public abstract string Transposed(string of);

    /// <summary>A square root.</summary>
    public abstract string Root(string of);

    /// <summary>One value where a condition holds, another one elsewhere.</summary>
    public abstract string Choice(string condition, string then, string otherwise);

    /// <summary>What stands between a number and what it multiplies; nothing to see.</summary>
    public virtual string Times => "";

    /// <summary>A number's digits.</summary>
    protected abstract string Digits(string number);
}
