using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>Trains the textbook's network.</summary>
internal sealed class TrainingSection(Terminal terminal, Mnist mnist, int seed, int? epochs, Destination destination)
{
    public int Run(CancellationToken cancellation)
    {
        terminal.Heading("4. Learning to read digits");
        terminal.Paragraph(
            "The network 784-50-10 learns from all 60,000 training images, 100 at a time: each step moves every "
            + "weight against its derivative, times the learning rate 0.1. The test images are never learnt from.");
        terminal.Line();
        var plan = new TrainingPlan
        {
            Initializer = Initializer.Normal(0.01),
            Epochs = epochs,
            Iterations = epochs is null ? 10_000 : null,
            Seed = seed,
        };
        return new TrainingSession(terminal, mnist, plan, destination).Run(cancellation);
    }
}
