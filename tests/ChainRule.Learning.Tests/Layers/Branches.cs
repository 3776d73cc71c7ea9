namespace ChainRule.Learning.Tests;

/// <summary>
/// A composite with children in a field, an array and a list, one of them shared, and a parameter of its own.
/// </summary>
internal sealed class Branches : Layer
{
    private readonly Linear _first;
    private readonly Linear[] _hidden;
    private readonly List<Layer> _last;
    private readonly Variable _scale = new(Tensor.Scalar(2f), "scale");

    public Branches()
    {
        _first = new Linear(2, 3, key: 1);
        _hidden = [new Linear(3, 3, key: 2), new Linear(3, 3, bias: false, key: 3)];
        _last = [new Sequential(_hidden[0], new Tanh()), new Sequential(new Sequential(new Linear(3, 1, key: 4)))];
    }

    public override IReadOnlyList<Layer> Children => [_first, .. _hidden, .. _last];

    protected override IReadOnlyList<Variable> Variables => [_scale];

    protected override Tensor Apply(Tensor x)
    {
        foreach (Layer child in Children) x = child.Forward(x);
        return x * _scale;
    }
}
