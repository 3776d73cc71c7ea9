using ChainRule.Explaining;

namespace ChainRule;

/// <summary>
/// A formula as people type it: <c>(x + y)**2</c>, <c>t = x + y; z = t²</c>, <c>sum(softmax([1, 2, 3]) * w)</c>.
/// </summary>
/// <remarks>
/// Numbers; names, in any script; + − * / and the matrix product @; powers as ^, ** or ²; comparisons; brackets;
/// functions (<see cref="FunctionUsages"/>); vectors and matrices in square brackets; π. Several statements in lines
/// or behind semicolons, of which each may give its value a name; the last one is the result. What follows # is a
/// comment.
/// −2² is −4, and 2^3^2 is 2^9. A formula has up to 10,000 characters, 200 levels and 4,000 parts.
/// </remarks>
public sealed class Expression
{
    private readonly IReadOnlyList<Syntax.Statement> _statements;

    private Expression(string text, IReadOnlyList<Syntax.Statement> statements)
    {
        (Text, _statements) = (text, statements);
        Variables = FreeNames.Of(statements);
    }

    /// <summary>The formula as it was written.</summary>
    public string Text { get; }

    /// <summary>The names that need a value, in the order in which they come.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>How each function is written, in the order of the alphabet: <c>sum(x, axis?)</c>.</summary>
    public static IReadOnlyList<string> FunctionUsages { get; } =
        [.. Functions.All.Values.OrderBy(static function => function.Name, StringComparer.Ordinal)
            .Select(static function => function.Usage)];

    /// <summary>Reads a formula. Builds and computes nothing.</summary>
    /// <exception cref="ExpressionException">It is none; the exception says where and why.</exception>
    public static Expression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, Parser.Run(text));
    }

    /// <summary>Reads a value: a number, a vector or a matrix, or a formula without names such as <c>1/3</c>.</summary>
    /// <param name="text">The value.</param>
    /// <param name="name">The name that the tensor gets.</param>
    /// <returns>A leaf of float64.</returns>
    /// <exception cref="ExpressionException">It is none.</exception>
    public static Tensor ParseValue(string text, string? name = null)
    {
        Tensor value = Parse(text).Build(new Dictionary<string, Tensor>());
        double[] elements = value.Cast(DType.Float64).ToArray<double>();
        return Tensor.From<double>(elements, value.Shape, name);
    }

    /// <summary>Reads names with their values: <c>x=3,y=[1,2]</c>.</summary>
    /// <returns>Leaves of float64, by name.</returns>
    /// <exception cref="ExpressionException">It cannot be read; the exception says where and why.</exception>
    public static IReadOnlyDictionary<string, Tensor> ParseValues(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Assignments.Read(text);
    }

    /// <summary>Builds the graph of the formula; computes nothing.</summary>
    /// <param name="values">
    /// A tensor for each of <see cref="Variables"/>; it gets that name, unless it has one. Others are ignored.
    /// </param>
    /// <returns>The value of the last statement.</returns>
    /// <exception cref="ExpressionException">A name has no value, or shapes or types do not fit.</exception>
    public Tensor Build(IReadOnlyDictionary<string, Tensor> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var named = new Dictionary<string, Tensor>();
        foreach (string name in Variables)
        {
            if (values.TryGetValue(name, out Tensor? value)) named.Add(name, value.Named(value.Name ?? name));
        }

        return Binder.Run(Text, _statements, named);
    }

    /// <summary>The formula as it was written.</summary>
    public override string ToString() => Text;
}
