using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ChainRule.Cli;

/// <summary>How long the rest of some work is likely to take: 12 s left.</summary>
internal sealed class TimeLeftColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(task.RemainingTime is { } left ? Left(left) : "");

    /// <summary>The time in words.</summary>
    public static string Left(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s left")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):0} min left");
}
