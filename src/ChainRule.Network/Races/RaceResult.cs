namespace ChainRule.Network;

/// <summary>What is seen of a race.</summary>
/// <param name="Below">
/// For each of some heights, lowest first, where the surface lies below it: the data of an SVG path, in a square of
/// <see cref="Contours.Size"/> from the upper left.
/// </param>
/// <param name="Paths">The ways of the optimisers.</param>
public sealed record RaceResult(IReadOnlyList<string> Below, IReadOnlyList<RacePath> Paths);

/// <summary>The way of one optimiser, from its start on; it ends early where the loss is no number any more.</summary>
/// <param name="Optimizer">Which.</param>
/// <param name="X">The places after each step.</param>
/// <param name="Y">The places after each step.</param>
/// <param name="Losses">The losses there.</param>
public sealed record RacePath(string Optimizer, IList<double> X, IList<double> Y, IList<double> Losses)
{
    internal void Add(double x, double y, double loss)
    {
        X.Add(x);
        Y.Add(y);
        Losses.Add(loss);
    }
}
