using ChainRule.Graphs;

namespace ChainRule.Cli;

/// <summary>What is drawn: the value of a formula, and by what it is differentiated.</summary>
/// <param name="Result">The value.</param>
/// <param name="Arguments">The variables; empty for no derivatives.</param>
/// <param name="AreAll">Whether they are all there are, so that some may have no influence.</param>
internal sealed record GraphRequest(Tensor Result, Tensor[] Arguments, bool AreAll)
{
    /// <summary>What a picture is asked to show derivatives for.</summary>
    public Tensor[]? Drawn => AreAll && Arguments.Length > 0 ? null : Arguments;

    /// <summary>The derivatives by the arguments.</summary>
    public IEnumerable<(Tensor Argument, Tensor Derivative)> Derivatives => Arguments.Length == 0
        ? []
        : Arguments.Zip(Gradient.Of(Result, Arguments, Independent.Zero));

    /// <summary>The same for the derivative by the argument.</summary>
    /// <exception cref="WrongInputException">There is not one argument, or it is no number.</exception>
    public GraphRequest OfDerivative()
    {
        if (Arguments is not [{ } argument])
            throw new WrongInputException(
                "--second needs one variable to differentiate by, chosen with --wrt, and a result of one number");
        if (!argument.Shape.IsScalar)
            throw new WrongInputException(
                $"--second: {argument.Name} must be one number, but has the shape {argument.Shape}");
        Tensor derivative = Gradient.Of(Result, [argument], Independent.Zero)[0];
        return this with { Result = derivative.Named($"∂{Result.Name ?? "result"}/∂{argument.Name}"), AreAll = true };
    }

    /// <summary>Builds the graph.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="values">The values of its variables, and perhaps more.</param>
    /// <param name="wrt">The names of the variables to differentiate by, with commas; null for all.</param>
    /// <param name="needsValues">Whether all variables need a value; otherwise others are unknown numbers.</param>
    /// <param name="isPart">Whether more is computed from the result, so that it may have any shape.</param>
    /// <exception cref="WrongInputException">A value is missing, a name unknown, or there is no derivative.</exception>
    public static GraphRequest Of(
        Expression formula, IReadOnlyDictionary<string, Tensor> values, string? wrt,
        bool needsValues = true, bool isPart = false)
    {
        string[] missing = [.. formula.Variables.Where(name => !values.ContainsKey(name))];
        string[] unused = [.. values.Keys.Where(name => !formula.Variables.Contains(name))];
        if (!needsValues)
        {
            values = values.Concat(missing.Select(static name => KeyValuePair.Create(name, Unknown(name))))
                .ToDictionary();
        }

        Tensor result;
        try
        {
            result = formula.Build(values);
        }
        catch (ExpressionException wrong)
        {
            string remedy = missing.Length > 0 && values.Count == 0
                ? $"; give the values with --at {string.Join(",", missing.Select(static name => $"{name}=…"))}"
                : "";
            throw new WrongInputException(ErrorText.Of(wrong) + remedy, wrong.Snippet);
        }

        if (unused.Length > 0)
            throw new WrongInputException($"--at: the formula has no variable {string.Join(" and no ", unused)}");
        Tensor[] arguments = [.. formula.Variables.Select(name => values[name])];
        if (wrt is not null)
            arguments = [.. FormulaSettings.Names(wrt).Select(name => Argument(name, formula, values))];
        bool isNumber = (result.Shape.IsScalar || isPart) && result.DType == DType.Float64;
        if (isNumber) return new(result, arguments, wrt is null);
        if (wrt is null) return new(result, [], AreAll: true);
        throw new WrongInputException(
            $"--wrt: only one number can be differentiated, but the result is {result.DType} of shape {result.Shape}; "
            + "sum it, for example");
    }

    private static Tensor Unknown(string name) =>
        new(Node.Placeholder(new TensorType(Shape.Scalar, DType.Float64), name));

    private static Tensor Argument(string name, Expression formula, IReadOnlyDictionary<string, Tensor> values) =>
        formula.Variables.Contains(name)
            ? values[name]
            : throw new WrongInputException(
                $"--wrt: the formula has no variable {name}; it has {string.Join(", ", formula.Variables)}");
}
