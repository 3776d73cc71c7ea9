namespace ChainRule.Formulas;

/// <summary>Knows softmax when it is taken apart.</summary>
internal static class Softmax
{
    /// <summary>How it is called.</summary>
    public const string Name = "softmax";

    /// <summary>The same term, in which exp(x − max(x)) / sum(exp(x − max(x))) is softmax(x).</summary>
    public static Term In(Term term) => term switch
    {
        Term.Sum sum => Algebra.Sum([.. sum.Terms.Select(In)]),
        Term.Product product => InProduct(product),
        Term.Call call => new Term.Call(call.Function, [.. call.Arguments.Select(In)], call.IsTensor),
        _ => term,
    };

    /// <summary>The same term, in which some of its calls have a name.</summary>
    public static Term Named(Term term, Func<Term.Call, Term.Name?> nameOf) => term switch
    {
        Term.Sum sum => Algebra.Sum([.. sum.Terms.Select(part => Named(part, nameOf))]),
        Term.Product product => Algebra.Product([.. product.Factors.Select(factor => Named(factor, nameOf))]),
        Term.Call { Function: Name } call => nameOf(call) ?? term,
        _ => term,
    };

    private static Term InProduct(Term.Product product)
    {
        List<Term> factors = [.. product.Factors];
        foreach (Term factor in product.Factors)
        {
            if (factor is not Term.Call { Function: "exp", Arguments: [var of] }) continue;
            int total = factors.FindIndex(other => other is Term.Power
            {
                Base: Term.Call { Function: "sum", Arguments: [var summed] },
                Exponent: Term.Number { Value: -1 },
            } && summed.Key == factor.Key);
            if (total < 0) continue;
            factors.RemoveAt(total);
            factors[factors.IndexOf(factor)] = new Term.Call(Name, [Unshifted(of)], isTensor: true);
        }

        return Algebra.Product([.. factors.Select(In)]);
    }

    // What is subtracted from all changes nothing.
    private static Term Unshifted(Term of)
    {
        if (of is not Term.Sum sum) return of;
        foreach (Term shift in sum.Terms)
        {
            if (shift is not Term.Product { Factors: [Term.Number { Value: -1 }, Term.Call { Function: "max" } max] })
                continue;
            Term rest = Algebra.Sum([.. sum.Terms.Where(term => term != shift)]);
            if (max.Arguments[0].Key == rest.Key) return rest;
        }

        return of;
    }
}
