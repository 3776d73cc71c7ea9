namespace ChainRule.Workloads.Baselines;

/// <summary>By this library: scalar parameters, and a tensor of all points for each unit.</summary>
internal sealed class ChainRuleNetwork : ISmallNetwork
{
    private readonly ScalarFunction _loss, _lossAndGradient;
    private readonly double[] _value = new double[1], _result = new double[1 + Moons.Parameters];

    public ChainRuleNetwork()
    {
        Tensor x = Tensor.From<double>(Moons.X), y = Tensor.From<double>(Moons.Y);
        Tensor labels = Tensor.From<double>(Moons.Labels);
        _loss = Compile.Scalars(parameters => [Loss(parameters)], Moons.Parameters);
        _lossAndGradient = Compile.Scalars(
            parameters =>
            {
                Tensor loss = Loss(parameters);
                return [loss, .. Gradient.Of(loss, parameters)];
            },
            Moons.Parameters);

        Tensor Loss(IReadOnlyList<Tensor> parameters)
        {
            Tensor score = Moons.Score(
                parameters, x, y, static (x, y) => x + y, static (x, y) => x * y, static x => x.Relu());
            return (1 - labels * score).Relu().Mean();
        }
    }

    public void Run() => _lossAndGradient(Moons.Start, _result);

    /// <summary>The loss alone.</summary>
    public void RunLoss() => _loss(Moons.Start, _value);

    public double[] Result() => [.. _result];
}
