using ChainRule.Autodiff;
using ChainRule.Drawing.Scenes;
using ChainRule.Explaining;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>
/// A gradient check of a graph, element by element: backpropagation beside the central difference. Where a kink (relu,
/// max, abs, …) lies within ±h, it tells which and how far it is, and the slopes on both sides. For a network's loss
/// <see cref="GradientCheck"/> tells less and is faster.
/// </summary>
/// <param name="Derivatives">The derivatives, input by input.</param>
/// <param name="Step">h, before it is scaled by max(1, |x|).</param>
/// <param name="Tolerance">How far both may be apart, relative to max(1, |f|, |derivative|).</param>
public sealed record GraphCheck(IReadOnlyList<CheckedDerivative> Derivatives, double Step, double Tolerance)
{
    /// <summary>Whether all agree; elements at kinks, where there is nothing to compare, do not count.</summary>
    public bool Passed => Derivatives.All(static x => x.Verdict is CheckVerdict.Agrees or CheckVerdict.Kink);

    /// <summary>Checks the derivatives of a graph. Computes it, and leaves it as it is.</summary>
    /// <param name="result">One float.</param>
    /// <param name="inputs">Tensors of floats to differentiate by; null for all named leaves of floats.</param>
    /// <param name="options">Step, tolerance and limits.</param>
    /// <exception cref="GradientException">The result is not one float, or an input is not made of floats.</exception>
    public static GraphCheck Of(
        Tensor result, IReadOnlyList<Tensor>? inputs = null, GradientCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        Differentiable.CheckScalar(result.Node);
        options ??= new();
        IReadOnlyDictionary<SceneNode, string> names = ValueNames.Of(SceneBuilder.Build(result.Node, []));
        Node[] nodes = inputs is null
            ? [.. names.Keys.Where(static node => node is { Kind: SceneNodeKind.Leaf, Name: not null })
                .Select(static node => node.Node)
                .Where(static node => node.DType.IsFloat)]
            : [.. inputs.Select(static input => input.Node)];
        foreach (Node node in nodes) Differentiable.CheckFloat("GraphCheck", node);
        bool isSingle = result.DType == DType.Float32 || nodes.Any(static node => node.DType == DType.Float32);
        double epsilon = isSingle ? MathF.BitIncrement(1) - 1 : Math.BitIncrement(1) - 1;
        double step = options.Step ?? Math.Cbrt(epsilon);
        double tolerance = options.Tolerance ?? 10 * Math.Pow(epsilon, 2.0 / 3);
        var kinks = new KinkSearch(result.Node, names);
        var derivatives = new List<CheckedDerivative>();
        foreach (Node node in nodes)
        {
            string name = names.FirstOrDefault(pair => pair.Key.Node == node).Value ?? node.Name ?? "input";
            var check = new InputComparison(result, node, name, kinks, step, tolerance);
            int count = Math.Min(node.Shape.Length, options.MaxElements);
            for (int i = 0; i < count; i++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                derivatives.Add(check.Check((int)((long)i * node.Shape.Length / count)));
                options.Progress?.Report(derivatives.Count);
            }
        }

        return new(derivatives, step, tolerance);
    }
}
