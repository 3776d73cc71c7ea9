using System.CommandLine;
using System.CommandLine.Help;

namespace ChainRule.Cli;

/// <summary>The command `chainrule` with all below it.</summary>
internal static class ChainRuleCommand
{
    public static RootCommand Create(Terminal terminal, CancellationToken cancellation)
    {
        var help = new HelpText(terminal);
        var root = new RootCommand(
            "Computational graphs, backpropagation and training, to look at; without a command, the demo");
        var demo = new DemoCommand(terminal, cancellation);
        demo.AddTo(root);
        root.Add(demo.Create(help));
        root.Add(TrainCommand.Create(terminal, help, cancellation));
        root.Add(CheckCommand.Create(terminal, help, cancellation));
        root.Add(GraphCommand.Create(terminal, help));
        root.Add(StepCommand.Create(terminal, help));
        root.Add(PathsCommand.Create(terminal, help));
        root.Add(NudgeCommand.Create(terminal, help));
        root.Add(FormulasCommand.Create(terminal, help));
        root.Add(LessonCommand.Create(terminal, help));
        root.Add(ServeCommand.Create(terminal, help, cancellation));
        VersionOption version = root.Options.OfType<VersionOption>().Single();
        version.Description = "Show the version";
        version.Action = new PrintVersion(terminal);
        HelpOption helpOption = root.Options.OfType<HelpOption>().Single();
        helpOption.Description = "Show this help";
        helpOption.Action = help;
        help.Add(
            root,
            ("chainrule", "graphs, a gradient check, timings, and training on MNIST"),
            ("chainrule train mnist --epochs 5 --hidden 100,50", "train a network of your own"),
            ("chainrule check mnist", "compare backpropagation with central differences"),
            ("chainrule graph \"(x + y)**2\" --at x=3,y=4", "the graph of a formula"),
            ("chainrule step \"(x + y)**2\" --at x=3,y=4", "the same, step by step"),
            ("chainrule lesson apple", "an example of the lesson on backpropagation"),
            ("chainrule serve", "the playground, in your browser"));
        return root;
    }
}
