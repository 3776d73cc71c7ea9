namespace ChainRule.Formulas;

/// <summary>
/// Puts terms together in the shape in which one writes them: numbers are worked out, what is equal is collected,
/// zeros and ones vanish. What is cancelled may be undefined at single points, as x/x is at 0.
/// </summary>
internal static class Algebra
{
    private const double LargestWhole = 1e15;

    public static Term Zero { get; } = new Term.Number(0);

    public static Term One { get; } = new Term.Number(1);

    public static Term Half { get; } = new Term.Number(0.5);

    public static Term Negative(Term term) => Product(new Term.Number(-1), term);

    public static Term Difference(Term left, Term right) => Sum(left, Negative(right));

    public static Term Quotient(Term top, Term bottom) => Product(top, Power(bottom, new Term.Number(-1)));

    /// <summary>The sum of some terms; equal ones are counted.</summary>
    public static Term Sum(params Term[] terms)
    {
        (double constant, int place) = (0, -1);
        var counts = new Dictionary<string, (double Count, Term Term)>();
        foreach (Term term in terms.SelectMany(static term => term is Term.Sum sum ? sum.Terms : [term]))
        {
            (double count, Term? rest) = Scaled(term);
            if (rest is null) (constant, place) = (constant + count, place < 0 ? counts.Count : place);
            else counts[rest.Key] = (counts.GetValueOrDefault(rest.Key).Count + count, rest);
        }

        List<Term> parts = [.. counts.Values.Select(static part => Product(new Term.Number(part.Count), part.Term))];
        if (place >= 0) parts.Insert(place, new Term.Number(constant));
        parts.RemoveAll(static part => part is Term.Number { Value: 0 });
        // 1 − y is easier to read than −y + 1.
        int positive = parts.FindIndex(static part => !IsNegative(part));
        if (positive > 0)
        {
            Term first = parts[positive];
            parts.RemoveAt(positive);
            parts.Insert(0, first);
        }

        return parts switch { [] => Zero, [var only] => only, _ => new Term.Sum([.. parts]) };
    }

    /// <summary>The product of some terms; equal ones become powers.</summary>
    public static Term Product(params Term[] terms)
    {
        (double top, double bottom) = (1, 1);
        var powers = new Dictionary<string, (Term Base, Term Exponent)>();
        foreach (Term factor in terms.SelectMany(Factors))
        {
            if (factor is Term.Number number) top *= number.Value;
            else if (factor is Term.Power { Base: Term.Number divisor, Exponent: Term.Number { Value: -1 } })
                bottom *= divisor.Value;
            else Collect(powers, factor);
        }

        if (top == 0) return Zero;
        Reduce(ref top, ref bottom);
        List<Term> factors = [.. powers.Values
            .Select(static power => Power(power.Base, power.Exponent))
            .Where(static power => power.Key != One.Key)
            .OrderBy(Rank)];
        if (bottom != 1) factors.Add(new Term.Power(new Term.Number(bottom), new Term.Number(-1)));
        if (top != 1 || factors.Count == 0) factors.Insert(0, new Term.Number(top));
        if (factors is [var only]) return only;
        var product = new Term.Product([.. factors]);
        return Distributed(factors) is { } sum && sum.Size < product.Size ? sum : product;
    }

    /// <summary>A power.</summary>
    public static Term Power(Term of, Term exponent) => (of, exponent) switch
    {
        (_, Term.Number { Value: 0 }) => One,
        (_, Term.Number { Value: 1 }) => of,
        (Term.Number { Value: 1 }, _) => One,
        (Term.Number x, Term.Number y) when Folded(Math.Pow(x.Value, y.Value)) is { } value => value,
        // (xᵃ)ᵇ is xᵃᵇ where b is whole, and 1/√x where the root comes first.
        (Term.Power power, Term.Number y) when y.Value == Math.Round(y.Value) =>
            Power(power.Base, Product(power.Exponent, exponent)),
        (Term.Product product, Term.Number { Value: -1 }) => Product(
            [.. product.Factors.Select(factor => Power(factor, exponent))]),
        (Term.Number x, Term.Number { Value: -1 }) => new Term.Power(x, exponent),
        _ => new Term.Power(of, exponent),
    };

    /// <summary>A value that depends on a condition.</summary>
    public static Term Choice(Term condition, Term then, Term otherwise) => (condition, then, otherwise) switch
    {
        (Term.Number known, _, _) => known.Value != 0 ? then : otherwise,
        _ when then.Key == otherwise.Key => then,
        (_, _, Term.Number { Value: 0 }) => Product(then, new Term.Indicator(condition)),
        _ => new Term.Choice(condition, then, otherwise),
    };

    /// <summary>A function for which f(ax) = a f(x), with the number in front.</summary>
    public static Term Linear(Term of, Func<Term, Term> apply) => Scaled(of) is (var count, { } rest)
        ? Product(new Term.Number(count), apply(rest))
        : apply(of);

    /// <summary>A function of a tensor for which f(ax) = a f(x), with all that is one number in front.</summary>
    public static Term LinearInElements(Term of, Func<Term, Term> apply)
    {
        ILookup<bool, Term> factors = Factors(of).ToLookup(static factor => factor.IsTensor);
        Term rest = Product([.. factors[true]]);
        return factors[true].Any() ? Product([.. factors[false], apply(rest)]) : apply(of);
    }

    /// <summary>Whether it is written with a minus in front.</summary>
    public static bool IsNegative(Term term) => term switch
    {
        Term.Number number => number.Value < 0,
        Term.Product { Factors: [Term.Number number, ..] } => number.Value < 0,
        _ => false,
    };

    // x(1/x + y) is 1 + xy; where nothing is cancelled, a product stays one.
    private static Term? Distributed(List<Term> factors)
    {
        int at = factors.FindIndex(static factor => factor is Term.Sum);
        if (at < 0) return null;
        var sum = (Term.Sum)factors[at];
        Term[] others = [.. factors.Where((_, i) => i != at)];
        HashSet<string> keys = [.. others.Select(static other => other.Key)];
        bool cancels = sum.Terms.SelectMany(Factors).Any(factor =>
            factor is Term.Power { Exponent: Term.Number { Value: < 0 } } power && keys.Contains(power.Base.Key));
        return cancels ? Sum([.. sum.Terms.Select(term => Product([.. others, term]))]) : null;
    }

    private static Term[] Factors(Term term) => term is Term.Product product ? product.Factors : [term];

    // 2xy is xy two times; a number is 1 so many times.
    private static (double Count, Term? Of) Scaled(Term term) => term switch
    {
        Term.Number number => (number.Value, null),
        Term.Product { Factors: [Term.Number number, .. var rest] } => (
            number.Value, rest is [var only] ? only : new Term.Product(rest)),
        _ => (1, term),
    };

    private static void Collect(Dictionary<string, (Term Base, Term Exponent)> powers, Term factor)
    {
        (Term of, Term exponent) = factor is Term.Power power ? (power.Base, power.Exponent) : (factor, One);
        powers[of.Key] = powers.TryGetValue(of.Key, out (Term Base, Term Exponent) known)
            ? (of, Sum(known.Exponent, exponent))
            : (of, exponent);
    }

    // Whole numbers stay a fraction, 2/3; others are divided.
    private static void Reduce(ref double top, ref double bottom)
    {
        if (bottom == 1) return;
        bool areWhole = Math.Abs(top) < LargestWhole && Math.Abs(bottom) < LargestWhole
            && top == Math.Round(top) && bottom == Math.Round(bottom) && bottom != 0;
        if (!areWhole)
        {
            (top, bottom) = (top / bottom, 1);
            return;
        }

        (long a, long b) = ((long)Math.Abs(top), (long)Math.Abs(bottom));
        while (b != 0) (a, b) = (b, a % b);
        if (bottom < 0) a = -a;
        (top, bottom) = (top / a, bottom / a);
    }

    // Only what is written without rounding.
    private static Term.Number? Folded(double value)
    {
        bool isExact = value == Math.Round(value) && Math.Abs(value) < 1e9;
        return isExact ? new(value) : null;
    }

    private static int Rank(Term factor) => (factor is Term.Power power ? power.Base : factor) switch
    {
        Term.Derivative => -1,
        Term.Name => 0,
        Term.Sum => 2,
        Term.Indicator or Term.Choice => 3,
        _ => 1,
    };
}
