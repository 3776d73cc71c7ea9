using System.Text;

namespace ChainRule.Cli.Tests;

public sealed class WrongUsageTests
{
    private static readonly string[] Lines =
    [
        "trian", "foo", "train", "check", "train mnst", "train cifar", "train mnist extra", "-x", "--sed 3",
        "train mnist --epoch 3", "train mnist --learningrate 0.1", "train mnist --epochs abc",
        "train mnist --epochs 0", "train mnist --epochs -1", "train mnist --epochs 1.5", "train mnist --epochs 10001",
        "train mnist --epochs", "train mnist --epochs --batch 10", "train mnist --epochs 1 --epochs 2",
        "train mnist --batch 60001", "train mnist --learning-rate 0", "train mnist --learning-rate -1",
        "train mnist --learning-rate nan", "train mnist --learning-rate 0,1", "train mnist --hidden 0",
        "train mnist --hidden 50,,10", "train mnist --hidden 50 x", "train mnist --hidden",
        "train mnist --activation rleu", "train mnist --optimizer adm", "train mnist --seed -1",
        "train mnist --threads 0", "train mnist --out plot.png", "train mnist --data", "check mnist --images 0",
        "check mnist --step 2", "check mnist --dtype float16", "check mnist --elements 0", "demo --quick=3", "@file",
        "check mnist --epochs 3", "train --epochs 3", "train mnist --quick", "--images 3",
    ];

    [Fact]
    public void Every_wrong_line_gets_one_line_of_explanation()
    {
        var text = new StringBuilder();
        foreach (string line in Lines)
        {
            Run run = Run.Of(line.Split(' '));
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Matches(@"\Aerror: [^\n]+[^.\n]\n\z", run.Error);
            text.Append("$ chainrule ").Append(line).Append('\n').Append(run.Error).Append('\n');
        }

        Approved.Verify(text.ToString());
    }
}
