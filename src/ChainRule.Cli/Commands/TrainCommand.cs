using System.CommandLine;
using System.Globalization;
using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>`chainrule train mnist`.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal, HelpText help, CancellationToken cancellation)
    {
        var train = new Command("train", "Train a network");
        var mnist = new Command("mnist", "Train a network to read handwritten digits, on the 60,000 images of MNIST");
        var epochs = Settings.Whole("--epochs", "n", "How often all images are gone through", 1, 10_000, 10);
        var batch = Settings.Whole("--batch", "n", "How many images a step learns from", 1, 60_000, 100);
        var rate = Settings.Positive("--learning-rate", "x", $"How far a step goes [default: {Rates()}]", 1000, null);
        var hidden = Settings.Sizes("--hidden", "sizes", "The number of neurons in each hidden layer", 10_000, "50");
        var activation = Settings.Choice(
            "--activation", "name", "What follows each hidden layer", Activation.Names, "relu");
        var optimizer = Settings.Choice(
            "--optimizer", "name", "How weights are changed", [.. TrainingPlan.LearningRates.Keys], "sgd");
        var destination = Settings.Destination();
        var profile = new Option<bool>("--profile") { Description = "Show in the end where the time went" };
        var dump = new Option<bool>("--dump")
        {
            Description = "Show how a step is computed, its graph and its plan, instead of training",
        };
        var common = new CommonSettings();
        Option[] options = [epochs, batch, rate, hidden, activation, optimizer, destination, profile, dump];
        foreach (Option option in options) mnist.Add(option);
        common.AddTo(mnist);
        mnist.SetAction(parsed =>
        {
            common.ApplyThreads(parsed);
            string optimizerName = parsed.GetValue(optimizer)!, activationName = parsed.GetValue(activation)!;
            var plan = new TrainingPlan
            {
                Hidden = parsed.GetValue(hidden)!,
                Activation = activationName,
                Initializer = activationName is "sigmoid" or "tanh" ? Initializer.Xavier : Initializer.He,
                Optimizer = optimizerName,
                LearningRate = parsed.GetResult(rate) is null
                    ? TrainingPlan.LearningRates[optimizerName]
                    : parsed.GetValue(rate),
                BatchSize = parsed.GetValue(batch),
                Epochs = parsed.GetValue(epochs),
                Seed = parsed.GetValue(common.Seed),
            };
            if (parsed.GetValue(dump))
            {
                terminal.Block(plan.Explain());
                return ExitCode.Success;
            }

            Destination place = parsed.GetValue(destination)!;
            place.Prepare();
            var session = new TrainingSession(terminal, common.LoadMnist(parsed), plan, place);
            return parsed.GetValue(profile) ? session.RunProfiled(cancellation) : session.Run(cancellation);
        });
        help.Add(
            mnist,
            ("chainrule train mnist", "784-50-10 for ten epochs"),
            ("chainrule train mnist --hidden 100,50 --optimizer adam --epochs 5", "two hidden layers"),
            ("chainrule train mnist --activation tanh --out results", "a plot and the figures in a folder"),
            ("chainrule train mnist --epochs 1 --profile", "where the time goes, kernel by kernel"));
        help.Add(train, ("chainrule train mnist --epochs 5", "five epochs"));
        train.Add(mnist);
        return train;
    }

    private static string Rates() => string.Join(", ", TrainingPlan.LearningRates.Select(
        static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} for {pair.Key}")));
}
