namespace ChainRule.Workloads.Baselines;

/// <summary>By this library: scalar parameters, and a tensor of all points for each unit.</summary>
internal sealed class ChainRuleNetwork : ISmallNetwork
{
    private readonly Func<IReadOnlyList<Tensor>, Tensor[]> _loss, _lossAndGradient;
    private readonly Tensor[] _parameters = Array.ConvertAll(Moons.Start, static value => Tensor.Scalar(value));
    private Tensor[] _result = [];

    public ChainRuleNetwork()
    {
        Tensor x = Tensor.From<double>(Moons.X), y = Tensor.From<double>(Moons.Y);
        Tensor labels = Tensor.From<double>(Moons.Labels);
        _loss = Compile.Of((IReadOnlyList<Tensor> parameters) => [Loss(parameters)]);
        _lossAndGradient = Compile.Of((IReadOnlyList<Tensor> parameters) =>
        {
            Tensor loss = Loss(parameters);
            return [loss, .. Gradient.Of(loss, parameters)];
        });

        Tensor Loss(IReadOnlyList<Tensor> parameters)
        {
            Tensor score = Moons.Score(
                parameters, x, y, static (x, y) => x + y, static (x, y) => x * y, static x => x.Relu());
            return (1 - labels * score).Relu().Mean();
        }
    }

    public void Run() => _result = _lossAndGradient(_parameters);

    /// <summary>The loss alone.</summary>
    public void RunLoss() => _loss(_parameters);

    public double[] Result() => Array.ConvertAll(_result, static tensor => tensor.Item());
}
