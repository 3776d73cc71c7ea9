using ChainRule.Drawing.Scenes;

namespace ChainRule.Drawing.Figures;

/// <summary>Knows at which step each part of a scene appears.</summary>
internal sealed class Moments
{
    private readonly Dictionary<SceneNode, int> _values = [];
    private readonly Dictionary<SceneEdge, int> _derivatives = [];
    private readonly ILookup<SceneNode, int> _steps;

    public Moments(Scene scene)
    {
        (SceneStep Step, int Number)[] steps =
            [.. SceneStep.Of(scene).Select(static (step, index) => (step, index + 1))];
        foreach ((SceneStep step, int number) in steps)
        {
            if (step.Edge is null) _values.Add(step.Node, number);
            else _derivatives.Add(step.Edge, number);
        }

        _steps = steps.ToLookup(static step => step.Step.Node, static step => step.Number);
    }

    /// <summary>Of a node: there from the moment on when its value is.</summary>
    public Moment Of(SceneNode node) => new(ValueOf(node), [.. _steps[node]]);

    /// <summary>Of the value on an edge.</summary>
    public Moment OfValue(SceneEdge edge) => ValueOf(edge.Source) is var step && step > 0 ? new(step, step) : new(0);

    /// <summary>Of the derivative on an edge.</summary>
    public Moment OfDerivative(SceneEdge edge)
    {
        // Where only one share comes back, no step adds up.
        int step = _derivatives.TryGetValue(edge, out int own)
            ? own
            : SceneStep.Shares(edge.Target).Select(share => _derivatives.GetValueOrDefault(share)).Max();
        return new(step, step);
    }

    private int ValueOf(SceneNode node) => node.Kind switch
    {
        SceneNodeKind.Branch => ValueOf(node.Inputs[0].Source),
        SceneNodeKind.Result => ValueOf(node.Inputs[0].Source),
        _ => _values.GetValueOrDefault(node),
    };
}
