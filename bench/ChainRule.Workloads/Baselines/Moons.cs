namespace ChainRule.Workloads.Baselines;

/// <summary>
/// The problem of micrograd's demonstration: 96 points of two interleaved half circles, told apart by a network
/// 2-16-16-1 with ReLUs. The loss is the mean of max(0, 1 − label·score). Each unit's weights are followed by its bias.
/// </summary>
internal static class Moons
{
    public const int Points = 96, Inputs = 2, Width = 16;

    /// <summary>Where the parameters of the second and of the last layer begin, and where they end.</summary>
    public const int Second = Width * (Inputs + 1), Last = Second + Width * (Width + 1), Parameters = Last + Width + 1;

    private const int Half = Points / 2;

    static Moons()
    {
        var random = new Random(1);
        for (int i = 0; i < Points; i++)
        {
            bool lower = i >= Half;
            double angle = Math.PI * (i % Half) / (Half - 1);
            X[i] = (lower ? 1 - Math.Cos(angle) : Math.Cos(angle)) + Noise();
            Y[i] = (lower ? 0.5 - Math.Sin(angle) : Math.Sin(angle)) + Noise();
            Labels[i] = lower ? 1 : -1;
        }

        for (int i = 0; i < Parameters; i++) Start[i] = random.NextDouble() * 2 - 1;

        double Noise() => 0.1 * (random.NextDouble() * 2 - 1);
    }

    public static double[] X { get; } = new double[Points];

    public static double[] Y { get; } = new double[Points];

    /// <summary>−1 for the upper half circle, 1 for the lower.</summary>
    public static double[] Labels { get; } = new double[Points];

    /// <summary>The values of the parameters.</summary>
    public static double[] Start { get; } = new double[Parameters];

    /// <summary>The score, built of anything that can be added, multiplied and rectified.</summary>
    public static T Score<T>(
        IReadOnlyList<T> parameters, T x, T y, Func<T, T, T> add, Func<T, T, T> multiply, Func<T, T> relu)
    {
        int next = 0;
        T[] first = Layer([x, y], Width, relu);
        T[] second = Layer(first, Width, relu);
        return Layer(second, 1, static z => z)[0];

        T[] Layer(T[] inputs, int outputs, Func<T, T> activation)
        {
            var values = new T[outputs];
            for (int j = 0; j < outputs; j++)
            {
                T sum = multiply(parameters[next++], inputs[0]);
                for (int i = 1; i < inputs.Length; i++) sum = add(sum, multiply(parameters[next++], inputs[i]));
                values[j] = activation(add(sum, parameters[next++]));
            }

            return values;
        }
    }
}
