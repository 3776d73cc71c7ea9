using System.Globalization;
using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>Compares backpropagation with numerical differentiation on a whole network.</summary>
internal sealed class CheckSection(Terminal terminal, Mnist mnist, int seed, bool isQuick)
{
    // Enough for a look at every parameter; the whole takes some seconds.
    private const int QuickElements = 300;

    public void Run(CancellationToken cancellation)
    {
        terminal.Heading("2. Is backpropagation right?");
        terminal.Paragraph(
            "A network 784-50-10 reads handwritten digits. Every derivative of its loss is computed twice: by "
            + "backpropagation, and by changing one weight a little to both sides (central differences). Both must "
            + "agree up to rounding.");
        terminal.Line();
        var plan = new CheckPlan { Seed = seed, MaxElements = isQuick ? QuickElements : int.MaxValue };
        GradientCheckReport precise = new CheckSession(terminal, mnist, plan).Run(cancellation);
        terminal.Line();
        GradientCheckReport single = new CheckSession(terminal, mnist, plan with { DType = DType.Float32 }).Run(
            cancellation);
        terminal.Line();
        CheckSession.ExplainSigns(terminal);
        terminal.Line();
        bool isWrong = precise.Inputs.Concat(single.Inputs).Any(static input => input.Failures > 0);
        string[] missing = [.. CheckSession.NotCompared(precise).Union(CheckSession.NotCompared(single))];
        if (!isWrong && missing.Length > 0)
        {
            terminal.Paragraph(
                $"No derivative of {string.Join(", ", missing)} could be compared, so the check is not complete.");
            return;
        }

        terminal.Paragraph(!isWrong
            ? string.Create(CultureInfo.InvariantCulture,
                $"They agree within the tolerance: in float64 to {Largest(precise):0.0e+00} in the mean. "
                + $"Float32 has 7 digits instead of 16 and needs larger steps, "
                + $"so there it is {Largest(single):0.0e+00}. "
                + $"The largest differences are where a derivative is tiny, or where a step just touches a kink.")
            : "They do not agree: something is wrong.");
    }

    private static double Largest(GradientCheckReport report) =>
        report.Inputs.Max(static input => input.MeanAbsoluteError);
}
