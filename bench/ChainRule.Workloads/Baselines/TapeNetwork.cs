namespace ChainRule.Workloads.Baselines;

/// <summary>By <see cref="Tape"/>: the loss of one point is recorded once and run for each of them.</summary>
internal sealed class TapeNetwork : ISmallNetwork
{
    private readonly Tape _tape = new();
    private readonly int[] _parameters;
    private readonly int _x, _y, _minusLabel;
    private double _loss;

    public TapeNetwork()
    {
        _parameters = Array.ConvertAll(Moons.Start, _ => _tape.Input());
        (_x, _y, _minusLabel) = (_tape.Input(), _tape.Input(), _tape.Input());
        int one = _tape.Input();
        int score = Moons.Score(_parameters, _x, _y, _tape.Add, _tape.Multiply, _tape.Relu);
        _tape.Relu(_tape.Add(one, _tape.Multiply(_minusLabel, score)));
        _tape.Freeze();
        Moons.Start.CopyTo(_tape.Values, 0);
        _tape.Values[one] = 1;
    }

    public void Run()
    {
        Array.Clear(_tape.Adjoints);
        _loss = 0;
        for (int i = 0; i < Moons.Points; i++)
        {
            _tape.Values[_x] = Moons.X[i];
            _tape.Values[_y] = Moons.Y[i];
            _tape.Values[_minusLabel] = -Moons.Labels[i];
            _tape.Forward();
            _loss += _tape.Values[^1] / Moons.Points;
            _tape.Reverse(1.0 / Moons.Points);
        }
    }

    // Parameters were recorded first.
    public double[] Result() => [_loss, .. _tape.Adjoints.AsSpan(0, _parameters.Length)];
}
