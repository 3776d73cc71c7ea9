using ChainRule.Drawing.Scenes;
using ChainRule.Explaining;
using ChainRule.Formulas;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>
/// Moves one value of a graph by h, an input or any value on the way, and follows the change to the result: Δresult/h
/// beside the derivative. Prepared once, it is quickly done again for another h. Not for several threads at once.
/// </summary>
public sealed class GraphNudge
{
    private readonly Recomputation _computation;
    private readonly (SceneNode Node, string Name, int Root)[] _reached;
    private readonly KinkSearch _kinks;
    private readonly int? _element;
    private readonly Storage[] _before;
    private readonly Piece[][] _pieces;
    private readonly double _derivative;

    private GraphNudge(
        Node result, Node moved, int? element, IReadOnlyDictionary<SceneNode, string> names, string resultName)
    {
        Tensor value = new(moved);
        string name = names.First(pair => pair.Key.Node == moved).Value;
        if (!moved.DType.IsFloat)
            throw new GradientException($"nudge: {name} is {moved.DType.Name}, and only floats can be moved a little.");
        if (element is { } index && (index < 0 || index >= moved.Shape.Length))
            throw new ArgumentException(
                $"nudge: {name} of shape {moved.Shape} has {moved.Shape.Length} elements, but number {index} was asked "
                + "for. The first is number 0.");
        _element = element;
        _kinks = new(result, names);
        SceneNode[] shown = [.. names.Keys];
        _computation = new([result, .. _kinks.Inputs, .. shown.Select(static node => node.Node)], moved);
        int first = 1 + _kinks.Inputs.Length;
        _reached =
        [
            .. shown.Select((node, i) => (node, names[node], first + i))
                .Where(value => _computation.IsChanged(value.node.Node)),
        ];
        Tensor gradient = Gradient.Of(new Tensor(result), [value], Independent.Zero)[0];
        double[] slopes = gradient.Cast(DType.Float64).ToArray<double>();
        _derivative = element is null ? slopes.Sum() : slopes[element.Value];
        Moved = element is null || moved.Shape.IsScalar
            ? name
            : name + Shape.Text(Autodiff.Indices.Of(moved.Shape, element.Value));
        Result = resultName;
        Shape = moved.Shape;
        _before = _computation.Run();
        _pieces = Pieces(_before);
    }

    /// <summary>What is moved: <c>x</c>, or <c>w[1]</c>.</summary>
    public string Moved { get; }

    /// <summary>The shape of the value of which all is moved, or one element.</summary>
    public Shape Shape { get; }

    /// <summary>The name of the result.</summary>
    public string Result { get; }

    /// <summary>The names of the values that can be moved, in the order of their computation.</summary>
    /// <param name="result">The result of the graph.</param>
    public static IReadOnlyList<string> Names(Tensor result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. ValueNames.Of(SceneBuilder.Build(result.Node, []))
            .Where(static pair => pair.Key.Node.DType.IsFloat)
            .Select(static pair => pair.Value)];
    }

    /// <summary>Prepares to move the value with a name; computes the graph.</summary>
    /// <param name="result">One float.</param>
    /// <param name="name">
    /// One of <see cref="Names"/>: the user's, or the one that <see cref="GraphSteps"/> tells.
    /// </param>
    /// <param name="element">Which element of it, row-major; null for all at once.</param>
    /// <exception cref="ArgumentException">There is no such value, or no such element.</exception>
    /// <exception cref="GradientException">The result is not one float.</exception>
    public static GraphNudge Of(Tensor result, string name, int? element = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Of(result, element, (_, own) => own == name, name);
    }

    /// <summary>Prepares to move a value; computes the graph.</summary>
    /// <param name="result">One float.</param>
    /// <param name="value">A tensor of floats in the graph of the result.</param>
    /// <param name="element">Which element of it, row-major; null for all at once.</param>
    /// <exception cref="ArgumentException">The result does not depend on it, or there is no such element.</exception>
    /// <exception cref="GradientException">The result is not one float, or the value is not made of floats.</exception>
    public static GraphNudge Of(Tensor result, Tensor value, int? element = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(value);
        return Of(result, element, (node, _) => node.Node == value.Node, value.Node.Description);
    }

    /// <summary>Moves the value by h and computes again what depends on it.</summary>
    /// <param name="step">h; it may be negative.</param>
    /// <exception cref="ArgumentException">It is 0 or not finite, or too small to change the value.</exception>
    public NudgeReport By(double step)
    {
        if (step == 0 || !double.IsFinite(step))
            throw new ArgumentException("nudge: h must be finite and not 0.");
        (Storage forth, double width) = _computation.Moved(_element, step);
        if (width == 0)
            throw new ArgumentException(
                $"nudge: h = {ValueText.OfNumber(step)} is too small: {Moved} stays the same when it is added.");
        Storage[] after = _computation.Run(forth);
        Storage[] opposite = _computation.Run(_computation.Moved(_element, -step).Value);
        return new()
        {
            Moved = Moved,
            Result = Result,
            Step = width,
            Before = _before[0][0],
            After = after[0][0],
            Opposite = opposite[0][0],
            Derivative = _derivative,
            Changes =
            [
                .. _reached.Select(value => new GraphChange(
                    value.Name, value.Node.Kind == SceneNodeKind.Leaf ? "" : value.Node.OpName, value.Node.Node.Shape,
                    Numbers(_before[value.Root]), Numbers(after[value.Root]))),
            ],
            Kinks = _kinks.Between(_pieces, Pieces(after), Pieces(opposite)),
        };
    }

    private static GraphNudge Of(Tensor result, int? element, Func<SceneNode, string, bool> isMoved, string what)
    {
        Autodiff.Differentiable.CheckScalar(result.Node);
        Scene scene = SceneBuilder.Build(result.Node, []);
        IReadOnlyDictionary<SceneNode, string> names = ValueNames.Of(scene);
        SceneNode moved = names.FirstOrDefault(pair => isMoved(pair.Key, pair.Value)).Key
            ?? throw new ArgumentException(
                $"nudge: there is no {what} in the graph; there is {string.Join(", ", Names(result))}.");
        return new(result.Node, moved.Node, element, names, names[scene.Result.Inputs[0].Source]);
    }

    private Piece[][] Pieces(Storage[] values) => _kinks.Pieces(values.AsSpan(1, _kinks.Inputs.Length));

    private static double[] Numbers(Storage values)
    {
        var numbers = new double[values.Length];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = values[i];
        return numbers;
    }
}
