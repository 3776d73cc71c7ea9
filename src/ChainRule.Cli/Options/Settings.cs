using System.CommandLine.Completions;
using System.Globalization;

namespace ChainRule.Cli;

/// <summary>The kinds of options.</summary>
internal static class Settings
{
    /// <summary>A whole number.</summary>
    public static Setting<int> Whole(
        string name, string placeholder, string description, int low, int high, int? standard) => new(
        name, placeholder, description, $"a whole number from {low} to {high}",
        (text, out value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && value >= low && value <= high,
        standard?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A positive number.</summary>
    public static Setting<double> Positive(
        string name, string placeholder, string description, double high, double? standard) => new(
        name, placeholder, description,
        string.Create(CultureInfo.InvariantCulture, $"a number above 0 and up to {high}"),
        (text, out value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && value > 0 && value <= high,
        standard?.ToString(CultureInfo.InvariantCulture));

    /// <summary>One of a few words.</summary>
    public static Setting<string> Choice(
        string name, string placeholder, string description, IReadOnlyList<string> choices, string standard)
    {
        var setting = new Setting<string>(
            name, placeholder, $"{description}: {string.Join(", ", choices)}", $"one of {string.Join(", ", choices)}",
            (text, out value) => choices.Contains(value = text.ToLowerInvariant()),
            standard);
        setting.CompletionSources.Add(_ => choices.Select(static choice => new CompletionItem(choice)));
        return setting;
    }

    /// <summary>One or several whole numbers.</summary>
    public static Setting<int[]> Sizes(
        string name, string placeholder, string description, int high, string standard) => new(
        name, placeholder, description, $"whole numbers from 1 to {high}, such as 50 or 100,50",
        (text, out value) => TryReadSizes(text, high, out value),
        standard, several: true);

    /// <summary>A file or folder.</summary>
    public static Setting<string?> Path(
        string name, string placeholder, string description, string? standard = null) => new(
        name, placeholder, description, "the path of a file or folder",
        (text, out value) => !string.IsNullOrWhiteSpace(value = text) && !text.Contains('\0', StringComparison.Ordinal),
        standard);

    /// <summary>Where results go: --out.</summary>
    public static Setting<Destination> Destination() => new(
        "--out", "path", "Where the plot goes, or a folder for the plot and the figures",
        "a folder, or a file that ends in .svg, .csv or .json",
        Cli.Destination.TryRead, "mnist-training.svg");

    private static bool TryReadSizes(string text, int high, out int[] sizes)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        sizes = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            bool isNumber = int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out sizes[i]);
            if (!isNumber || sizes[i] < 1 || sizes[i] > high) return false;
        }

        return true;
    }
}
