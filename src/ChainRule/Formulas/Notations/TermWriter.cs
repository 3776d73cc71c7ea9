namespace ChainRule.Formulas;

/// <summary>Writes terms in a notation, with the brackets that they need and no more.</summary>
internal sealed class TermWriter(Notation notation)
{
    /// <summary>Writes a term.</summary>
    public string Write(Term term) => Written(term).Text;

    private string AtLeast(Level level, Term term)
    {
        (string text, Level own) = Written(term);
        return own >= level ? text : notation.Brackets("(", text, ")");
    }

    private (string Text, Level Level) Written(Term term) => term switch
    {
        _ when Algebra.IsNegative(term) =>
            (notation.Negative(AtLeast(Level.Product, Algebra.Negative(term))), Level.Sum),
        Term.Number number => (notation.Number(number.Value), Level.Atom),
        Term.Name name => (notation.Name(name.Text), Level.Atom),
        Term.Derivative derivative => (
            notation.Derivative(derivative), notation.StacksFractions ? Level.Atom : Level.Product),
        Term.Sum sum => (Sum(sum), Level.Sum),
        Term.Product product => (Product(product), Level.Product),
        Term.Chain chain => (Joined("·", chain.Factors, Level.Product), Level.Product),
        Term.Power divisor when IsDivisor(divisor) => (Product(new Term.Product([divisor])), Level.Product),
        Term.Power { Exponent: Term.Number { Value: 0.5 } } root => (notation.Root(Write(root.Base)), Level.Atom),
        Term.Power power =>
            (notation.Power(AtLeast(Level.Atom, power.Base), Write(power.Exponent)), Level.Power),
        Term.Call call => (notation.Call(call.Function, [.. call.Arguments.Select(Write)]), Level.Atom),
        Term.MatrixProduct product => (
            AtLeast(Level.Product, product.Left) + notation.Operator("·") + AtLeast(Level.Power, product.Right),
            Level.Product),
        Term.Transposed transposed => (
            notation.Transposed(AtLeast(Level.Atom, transposed.Of)), Level.Power),
        Term.Comparison comparison => (
            AtLeast(Level.Sum, comparison.Left) + notation.Operator(comparison.Sign)
                + AtLeast(Level.Sum, comparison.Right),
            Level.Comparison),
        Term.Indicator indicator => (notation.Brackets("[", Write(indicator.Condition), "]"), Level.Atom),
        Term.Choice choice => (
            notation.Choice(Write(choice.Condition), Write(choice.Then), Write(choice.Otherwise)), Level.Atom),
        Term.Equation equation => (Joined("=", equation.Sides, Level.Sum), Level.Equation),
        _ => throw new System.Diagnostics.UnreachableException(term.GetType().Name),
    };

    private string Joined(string sign, Term[] terms, Level level) =>
        string.Join(notation.Operator(sign), terms.Select(term => AtLeast(level, term)));

    private string Sum(Term.Sum sum)
    {
        string text = Write(sum.Terms[0]);
        foreach (Term term in sum.Terms.AsSpan(1))
        {
            text += Algebra.IsNegative(term)
                ? notation.Operator("−") + AtLeast(Level.Product, Algebra.Negative(term))
                : notation.Operator("+") + AtLeast(Level.Product, term);
        }

        return text;
    }

    private string Product(Term.Product product)
    {
        Term[] top = [.. product.Factors.Where(static factor => !IsDivisor(factor))];
        Term[] bottom = [.. product.Factors.Where(IsDivisor).Select(static factor =>
            factor is Term.Power { Base: Term.Number } number
                ? number.Base
                : Algebra.Power(factor, new Term.Number(-1)))];
        if (bottom.Length == 0) return Factors(top);
        if (top.Length == 0) top = [Algebra.One];
        // ∂L/∂y · 1/x rather than a fraction above another one.
        if (notation.StacksFractions && top[0] is Term.Derivative && product.Factors.Length > 1)
        {
            return Write(top[0]) + notation.Operator("·") + AtLeast(
                Level.Product, new Term.Product([.. product.Factors.Where(factor => factor != top[0])]));
        }

        return notation.StacksFractions
            ? notation.Fraction(Bare(top), Bare(bottom))
            : notation.Fraction(
                Factors(top),
                bottom is [var only] ? AtLeast(Level.Power, only) : notation.Brackets("(", Factors(bottom), ")"));
    }

    private string Bare(Term[] factors) => factors is [var only] ? Write(only) : Factors(factors);

    // 2(x + y), x · (1 − x), a ⊙ b of tensors.
    private string Factors(Term[] factors)
    {
        string text = "";
        for (int i = 0; i < factors.Length; i++)
        {
            if (i > 0)
            {
                bool isNumber = i == 1 && factors[0] is Term.Number;
                bool areTensors = factors[i].IsTensor && Array.Exists(factors[..i], static factor => factor.IsTensor);
                text += isNumber && !NeedsSign(factors[i])
                    ? notation.Times
                    : notation.Operator(areTensors ? "⊙" : "·");
            }

            text += AtLeast(Level.Product, factors[i]);
        }

        return text;
    }

    // 2x, but 2 · apples.
    private static bool NeedsSign(Term factor) => factor switch
    {
        Term.Power power => NeedsSign(power.Base),
        Term.Name name => !NameParts.IsLetter(NameParts.Of(name.Text).Stem) || char.IsDigit(name.Text[0]),
        Term.Number => true,
        _ => false,
    };

    private static bool IsDivisor(Term factor) => factor is Term.Power { Exponent: Term.Number { Value: < 0 } };
}
