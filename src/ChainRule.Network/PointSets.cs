using ChainRule.Learning;

namespace ChainRule.Network;

/// <summary>Points of a plane in classes that no straight line separates.</summary>
internal static class PointSets
{
    private const int PerClass = 100;

    // How far points stray from their curve.
    private const double Noise = 0.035;

    /// <summary>Makes a set.</summary>
    /// <param name="name">spirals, moons or circles.</param>
    /// <param name="seed">Determines the points.</param>
    /// <exception cref="ArgumentException">There is no such set of points.</exception>
    public static LabeledData Of(string name, int seed)
    {
        if (name is not ("spirals" or "moons" or "circles"))
            throw new ArgumentException($"No set of points is called {name}: spirals, moons or circles.", nameof(name));
        int classes = name == "spirals" ? 3 : 2;
        var places = new float[classes * PerClass * 2];
        var labels = new int[classes * PerClass];
        float[] noise = Tensor.RandomNormal([places.Length], seed, deviation: Noise).ToArray<float>();
        for (int i = 0; i < labels.Length; i++)
        {
            (int kind, double along) = (i / PerClass, i % PerClass / (double)PerClass);
            labels[i] = kind;
            (double x, double y) = name switch
            {
                // Not from the middle on, where all arms meet.
                "spirals" => Around(0.1 + (0.9 * along), (4 * along) + (2 * Math.PI / 3 * kind)),
                "moons" => Moon(kind, Math.PI * along),
                _ => Around(kind == 0 ? 0.4 : 0.85, 2 * Math.PI * along),
            };
            (places[2 * i], places[(2 * i) + 1]) = ((float)x + noise[2 * i], (float)y + noise[(2 * i) + 1]);
        }

        return LabeledData.From(Tensor.From<float>(places, [labels.Length, 2]), Tensor.From<int>(labels));
    }

    private static (double X, double Y) Around(double radius, double angle) =>
        (radius * Math.Cos(angle), radius * Math.Sin(angle));

    private static (double X, double Y) Moon(int kind, double angle) => kind == 0
        ? (0.55 * Math.Cos(angle) - 0.25, 0.55 * Math.Sin(angle) - 0.15)
        : (0.25 - 0.55 * Math.Cos(angle), 0.15 - 0.55 * Math.Sin(angle));
}
