using System.Globalization;

namespace ChainRule.Network;

/// <summary>A race of optimisers down one surface.</summary>
public sealed record RaceSettings
{
    /// <summary>What a line of settings begins with.</summary>
    public const string Mark = "race";

    // The parts of a line before the learning rates.
    private const int FirstRate = 4;

    private RaceSettings(RaceSurface surface) =>
        (Surface, Start, Rates) = (surface, surface.Start, surface.Rates);

    /// <summary>The surface.</summary>
    public RaceSurface Surface { get; }

    /// <summary>Where all begin.</summary>
    public (double X, double Y) Start { get; init; }

    /// <summary>The learning rates of <see cref="NetworkSettings.Optimizers"/>, in their order.</summary>
    public IReadOnlyList<double> Rates { get; init; }

    /// <summary>The optimisers that are not shown.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>How many steps are shown; null for all.</summary>
    public int? Step { get; init; }

    /// <summary>What a surface begins with.</summary>
    public static RaceSettings On(RaceSurface surface) => new(surface);

    /// <summary>Whether a line of settings is that of a race.</summary>
    public static bool IsRace(string? text) =>
        text == Mark || text?.StartsWith(Mark + ";", StringComparison.Ordinal) == true;

    /// <summary>Reads a line. What is missing or makes no sense is as usual, so that any link opens.</summary>
    public static RaceSettings Parse(string? text)
    {
        string[] parts = (text ?? "").Split(';');
        string Part(int i) => i < parts.Length ? parts[i] : "";
        double? Number(int i) =>
            double.TryParse(Part(i), CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
                ? number
                : null;
        RaceSettings usual = On(RaceSurface.Find(Part(1)) ?? RaceSurface.All[0]);
        int rest = FirstRate + usual.Rates.Count;
        return usual with
        {
            Start = usual.Surface.Within(Number(2) ?? usual.Start.X, Number(3) ?? usual.Start.Y),
            Rates = [.. usual.Rates.Select((rate, i) =>
                Number(FirstRate + i) is { } other && NetworkSettings.IsRate(other) ? other : rate)],
            Hidden = [.. NetworkSettings.Optimizers.Where(Part(rest).Split('-').Contains)],
            Step = int.TryParse(Part(rest + 1), CultureInfo.InvariantCulture, out int step) && step >= 0
                && step < usual.Surface.Steps ? step : null,
        };
    }

    /// <summary>Whether the same happens in another race, whatever is shown of it.</summary>
    public bool RunsLike(RaceSettings? other) =>
        other is not null && Surface == other.Surface && Start == other.Start && Rates.SequenceEqual(other.Rates);

    /// <summary>Writes them as one line, for the address of the page and the worker.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Mark};{Surface.Name};{Start.X};{Start.Y};{Joined()};{string.Join('-', Hidden)};{Step}");

    private string Joined() =>
        string.Join(';', Rates.Select(static rate => rate.ToString(CultureInfo.InvariantCulture)));
}
