namespace ChainRule.Workloads.Baselines;

/// <summary>By <see cref="ClosureEngine"/>: all points in one graph, built anew for each pass.</summary>
internal sealed class ClosureNetwork : ISmallNetwork
{
    private ClosureEngine _loss = 0;
    private ClosureEngine[] _parameters = [];

    public void Run()
    {
        _parameters = Array.ConvertAll(Moons.Start, static value => new ClosureEngine(value));
        _loss = 0;
        for (int i = 0; i < Moons.Points; i++)
        {
            ClosureEngine score = Moons.Score(
                _parameters,
                Moons.X[i],
                Moons.Y[i],
                static (x, y) => x + y,
                static (x, y) => x * y,
                static x => x.Relu());
            _loss += (1 + -Moons.Labels[i] * score).Relu();
        }

        _loss *= 1.0 / Moons.Points;
        _loss.Backward();
    }

    public double[] Result() => [_loss.Data, .. _parameters.Select(static parameter => parameter.Gradient)];
}
