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
    /// <exception cref="GradientException">
    /// The result is not one float although derivatives were asked for, it does not depend on one of
    /// <paramref name="derivativesFor"/>, or one of them is not a float.
    /// </exception>
    public static IReadOnlyList<GraphStep> Of(Tensor result, IReadOnlyList<Tensor>? derivativesFor = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Of(SceneBuilder.Build(result.Node, derivativesFor?.Select(static x => x.Node).ToArray()));
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

        public List<GraphStep> All()
        {
            var steps = new List<GraphStep>();
            foreach (SceneNode node in _scene.Nodes)
            {
                if (node.Kind != SceneNodeKind.Operation) continue;
                GraphValue[] inputs = [.. node.Inputs.Select(edge => ValueOf(edge.Source.Trunk))];
                steps.Add(new GraphStep.Forward(node.OpName, node.Symbol, inputs, ValueOf(node)));
            }

            if (_scene.Result.Adjoint is null) return steps;
            steps.Add(new GraphStep.Seed(ValueOf(_scene.Result.Inputs[0].Source)));
            for (int i = _scene.Nodes.Count - 1; i >= 0; i--) AddBackward(_scene.Nodes[i], steps);
            return steps;
        }

        private void AddBackward(SceneNode node, List<GraphStep> steps)
        {
            if (node.Adjoint is null) return;
            if (node.Kind == SceneNodeKind.Branch)
            {
                GraphValue[] terms = [.. node.Outputs
                    .Where(static edge => edge.Share is not null)
                    .Select(edge => DerivativeOf(node.Trunk, edge.Derivative, edge.Share))];
                GraphValue total = DerivativeOf(node.Trunk, node.Derivative, node.Adjoint);
                if (terms.Length > 1) steps.Add(new GraphStep.Sum(terms, total, ValueOf(node.Trunk)));
            }
            else if (node.Kind == SceneNodeKind.Operation)
            {
                foreach (SceneEdge edge in node.Inputs)
                {
                    if (edge.Share is null) continue;
                    SceneNode source = edge.Source.Trunk;
                    Node? local = _locals.GetValueOrDefault(edge);
                    var slope = new GraphValue(
                        $"∂{_names[node]}/∂{_names[source]}", local is null ? null : ValueText.Of(local), Exact(local));
                    steps.Add(new GraphStep.Backward(
                        _result,
                        node.OpName,
                        node.Symbol,
                        ValueOf(node),
                        ValueOf(source),
                        DerivativeOf(node, node.Derivative, node.Adjoint),
                        slope,
                        DerivativeOf(source, edge.Derivative, edge.Share)));
                }
            }
        }

        // What the node makes of 1 from upstream.
        private static Node? Local(SceneNode node, int input)
        {
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
