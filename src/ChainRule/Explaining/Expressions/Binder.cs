namespace ChainRule.Explaining;

/// <summary>Builds the graph of an expression.</summary>
internal sealed class Binder
{
    // A few letters must not ask for much memory.
    private const int MaxElements = 1 << 20;

    private readonly string _text;
    private readonly Dictionary<string, Tensor> _values;

    private Binder(string text, IReadOnlyDictionary<string, Tensor> values) =>
        (_text, _values) = (text, new(values));

    /// <summary>Builds the graph.</summary>
    /// <param name="text">The expression, for messages.</param>
    /// <param name="statements">The same, parsed.</param>
    /// <param name="values">What the names stand for.</param>
    /// <returns>The value of the last statement.</returns>
    /// <exception cref="ExpressionException">A name has no value, or shapes do not fit.</exception>
    public static Tensor Run(
        string text, IReadOnlyList<Syntax.Statement> statements, IReadOnlyDictionary<string, Tensor> values)
    {
        var binder = new Binder(text, values);
        Tensor? last = null;
        foreach (Syntax.Statement statement in statements)
        {
            last = binder.Of(statement.Value).Tensor;
            if (statement.Target is { } target) last = binder.Define(target, last);
        }

        return last!;
    }

    private Tensor Define(Syntax.Name target, Tensor value)
    {
        if (Functions.All.ContainsKey(target.Text))
            throw Error($"“{target.Text}” is a function; give the value another name.", target);
        if (!_values.TryAdd(target.Text, value))
            throw Error($"“{target.Text}” has a value already; give the new one another name.", target);
        // A second name for the same value would be a step in the picture.
        return value.Name is null ? value.Named(target.Text) : value;
    }

    private Operand Of(Syntax syntax)
    {
        // 1 + 1 + … leans to the left as far as it is long.
        var waiting = new Stack<Syntax.Binary>();
        while (syntax is Syntax.Binary binary)
        {
            waiting.Push(binary);
            syntax = binary.Left;
        }

        Operand left = Leftmost(syntax);
        while (waiting.TryPop(out Syntax.Binary? binary))
        {
            (Operand x, Operand y) = (left, Of(binary.Right));
            left = Checked(binary, binary.SignPlace, () => Apply(binary.Sign, x, y));
        }

        return left;
    }

    private Operand Leftmost(Syntax syntax) => syntax switch
    {
        Syntax.Number number => Operand.Of(number, number.Value),
        Syntax.Name name => Value(name),
        Syntax.Negative negative when Of(negative.Of) is var x => Checked(negative, negative.Place, () => -x.Tensor),
        Syntax.Call call => Called(call),
        Syntax.Items items => Listed(items),
        _ => throw new System.Diagnostics.UnreachableException(syntax.GetType().Name),
    };

    private static Tensor Apply(string sign, Operand x, Operand y) => sign switch
    {
        "+" => Mixed(x, y, static (a, b) => a + b, static (a, b) => a + b, static (a, b) => a + b),
        "-" => Mixed(x, y, static (a, b) => a - b, static (a, b) => a - b, static (a, b) => a - b),
        "*" => Mixed(x, y, static (a, b) => a * b, static (a, b) => a * b, static (a, b) => a * b),
        "/" when x.Literal is 1 && y.Literal is null && y.Tensor.DType.IsFloat => Tensor.Reciprocal(y.Tensor),
        "/" => Mixed(x, y, static (a, b) => a / b, static (a, b) => a / b, static (a, b) => a / b),
        "^" when x.Literal is { } number && y.Literal is null => Tensor.Pow(number, y.Tensor),
        "^" => Functions.Power(x, y),
        "@" => Tensor.Dot(x.Tensor, y.Tensor),
        "<" => x.Tensor < y.Tensor,
        "<=" => x.Tensor <= y.Tensor,
        ">" => x.Tensor > y.Tensor,
        ">=" => x.Tensor >= y.Tensor,
        "==" => Tensor.Equal(x.Tensor, y.Tensor),
        "!=" => Tensor.NotEqual(x.Tensor, y.Tensor),
        _ => throw new System.Diagnostics.UnreachableException(sign),
    };

    // A number takes the type of what it meets.
    private static Tensor Mixed(
        Operand x,
        Operand y,
        Func<Tensor, Tensor, Tensor> both,
        Func<Tensor, Number, Tensor> right,
        Func<Number, Tensor, Tensor> left) =>
        y.Literal is { } second ? right(x.Tensor, second)
        : x.Literal is { } first ? left(first, y.Tensor)
        : both(x.Tensor, y.Tensor);

    private Operand Value(Syntax.Name name)
    {
        if (_values.TryGetValue(name.Text, out Tensor? value)) return new(name, value, null);
        if (name.Text is "pi" or "π") return Operand.Of(name, Math.PI);
        string hint = Functions.All.TryGetValue(name.Text, out Function? function)
            ? $"“{name.Text}” is a function; write {function.Usage}."
            : Suggestion.For(name.Text, _values.Keys) is { } likely
                ? $"“{name.Text}” has no value; did you mean “{likely}”?"
                : $"“{name.Text}” has no value; give it one, such as {name.Text}=2.";
        throw Error(hint, name);
    }

    private Operand Called(Syntax.Call call)
    {
        string name = call.Function.Text;
        if (!Functions.All.TryGetValue(name, out Function? function))
        {
            throw Error(
                Suggestion.For(name, Functions.All.Keys) is { } likely
                    ? $"There is no function “{name}”; did you mean “{likely}”?"
                    : $"There is no function “{name}”; for a product write {name}*(…).",
                call.Function);
        }

        Operand[] arguments = [.. call.Arguments.Select(Of)];
        if (arguments.Length < function.Required || arguments.Length > function.Parameters.Length)
            throw Error($"It is {function.Usage}, but there {Given(arguments.Length)}.", call);
        return Checked(call, call.Place, () => function.Apply(arguments));
    }

    private static string Given(int count) => count == 1 ? "is 1 argument" : $"are {count} arguments";

    private Operand Listed(Syntax.Items items)
    {
        if (items.Elements.Count == 0) throw Error("A vector needs an element, as in [1, 2].", items);
        Operand[] elements = [.. items.Elements.Select(Of)];
        int odd = Array.FindIndex(elements, element => element.Tensor.Shape != elements[0].Tensor.Shape);
        if (odd >= 0)
        {
            throw Error(
                $"All elements must have one shape, but the first is {elements[0].Tensor.Shape} and this one is "
                + $"{elements[odd].Tensor.Shape}.",
                items.Elements[odd]);
        }

        double[] numbers = [.. elements.Select(static element => element.Literal).OfType<double>()];
        return Checked(items, items.Place, () => numbers.Length == elements.Length
            ? Tensor.From<double>(numbers)
            : Tensor.Stack([.. elements.Select(static element => element.Tensor)]));
    }

    private Operand Checked(Syntax syntax, TextPlace place, Func<Tensor> build)
    {
        try
        {
            Tensor tensor = build();
            if (tensor.Length > MaxElements)
                throw new ExpressionException(
                    $"The result would have {tensor.Length} elements; {MaxElements} are the most.", _text, place);
            return new(syntax, tensor, null);
        }
        catch (Exception failure) when (failure is ShapeException or DTypeException or ArgumentException)
        {
            throw new ExpressionException(failure.Message, _text, place, failure);
        }
    }

    private ExpressionException Error(string message, Syntax syntax) => new(message, _text, syntax.Place);
}
