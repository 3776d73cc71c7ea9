using System.Globalization;
using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>Times one gradient by numerical differentiation and by backpropagation.</summary>
internal sealed class TimingSection(Terminal terminal, Mnist mnist, int seed, bool isQuick)
{
    private const int BatchSize = 100;

    public void Run(CancellationToken cancellation)
    {
        terminal.Heading("3. How fast is backpropagation?");
        Sequential net = new TrainingPlan { Seed = seed, Initializer = Initializer.Normal(0.01) }.CreateNetwork();
        (Tensor images, Tensor labels) = mnist.Train.Gather([.. Enumerable.Range(0, BatchSize)]);
        var timing = new GradientTiming(() => Loss.SoftmaxCrossEntropy(net.Forward(images), labels), net.Parameters);
        terminal.Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"One gradient for a batch of {BatchSize} images. Central differences run the network forward twice for "
            + $"each of its {timing.Derivatives:N0} parameters: {timing.ForwardPasses:N0} times. Backpropagation goes "
            + $"forward once and back once, and has all derivatives."));
        terminal.Line();
        NumericalTime numerical = terminal.Progress(
            "numerical differentiation", timing.Derivatives,
            view => timing.Numerical(TimeSpan.FromSeconds(isQuick ? 1 : 30), view, cancellation));
        Show(timing, numerical, timing.Backpropagation(cancellation));
    }

    private void Show(
        GradientTiming timing, NumericalTime numerical, (TimeSpan Function, TimeSpan Gradient) backpropagation)
    {
        var table = new Columns("", "time", "");
        table.Add(
            "numerical differentiation", Duration.Text(numerical.Whole),
            numerical.IsMeasured ? "measured" : "extrapolated");
        table.Add("backpropagation", Duration.Text(backpropagation.Gradient), "measured");
        table.Add("loss without gradient", Duration.Text(backpropagation.Function), "measured");
        terminal.Block(table.Text(terminal.Width));
        terminal.Line();
        if (!numerical.IsMeasured)
        {
            terminal.Paragraph(string.Create(CultureInfo.InvariantCulture,
                $"The time of numerical differentiation is extrapolated: {numerical.Done:N0} of the "
                + $"{timing.Derivatives:N0} derivatives were measured, in {Duration.Text(numerical.Measured)}. Each "
                + $"one is the same work."));
        }

        terminal.Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"Backpropagation is {Rounded(numerical.Whole / backpropagation.Gradient):N0} times as fast. "
            + $"All {timing.Derivatives:N0} derivatives together take "
            + $"{backpropagation.Gradient / backpropagation.Function:0.0} times as long as the loss alone; theory "
            + $"promises about 3 to 4 at most, however many parameters there are (the cheap gradient principle)."));
    }

    // Two digits: repeated measurements differ in the next one.
    private static double Rounded(double ratio)
    {
        double unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(ratio)) - 1));
        return Math.Round(ratio / unit) * unit;
    }
}
