using System.Globalization;
using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>The table of a training, which grows by a line an epoch; in a narrow width with short titles.</summary>
internal sealed class EpochTable(int width)
{
    private const int Gap = 3;

    private static readonly string[] Long = ["epoch", "training loss", "training accuracy", "test accuracy"];
    private static readonly string[] Short = ["epoch", "    loss", "training", "   test"];

    private readonly string[] _titles = width > Text(Long, Long).Length ? Long : Short;

    /// <summary>The first line.</summary>
    public string Titles => Text(_titles, _titles);

    /// <summary>The line of an epoch.</summary>
    public string Row(EpochResult epoch) => Text(
        _titles,
        [
            Text($"{epoch.Epoch}"),
            Text($"{epoch.TrainLoss:0.0000}"),
            Text($"{epoch.TrainAccuracy:0.00%}"),
            Text($"{epoch.TestAccuracy:0.00%}"),
        ]);

    private static string Text(string[] titles, string[] cells) =>
        string.Concat(
            cells.Select((cell, i) => new string(' ', i == 0 ? Gap - 1 : Gap) + cell.PadLeft(titles[i].Length)));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
