namespace ChainRule.Explaining;

/// <summary>
/// Reads statements: <c>t = x + y; z = t**2</c>. From the weakest to the strongest: comparisons, + and −, × and ÷ and
/// the matrix product @, the minus before something, powers (of which the right one comes first), brackets.
/// </summary>
internal sealed class Parser
{
    // Deeper expressions would need a deep stack, here and wherever they are read.
    private const int MaxDepth = 200, MaxParts = 4_000;

    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "==", "!="];

    private readonly string _text;
    private readonly List<Token> _tokens;
    private int _next, _depth, _parts;

    private Parser(string text) => (_text, _tokens) = (text, Lexer.Run(text));

    private Token Next => _tokens[_next];

    /// <summary>Reads a text.</summary>
    /// <returns>At least one statement.</returns>
    /// <exception cref="ExpressionException">It is not one.</exception>
    public static IReadOnlyList<Syntax.Statement> Run(string text) => new Parser(text).Statements();

    private List<Syntax.Statement> Statements()
    {
        var statements = new List<Syntax.Statement>();
        while (true)
        {
            while (Next.Kind == TokenKind.Break) _next++;
            if (Next.Kind == TokenKind.End) break;
            statements.Add(Statement());
            if (Next.Kind is not (TokenKind.Break or TokenKind.End)) throw Unexpected();
        }

        return statements.Count > 0
            ? statements
            : throw new ExpressionException("There is no expression; write one such as (x + y)**2.", _text, Next.Place);
    }

    private Syntax.Statement Statement()
    {
        if (Next.Kind != TokenKind.Name || !_tokens[_next + 1].Is("=")) return new(null, Comparison());
        var target = new Syntax.Name(Next.Text, Next.Place);
        _next += 2;
        return new(target, Comparison());
    }

    private Syntax Comparison()
    {
        Syntax left = Sum();
        if (Next.Kind != TokenKind.Sign || !Comparisons.Contains(Next.Text)) return left;
        Token sign = Take();
        Syntax comparison = Count(new Syntax.Binary(sign.Text, left, Sum(), sign.Place));
        if (Next.Kind == TokenKind.Sign && Comparisons.Contains(Next.Text))
            throw Error("Only two values can be compared at a time.", Next.Place);
        return comparison;
    }

    private Syntax Sum() => LeftToRight(Product, "+", "-");

    private Syntax Product() => LeftToRight(Signed, "*", "/", "@");

    private Syntax LeftToRight(Func<Syntax> operand, params string[] signs)
    {
        Syntax left = operand();
        while (Next.Kind == TokenKind.Sign && signs.Contains(Next.Text))
        {
            Token sign = Take();
            left = Count(new Syntax.Binary(sign.Text, left, operand(), sign.Place));
        }

        return left;
    }

    private Syntax Signed()
    {
        if (!Next.Is("-") && !Next.Is("+")) return Power();
        Token sign = Take();
        Syntax value = Nested(Signed, sign.Place);
        if (sign.Text == "+") return value;
        TextPlace place = sign.Place.To(value.Place);
        // A negative number is one; −2² is −(2²).
        return value is Syntax.Number number ? number with { Value = -number.Value, Place = place }
            : Count(new Syntax.Negative(value, place));
    }

    private Syntax Power()
    {
        Syntax value = Primary();
        while (Next.Is("^n"))
        {
            Token exponent = Take();
            var number = new Syntax.Number(exponent.Number, exponent.Place);
            value = Count(new Syntax.Binary("^", value, number, exponent.Place));
        }

        if (!Next.Is("^")) return value;
        Token sign = Take();
        return Count(new Syntax.Binary("^", value, Nested(Signed, sign.Place), sign.Place));
    }

    private Syntax Primary()
    {
        Token token = Next;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _next++;
                Juxtaposed(token);
                return Count(new Syntax.Number(token.Number, token.Place));
            case TokenKind.Name:
                _next++;
                if (!Next.Is("(")) Juxtaposed(token);
                var name = new Syntax.Name(token.Text, token.Place);
                return Count<Syntax>(Next.Is("(") ? Call(name) : name);
            case TokenKind.Sign when token.Text == "(":
                _next++;
                Syntax inner = Nested(Comparison, token.Place);
                Close(token, ")", "An operator or “)”");
                Juxtaposed(_tokens[_next - 1]);
                return inner with { Place = token.Place.To(_tokens[_next - 1].Place) };
            case TokenKind.Sign when token.Text == "[":
                _next++;
                return Count(new Syntax.Items(List(token, "]"), token.Place.To(_tokens[_next - 1].Place)));
            default:
                throw Error($"A number, a name or “(” is expected here{Instead(token)}.", token.Place);
        }
    }

    private Syntax.Call Call(Syntax.Name name)
    {
        Token open = Take();
        IReadOnlyList<Syntax> arguments = List(open, ")");
        return new(name, arguments, name.Place.To(_tokens[_next - 1].Place));
    }

    // What stands between brackets, with commas.
    private List<Syntax> List(Token open, string close)
    {
        var items = new List<Syntax>();
        SkipBreaks();
        while (!Next.Is(close))
        {
            items.Add(Nested(Comparison, open.Place));
            SkipBreaks();
            if (!Next.Is(",")) break;
            _next++;
            SkipBreaks();
        }

        Close(open, close, $"An operator, “,” or “{close}”");
        return items;
    }

    // Between brackets a line may end anywhere between items.
    private void SkipBreaks()
    {
        while (Next.Kind == TokenKind.Break && _text[Next.Place.Start] == '\n') _next++;
    }

    private void Close(Token open, string close, string expected)
    {
        SkipBreaks();
        if (!Next.Is(close))
        {
            throw Error(
                Next.Kind is TokenKind.End or TokenKind.Break
                    ? $"“{close}” is missing: “{open.Text}” at character {open.Place.Start + 1} is not closed."
                    : $"{expected} is expected here{Instead(Next)}.",
                Next.Place);
        }

        _next++;
    }

    // 2x is written 2*x: a name may begin with any letter, so there is no other way to tell.
    private void Juxtaposed(Token left)
    {
        bool isRight = Next.Kind is TokenKind.Name or TokenKind.Number || Next.Is("(");
        if (!isRight) return;
        throw Error(
            Functions.All.TryGetValue(left.Text, out Function? function)
                ? $"“{function.Name}” is a function; its arguments stand in brackets: {function.Usage}."
                : "An operator is missing here; for a product write “*” between them.",
            left.Place.To(Next.Place));
    }

    private ExpressionException Unexpected() => Next.Is("=")
        ? Error("Only a name can stand before “=”; to compare write “==”.", Next.Place)
        : Next.Is(")") || Next.Is("]") ? Error($"Nothing was opened that “{Next.Text}” could close.", Next.Place)
        : Error($"An operator or the end is expected here{Instead(Next)}.", Next.Place);

    private string Instead(Token token) => token.Kind switch
    {
        TokenKind.End => "; the expression ends too early",
        TokenKind.Break => "; the line ends too early",
        _ => $", but there is “{_text.Substring(token.Place.Start, token.Place.Length)}”",
    };

    private Token Take() => _tokens[_next++];

    private Syntax Nested(Func<Syntax> part, TextPlace place)
    {
        if (++_depth > MaxDepth) throw Error($"More than {MaxDepth} levels of brackets and signs.", place);
        Syntax syntax = part();
        _depth--;
        return syntax;
    }

    private T Count<T>(T part) where T : Syntax => ++_parts <= MaxParts
        ? part
        : throw Error($"The expression has more than {MaxParts} parts.", part.Place);

    private ExpressionException Error(string message, TextPlace place) => new(message, _text, place);
}
