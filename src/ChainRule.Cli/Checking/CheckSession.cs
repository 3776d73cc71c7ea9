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
        var network =
            new TrainingPlan { Activation = plan.Activation, Initializer = Initializer.Normal(0.01), Seed = plan.Seed };
        Sequential net = network.CreateNetwork(plan.DType);
        (Tensor images, Tensor labels) = mnist.Train.Gather([.. Enumerable.Range(0, plan.Images)]);
        Tensor inputs = images.Cast(plan.DType).Detach();
        string type = plan.DType == DType.Float32 ? "float32" : "float64";
        int derivatives = net.Parameters.Sum(parameter => Math.Min(parameter.Length, plan.MaxElements));
        var options = new GradientCheckOptions
        {
            Step = plan.Step,
            MaxElements = plan.MaxElements,
            CancellationToken = cancellation,
        };
        GradientCheckReport report = Measured(type, derivatives, watcher => GradientCheck.Run(
            () => Loss.SoftmaxCrossEntropy(net.Forward(inputs), labels),
            net.Parameters,
            options with { Progress = watcher }));
        string criterion = string.Create(
            CultureInfo.InvariantCulture, $"|Δ| ≤ {report.Tolerance:0.0e+00} · max(1, |f|, |g|)");
        terminal.Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"{type}, step {report.Step:0.0e+00}, {Plural.Of(plan.Images, "image")}, weights N(0, 0.01²); "
            + $"passes where {criterion.Replace(' ', Wrapping.Joint)}:"));
        terminal.Block(Table(report).Text(terminal.Width));
        foreach (InputCheck input in report.Inputs) Explain(input);
        return report;
    }

    /// <summary>Says what the signs above the table mean.</summary>
    public static void ExplainSigns(Terminal terminal) => terminal.Paragraph(
        "Here f is the loss, g its derivative by one parameter, and |Δ| how far the two ways to g are apart. "
        + "The tolerance grows with f, because rounding f is what limits central differences. So |Δ|/|g|, which does "
        + "not decide, can be large where a derivative is tiny.");

    /// <summary>The names of the parameters of which no derivative could be compared.</summary>
    public static IReadOnlyList<string> NotCompared(GradientCheckReport report) =>
        [
            .. report.Inputs
                .Where(static input => input.Compared == 0)
                .Select(static input => ParameterNames.Of(input.Name)),
        ];

    private GradientCheckReport Measured(string type, int derivatives, Func<Watcher, GradientCheckReport> check)
    {
        long done = 0;
        try
        {
            return terminal.Progress(
                $"checking in {type}", derivatives, view => check(new Watcher(view, count => done = count)));
        }
        catch (OperationCanceledException interruption)
        {
            throw new InterruptedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"interrupted: {done:N0} of {Plural.Of(derivatives, "derivative")} were computed both ways in "
                    + $"{type}"),
                interruption);
        }
    }

    private static Columns Table(GradientCheckReport report)
    {
        var table = new Columns("parameter", "compared", "mean |Δ|", "max |Δ|", "at", "max |Δ|/|g|", "at", "kinks");
        foreach (InputCheck input in report.Inputs)
        {
            if (input.Compared == 0)
            {
                table.Add(ParameterNames.Of(input.Name), "0", "–", "–", "–", "–", "–", Kinks(input));
                continue;
            }

            table.Add(
                ParameterNames.Of(input.Name), input.Compared.ToString("N0", CultureInfo.InvariantCulture),
                Error(input.MeanAbsoluteError), Error(input.MaxAbsoluteError), Index(input.MaxAbsoluteErrorAt),
                Error(input.MaxRelativeError), Index(input.MaxRelativeErrorAt), Kinks(input));
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
                + $"where backpropagation gives {input.Backpropagated:g6} and the central difference "
                + $"{input.Numerical:g6}."));
        }

        if (input.Kinks.Count == 0) return;
        IEnumerable<string> listed = input.Kinks.Take(ListedKinks)
            .Select(kink => $"{name}{Index(kink.Element)} at {kink.Unit}{Index(kink.UnitIndex)}");
        int others = input.Kinks.Count - ListedKinks;
        string rest = others > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {others:N0} more") : "";
        terminal.Paragraph(
            $"{name}: left out where the step crosses a kink, so that there is no derivative to compare: "
            + $"{string.Join("; ", listed)}{rest}.");
    }

    private static string Kinks(InputCheck input) => input.Kinks.Count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Error(double value) => value.ToString("0.0e+00", CultureInfo.InvariantCulture);

    private static string Index(IReadOnlyList<int> index) => $"[{string.Join(", ", index)}]";

    private sealed class Watcher(IProgressView view, Action<long> count) : IProgress<long>
    {
        public void Report(long value)
        {
            count(value);
            view.Report(value);
        }
    }
}
