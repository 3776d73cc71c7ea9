namespace ChainRule.Network;

/// <summary>A function of two variables on which optimisers race down, and what suits it. Its minimum is 0.</summary>
/// <param name="Name">What it is called in addresses.</param>
/// <param name="Formula">The function of x and y.</param>
/// <param name="Across">The lowest and the highest x of the picture.</param>
/// <param name="Up">The lowest and the highest y.</param>
/// <param name="Start">Where the race begins.</param>
/// <param name="Minima">Where it is 0.</param>
/// <param name="Steps">How long it is.</param>
/// <param name="Rates">The learning rates of <see cref="NetworkSettings.Optimizers"/>, in their order.</param>
public sealed record RaceSurface(
    string Name,
    string Formula,
    (double Low, double High) Across,
    (double Low, double High) Up,
    (double X, double Y) Start,
    IReadOnlyList<(double X, double Y)> Minima,
    int Steps,
    IReadOnlyList<double> Rates)
{
    /// <summary>Those that there are.</summary>
    public static IReadOnlyList<RaceSurface> All { get; } =
    [
        // The lesson's own, with its learning rates.
        new("valley", "x**2 / 20 + y**2", (-8, 8), (-3, 3), (-7, 2), [(0, 0)], 40, [0.95, 0.1, 1.5, 0.3]),
        new("rosenbrock", "(1 - x)**2 + 100 * (y - x**2)**2", (-2, 2), (-1, 2), (-1.2, 1), [(1, 1)], 500,
            [0.0015, 0.001, 0.5, 0.2]),
        new("beale", "(1.5 - x + x*y)**2 + (2.25 - x + x*y**2)**2 + (2.625 - x + x*y**3)**2",
            (-1, 4), (-1.75, 2), (1, 1.5), [(3, 0.5)], 300, [0.01, 0.003, 1, 0.2]),
        new("saddle", "x**2 / 2 + (y**2 - 2)**2 / 8", (-3, 3), (-2.25, 2.25), (-2.6, 0.02),
            [(0, -Math.Sqrt(2)), (0, Math.Sqrt(2))], 120, [0.2, 0.05, 0.4, 0.1]),
        new("himmelblau", "(x**2 + y - 11)**2 + (x + y**2 - 7)**2", (-6, 6), (-4.5, 4.5), (0, -0.5),
            [(3, 2), (-2.805118, 3.131313), (-3.77931, -3.283186), (3.584428, -1.848127)], 120, [0.01, 0.01, 1, 0.3]),
    ];

    /// <summary>The one of a name; null if there is none.</summary>
    public static RaceSurface? Find(string name) => All.FirstOrDefault(surface => surface.Name == name);

    /// <summary>The nearest place of the picture.</summary>
    public (double X, double Y) Within(double x, double y) =>
        (Math.Clamp(x, Across.Low, Across.High), Math.Clamp(y, Up.Low, Up.High));
}
