using ChainRule.Drawing.Scenes;
using ChainRule.Formulas;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule;

/// <summary>
/// A graph step by step, as one does it with pencil and paper: the values from left to right, node by node, then the
/// derivatives from right to left, edge by edge.
/// </summary>
public static class GraphSteps
{
    /// <summary>The steps of a graph. Computes what they tell.</summary>
    /// <param name="result">A tensor of any shape. There are steps backwards if it is one float.</param>
    /// <param name="derivativesFor">
    /// Steps backwards go along all paths to these tensors; if it is null, to all named leaves; if it is empty, there
    /// are none.
    /// </param>
    /// <param name="view">
    /// The picture whose steps they are, which folds and unfolds; null for the graph as it is. Its labels play no role.
    /// </param>
    /// <exception cref="GradientException">
    /// The result is not one float although derivatives were asked for, it does not depend on one of
    /// <paramref name="derivativesFor"/>, or one of them is not a float.
    /// </exception>
    public static IReadOnlyList<GraphStep> Of(
        Tensor result, IReadOnlyList<Tensor>? derivativesFor = null, GraphViewOptions? view = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Of(SceneBuilder.Build(
            result.Node,
            derivativesFor?.Select(static x => x.Node).ToArray(),
            view is null ? GraphViewOptions.Plain : view with { Labels = DerivativeLabels.Values }));
    }

    /// <summary>The steps of a scene that shows values.</summary>
    internal static IReadOnlyList<GraphStep> Of(Scene scene) => new Steps(scene).All();

    private sealed class Steps
    {
        private readonly Scene _scene;
        private readonly IReadOnlyDictionary<SceneNode, string> _names;
        private readonly Dictionary<SceneEdge, Node> _locals = [];
        private readonly string _result;

        public Steps(Scene scene)
        {
            (_scene, _names) = (scene, ValueNames.Of(scene));
            _result = _names[scene.Result.Inputs[0].Source];
            foreach (SceneNode node in scene.Nodes)
            {
                if (node.Kind != SceneNodeKind.Operation) continue;
                for (int input = 0; input < node.Inputs.Count; input++)
                {
                    if (Local(node, input) is { } local) _locals.Add(node.Inputs[input], local);
                }
            }

            Tensor.Compute([.. _locals.Values.Select(static node => new Tensor(node))]);
        }

        public List<GraphStep> All() => [.. SceneStep.Of(_scene).Select(Told)];

        private GraphStep Told(SceneStep step) => (step.Edge, step.Node) switch
        {
            (null, { } node) => new GraphStep.Forward(
                node.OpName,
                node.Symbol,
                [.. node.Inputs.Select(edge => ValueOf(edge.Source.Trunk))],
                ValueOf(node)),
            ({ } edge, { Kind: SceneNodeKind.Result }) => new GraphStep.Seed(ValueOf(edge.Source)),
            (_, { Kind: SceneNodeKind.Branch } node) => new GraphStep.Sum(
                [.. SceneStep.Shares(node).Select(share => DerivativeOf(node.Trunk, share.Derivative, share.Share))],
                DerivativeOf(node.Trunk, node.Derivative, node.Adjoint),
                ValueOf(node.Trunk)),
            ({ } edge, { } node) => Backward(node, edge),
        };

        private GraphStep.Backward Backward(SceneNode node, SceneEdge edge)
        {
            SceneNode source = edge.Source.Trunk;
            Node? local = _locals.GetValueOrDefault(edge);
            var slope = new GraphValue(
                $"∂{_names[node]}/∂{_names[source]}", local is null ? null : ValueText.Of(local), Exact(local));
            return new(
                _result,
                node.OpName,
                node.Symbol,
                ValueOf(node),
                ValueOf(source),
                DerivativeOf(node, node.Derivative, node.Adjoint),
                slope,
                DerivativeOf(source, edge.Derivative, edge.Share));
        }

        // What the node makes of 1 from upstream.
        private static Node? Local(SceneNode node, int input)
        {
            // A folded box has inputs of its own.
            if (node.IsFolded || node.Inputs.Count != node.Node.Inputs.Length) return null;
            SceneEdge edge = node.Inputs[input];
            bool areScalars = node.Node.Shape.IsScalar && edge.Source.Node.Shape.IsScalar;
            return edge.Share is null || !areScalars || !node.Node.Inputs[input].Shape.IsScalar
                ? null
                : node.Op.Vjp(node.Node, input, Build.Fill(1, node.Node.Type));
        }

        private GraphValue ValueOf(SceneNode node) => node.Kind == SceneNodeKind.Constant
            ? new(node.Value ?? node.OpName, node.Value, Exact(node.Node))
            : new(_names[node], node.Value, Exact(node.Node));

        private GraphValue DerivativeOf(SceneNode node, string? text, Node? derivative) =>
            new($"∂{_result}/∂{_names[node]}", text, Exact(derivative));

        private static double? Exact(Node? node) =>
            node is { Value: { } value } && node.Shape.IsScalar && node.DType.IsFloat ? value[0] : null;
    }
}
