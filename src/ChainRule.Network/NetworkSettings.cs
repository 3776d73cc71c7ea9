using System.Globalization;
using ChainRule.Learning;

namespace ChainRule.Network;

/// <summary>What is trained, on what and how.</summary>
public sealed record NetworkSettings
{
    /// <summary>The most numbers in a layer, and the most hidden layers: a browser shall stay quick.</summary>
    public const int MostUnits = 128, MostLayers = 6;

    private const int MostInBatch = 500;

    /// <summary>The data sets.</summary>
    public static IReadOnlyList<string> DataSets { get; } = ["spirals", "moons", "circles", "digits"];

    /// <summary>The rules by which weights are changed.</summary>
    public static IReadOnlyList<string> Optimizers { get; } = ["sgd", "momentum", "adagrad", "adam"];

    /// <summary>How weights start.</summary>
    public static IReadOnlyList<string> Initializers { get; } = ["he", "xavier", "0.01", "1"];

    /// <summary>What is learnt: one of <see cref="DataSets"/>.</summary>
    public string Data { get; init; } = "spirals";

    /// <summary>The units of each hidden layer; none for a linear classifier.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [16, 16];

    /// <summary>The function between layers: one of <see cref="Activation.Names"/>.</summary>
    public string Activation { get; init; } = "tanh";

    /// <summary>One of <see cref="Initializers"/>.</summary>
    public string Initializer { get; init; } = "xavier";

    /// <summary>One of <see cref="Optimizers"/>.</summary>
    public string Optimizer { get; init; } = "adam";

    /// <summary>How far a step goes; positive.</summary>
    public double LearningRate { get; init; } = 0.01;

    /// <summary>The examples of a step, 1 to 500.</summary>
    public int Batch { get; init; } = 50;

    /// <summary>Determines the data, the first weights and the order of the examples.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Writes them as one line, for the address of the page.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Data};{string.Join('-', Hidden)};{Activation};{Initializer};{Optimizer};{LearningRate};{Batch};{Seed}");

    /// <summary>Reads such a line. What is missing or makes no sense is as usual, so that any link opens.</summary>
    public static NetworkSettings Parse(string? text)
    {
        var usual = new NetworkSettings();
        string[] parts = (text ?? "").Split(';');
        string Part(int i) => i < parts.Length ? parts[i] : "";
        return new()
        {
            Data = OneOf(DataSets, Part(0), usual.Data),
            Hidden = (parts.Length > 1 ? ParseHidden(parts[1]) : null) ?? usual.Hidden,
            Activation = OneOf(Learning.Activation.Names, Part(2), usual.Activation),
            Initializer = OneOf(Initializers, Part(3), usual.Initializer),
            Optimizer = OneOf(Optimizers, Part(4), usual.Optimizer),
            LearningRate = double.TryParse(Part(5), CultureInfo.InvariantCulture, out double rate) && IsRate(rate)
                ? rate
                : usual.LearningRate,
            Batch = int.TryParse(Part(6), CultureInfo.InvariantCulture, out int batch)
                ? Math.Clamp(batch, 1, MostInBatch)
                : usual.Batch,
            Seed = int.TryParse(Part(7), CultureInfo.InvariantCulture, out int seed) ? seed : usual.Seed,
        };
    }

    /// <summary>Whether a number can be a learning rate.</summary>
    public static bool IsRate(double rate) => rate is > 0 and <= 100;

    /// <summary>Reads the sizes of hidden layers, such as <c>16, 16</c>.</summary>
    /// <returns>The sizes; null if they are no numbers from 1 to 128, or too many.</returns>
    public static IReadOnlyList<int>? ParseHidden(string text)
    {
        string[] parts = text.Split(
            [' ', ',', '-', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length > MostLayers || (parts.Length == 0 && text.Length > 0)) return null;
        var sizes = new int[parts.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            if (!int.TryParse(parts[i], CultureInfo.InvariantCulture, out sizes[i]) || sizes[i] is < 1 or > MostUnits)
                return null;
        }

        return sizes;
    }

    /// <summary>The network with its first weights.</summary>
    /// <param name="inputs">The numbers of an example.</param>
    /// <param name="classes">The classes.</param>
    public Sequential Network(int inputs, int classes) => Sequential.Dense(
        [inputs, .. Hidden, classes], () => Learning.Activation.Create(Activation), Seed, FirstWeights());

    /// <summary>The rule, for the parameters of a network.</summary>
    public Optimizer Rule(IEnumerable<Variable> parameters) => Rule(Optimizer, parameters, LearningRate);

    /// <summary>A rule by its name.</summary>
    /// <exception cref="ArgumentException">The name is none of <see cref="Optimizers"/>.</exception>
    public static Optimizer Rule(string name, IEnumerable<Variable> parameters, double rate) => name switch
    {
        "sgd" => new Sgd(parameters, rate),
        "momentum" => new Sgd(parameters, rate, momentum: 0.9),
        "adagrad" => new AdaGrad(parameters, rate),
        "adam" => new Adam(parameters, rate),
        _ => throw new ArgumentException(
            $"No optimiser is called {name}: {string.Join(", ", Optimizers)}.", nameof(name)),
    };

    private Initializer FirstWeights() => Initializer switch
    {
        "he" => Learning.Initializer.He,
        "xavier" => Learning.Initializer.Xavier,
        _ => Learning.Initializer.Normal(double.Parse(Initializer, CultureInfo.InvariantCulture)),
    };

    private static string OneOf(IReadOnlyList<string> known, string name, string usual) =>
        known.Contains(name) ? name : usual;
}
