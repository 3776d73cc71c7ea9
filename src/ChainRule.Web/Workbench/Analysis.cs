using ChainRule.Web.Page;

namespace ChainRule.Web.Workbench;

/// <summary>The graph of a state, computed: what all parts of the workbench show.</summary>
public sealed class Analysis
{
    /// <summary>The name that unrolls tensors.</summary>
    public const string Elements = "elements";

    // What a variable is if nobody has said so.
    private const string Usual = "1";

    private Analysis(
        Tensor result,
        IReadOnlyList<Tensor>? arguments,
        IReadOnlyDictionary<string, Tensor> values,
        GraphViewOptions view,
        string? derivativeBy)
    {
        DerivativeBy = derivativeBy;
        (Result, Arguments, Variables, View) = (result, arguments, [.. values.Keys], view);
        Differentiated = arguments ?? [.. values.Values];
        CanUnfold = [.. GraphViewOptions.NamesToUnfold(result), .. IsOfTensors(values) ? (string[])[Elements] : []];
        CanFold = [.. GraphViewOptions.NamesToFold(result).Where(name => name != result.Name)];
        Steps = GraphSteps.Of(result, arguments, View);
        ForwardSteps = Steps.TakeWhile(static step => !step.IsBackward).Count();
    }

    /// <summary>What is drawn.</summary>
    public Tensor Result { get; }

    /// <summary>By what it is differentiated; null for all variables.</summary>
    public IReadOnlyList<Tensor>? Arguments { get; }

    /// <summary>The same, written out.</summary>
    public IReadOnlyList<Tensor> Differentiated { get; }

    /// <summary>What the result is called.</summary>
    public string ResultName => Result.Name ?? "result";

    /// <summary>The names of the formula's variables.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>All steps, those forwards first.</summary>
    public IReadOnlyList<GraphStep> Steps { get; }

    /// <summary>How many steps are forwards.</summary>
    public int ForwardSteps { get; }

    /// <summary>What is shown of the graph.</summary>
    public GraphViewOptions View { get; }

    /// <summary>What of it can be unfolded.</summary>
    public IReadOnlyList<string> CanUnfold { get; }

    /// <summary>The values on the way that can be folded with what leads to them.</summary>
    public IReadOnlyList<string> CanFold { get; }

    /// <summary>The variable by which the formula is differentiated before it is drawn; null if it is not.</summary>
    public string? DerivativeBy { get; }

    /// <summary>Whether there are steps backwards.</summary>
    public bool IsDifferentiated => Steps.Count > ForwardSteps;

    /// <summary>The picture.</summary>
    public string Draw(bool isDark, Language language) => GraphSvg.Draw(
        Result, Arguments, new GraphSvgOptions(View) { Dark = isDark, MarkSteps = true, Language = language });

    /// <summary>The text of a variable's value.</summary>
    public static string ValueOf(PageState state, string variable) =>
        state.Values.GetValueOrDefault(variable, Usual);

    /// <summary>Reads and computes what a state says.</summary>
    /// <returns>The graph, or what is wrong: with the formula, or with the values of variables, by name.</returns>
    public static (Analysis? Graph, Mistake? Formula, IReadOnlyDictionary<string, Mistake> Values) Of(PageState state)
    {
        var wrong = new Dictionary<string, Mistake>();
        try
        {
            var expression = Expression.Parse(state.Formula);
            var values = new Dictionary<string, Tensor>();
            foreach (string name in expression.Variables)
            {
                if (ValueFor(state, name, wrong) is { } value) values.Add(name, value);
            }

            return wrong.Count > 0 ? (null, null, wrong) : (Of(state, expression, values), null, wrong);
        }
        catch (Exception refused) when (IsOfTheFormula(refused))
        {
            return (null, Mistake.Of(refused), wrong);
        }
    }

    private static bool IsOfTheFormula(Exception refused) => refused
        is ExpressionException or GradientException or ShapeException or ArgumentException or NotSupportedException
        or InvalidOperationException or OverflowException;

    private static Tensor? ValueFor(PageState state, string name, Dictionary<string, Mistake> wrong)
    {
        try
        {
            return Expression.ParseValue(ValueOf(state, name), name);
        }
        catch (Exception refused) when (IsOfTheFormula(refused))
        {
            wrong.Add(name, Mistake.Of(refused));
            return null;
        }
    }

    private static Analysis Of(PageState state, Expression expression, Dictionary<string, Tensor> values)
    {
        Tensor result = expression.Build(values);
        bool isNumber = result.Shape.IsScalar && result.DType == DType.Float64;
        Tensor[]? arguments = state.By is not null && values.TryGetValue(state.By, out Tensor? by) ? [by] : null;
        if (!isNumber) arguments = [];
        string? derivativeBy = null;
        if (state.IsSecond && isNumber && expression.Variables.Count > 0)
        {
            Tensor first = arguments?[0] ?? values[expression.Variables[0]];
            if (first.Shape.IsScalar)
            {
                string name = $"∂{result.Name ?? "result"}/∂{first.Name}";
                result = Gradient.Of(result, [first], Independent.Zero)[0].Named(name);
                arguments = null;
                derivativeBy = first.Name;
            }
        }

        return new(result, arguments, values, new() { Fold = state.Fold, Unfold = state.Unfold }, derivativeBy);
    }

    private static bool IsOfTensors(IReadOnlyDictionary<string, Tensor> values) =>
        values.Values.Any(static value => !value.Shape.IsScalar);
}
