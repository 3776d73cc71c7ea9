namespace ChainRule.Web.Network.Races;

/// <summary>What tells optimisers apart besides their colours: the marks on their lines.</summary>
internal static class RaceMarks
{
    /// <summary>An outline around a place, as data of an SVG path.</summary>
    /// <param name="racer">Which optimiser, from 0.</param>
    /// <param name="x">Where.</param>
    /// <param name="y">Where.</param>
    /// <param name="radius">How large.</param>
    public static string Of(int racer, double x, double y, double radius)
    {
        (string at, string r) = ($"{Numbers.Place(x)} {Numbers.Place(y)}", Numbers.Place(radius));
        return racer switch
        {
            // A disc, a square, a triangle and a diamond of about one area.
            0 => $"M{at}m-{r} 0{Half(radius)}{Half(-radius)}z",
            1 => Outline(x, y, 0.9 * radius, (-1, -1), (1, -1), (1, 1), (-1, 1)),
            2 => Outline(x, y, radius, (0, -1.25), (1.2, 0.95), (-1.2, 0.95)),
            _ => Outline(x, y, 1.3 * radius, (0, -1), (1, 0), (0, 1), (-1, 0)),
        };
    }

    private static string Half(double radius) =>
        $"a{Numbers.Place(radius)} {Numbers.Place(radius)} 0 1 0 {Numbers.Place(2 * radius)} 0";

    private static string Outline(double x, double y, double size, params (double X, double Y)[] corners) =>
        $"M{string.Join('L', corners.Select(corner =>
            $"{Numbers.Place(x + (size * corner.X))} {Numbers.Place(y + (size * corner.Y))}"))}z";
}
