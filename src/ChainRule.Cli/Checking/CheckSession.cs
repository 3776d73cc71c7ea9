using System.Globalization;
using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>Checks the gradient of the textbook's network and shows the result.</summary>
internal sealed class CheckSession(Terminal terminal, Mnist mnist, CheckPlan plan)
{
    private const int ListedKinks = 3;

    /// <summary>Checks and prints.</summary>
    public GradientCheckReport Run(CancellationToken cancellation)
    {
        var network = new TrainingPlan { Activation = plan.Activation, Initializer = Initializer.Normal(0.01), Seed = plan.Seed };
        Sequential net = network.CreateNetwork(plan.DType);
        (Tensor images, Tensor labels) = mnist.Train.Gather([.. Enumerable.Range(0, plan.Images)]);
        Tensor inputs = images.Cast(plan.DType).Detach();
        string type = plan.DType == DType.Float32 ? "float32" : "float64";
        GradientCheckReport report = terminal.Progress(
            $"checking in {type}",
            net.Parameters.Sum(parameter => Math.Min(parameter.Length, plan.MaxElements)),
            view => GradientCheck.Run(() => Loss.SoftmaxCrossEntropy(net.Forward(inputs), labels), net.Parameters, new GradientCheckOptions
            {
                Step = plan.Step,
                MaxElements = plan.MaxElements,
                CancellationToken = cancellation,
                Progress = new Watcher(view),
            }));
        string count = plan.Images == 1 ? "1 image" : string.Create(CultureInfo.InvariantCulture, $"{plan.Images} images");
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{type}, step {report.Step:0.0e+00}, {count}, weights N(0, 0.01²):"));
        terminal.Block(Table(report).ToString());
        foreach (InputCheck input in report.Inputs) Explain(input);
        return report;
    }

    private static Columns Table(GradientCheckReport report)
    {
        var table = new Columns("parameter", "compared", "mean |Δ|", "max |Δ|", "at", "max |Δ|/|g|", "at", "kinks");
        foreach (InputCheck input in report.Inputs)
        {
            table.Add(
                ParameterNames.Of(input.Name), input.Compared.ToString("N0", CultureInfo.InvariantCulture),
                Error(input.MeanAbsoluteError), Error(input.MaxAbsoluteError), Index(input.MaxAbsoluteErrorAt),
                Error(input.MaxRelativeError), Index(input.MaxRelativeErrorAt), input.Kinks.Count.ToString(CultureInfo.InvariantCulture));
        }

        return table;
    }

    private void Explain(InputCheck input)
    {
        string name = ParameterNames.Of(input.Name);
        if (input.Failures > 0)
        {
            terminal.Paragraph(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {input.Failures:N0} of {input.Compared:N0} derivatives differ too much; "
                + $"the worst is {name}{Index(input.MaxAbsoluteErrorAt)}, "
                + $"where backpropagation gives {input.Backpropagated:g6} and the central difference {input.Numerical:g6}."));
        }

        if (input.Kinks.Count == 0) return;
        IEnumerable<string> listed = input.Kinks.Take(ListedKinks)
            .Select(kink => $"{name}{Index(kink.Element)} at {kink.Unit}{Index(kink.UnitIndex)}");
        int others = input.Kinks.Count - ListedKinks;
        string rest = others > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {others:N0} more") : "";
        terminal.Paragraph(
            $"{name}: left out where the step crosses a kink, so that there is no derivative to compare: {string.Join("; ", listed)}{rest}.");
    }

    private static string Error(double value) => value.ToString("0.0e+00", CultureInfo.InvariantCulture);

    private static string Index(IReadOnlyList<int> index) => $"[{string.Join(", ", index)}]";

    private sealed class Watcher(IProgressView view) : IProgress<long>
    {
        public void Report(long value) => view.Report(value);
    }
}
