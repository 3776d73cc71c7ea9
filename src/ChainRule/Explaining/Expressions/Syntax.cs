namespace ChainRule.Explaining;

/// <summary>A part of an expression, as it is written.</summary>
/// <param name="Place">Where it stands.</param>
internal abstract record Syntax(TextPlace Place)
{
    /// <summary>A number.</summary>
    public sealed record Number(double Value, TextPlace Place) : Syntax(Place);

    /// <summary>A name.</summary>
    public sealed record Name(string Text, TextPlace Place) : Syntax(Place);

    /// <summary>A minus before something.</summary>
    public sealed record Negative(Syntax Of, TextPlace Place) : Syntax(Place);

    /// <summary>Something between two others.</summary>
    /// <param name="Sign">One of + - * / ^ @ and the comparisons.</param>
    /// <param name="Left">The left operand.</param>
    /// <param name="Right">The right operand.</param>
    /// <param name="SignPlace">Where the sign stands.</param>
    public sealed record Binary(string Sign, Syntax Left, Syntax Right, TextPlace SignPlace)
        : Syntax(Left.Place.To(Right.Place));

    /// <summary>A function of arguments.</summary>
    public sealed record Call(Name Function, IReadOnlyList<Syntax> Arguments, TextPlace Place) : Syntax(Place);

    /// <summary>A vector, or a matrix as a list of rows.</summary>
    public sealed record Items(IReadOnlyList<Syntax> Elements, TextPlace Place) : Syntax(Place);

    /// <summary>A statement: an expression that may get a name.</summary>
    /// <param name="Target">The name; null if it gets none.</param>
    /// <param name="Value">The expression.</param>
    public sealed record Statement(Name? Target, Syntax Value);
}
