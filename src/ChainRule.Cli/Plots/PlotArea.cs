namespace ChainRule.Cli;

/// <summary>The rectangle between the axes, and where a point is in it.</summary>
internal sealed record PlotArea(Axis X, Axis Y, double Left, double Right, double Top, double Bottom)
{
    public double AtX(double value) => Left + (X.Place(value) * (Right - Left));

    public double AtY(double value) => Bottom + (Y.Place(value) * (Top - Bottom));
}
