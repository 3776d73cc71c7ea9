namespace ChainRule.Formulas;

/// <summary>How strongly a written term holds together: a weaker one gets brackets inside a stronger one.</summary>
internal enum Level
{
    Equation,
    Comparison,
    Sum,
    Product,
    Power,
    Atom,
}
