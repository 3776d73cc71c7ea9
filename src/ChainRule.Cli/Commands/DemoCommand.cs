using System.CommandLine;

namespace ChainRule.Cli;

/// <summary>`chainrule demo`, which is also what `chainrule` alone does.</summary>
internal sealed class DemoCommand(Terminal terminal, CancellationToken cancellation)
{
    private readonly Setting<int> _epochs = Settings.Whole(
        "--epochs", "n", "Train for so many epochs instead of 10,000 steps (17 epochs)", 1, 10_000, null);

    private readonly Option<bool> _quick = new("--quick")
    {
        Description = "A tour of some seconds: a part of each measurement, one epoch",
    };
    private readonly Setting<Destination> _destination = Settings.Destination();
    private readonly CommonSettings _common = new();

    public Command Create(HelpText help)
    {
        var demo = new Command(
            "demo",
            "Graphs with derivatives, a gradient check, timings, training on MNIST; chainrule alone does the same");
        AddTo(demo);
        help.Add(
            demo,
            ("chainrule demo", "the whole tour, half a minute or so"),
            ("chainrule demo --quick", "the tour in some seconds"),
            ("chainrule demo --epochs 5 --out results", "less training; the plot and the figures go to a folder"));
        return demo;
    }

    /// <summary>Lets a command run the demo.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_epochs, _quick, _destination]) command.Add(option);
        _common.AddTo(command);
        command.SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        _common.ApplyThreads(parsed);
        bool isQuick = parsed.GetValue(_quick);
        int seed = parsed.GetValue(_common.Seed);
        int? epochs = parsed.GetResult(_epochs) is not null ? parsed.GetValue(_epochs) : isQuick ? 1 : null;
        Destination place = parsed.GetValue(_destination)!;
        place.Prepare();
        var mnist = _common.LoadMnist(parsed);

        new GraphSection(terminal).Run();
        new CheckSection(terminal, mnist, seed, isQuick).Run(cancellation);
        new TimingSection(terminal, mnist, seed, isQuick).Run(cancellation);
        return new TrainingSection(terminal, mnist, seed, epochs, place).Run(cancellation);
    }
}
