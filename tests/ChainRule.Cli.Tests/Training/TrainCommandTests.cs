using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ChainRule.Cli.Tests;

public sealed class TrainCommandTests : IDisposable
{
    private readonly TinyMnist _mnist = new();

    public void Dispose() => _mnist.Dispose();

    [Fact]
    public void A_folder_gets_a_plot_and_the_figures_of_every_epoch()
    {
        string folder = _mnist.At("new/results");
        Run run = Train("--epochs", "3", "--batch", "50", "--out", folder);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotNull(XDocument.Load(Path.Combine(folder, "training.svg")).Root);
        string[] rows = File.ReadAllLines(Path.Combine(folder, "training.csv"));
        Assert.Equal("epoch,step,training_loss,training_accuracy,test_accuracy", rows[0]);
        Assert.Equal(["1,12", "2,24", "3,36"], rows[1..].Select(static row => string.Join(',', row.Split(',')[..2])));
        Assert.All(rows, static row => Assert.Equal(5, row.Split(',').Length));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "training.json")));
        Assert.Equal(3, json.RootElement.GetProperty("epochs").GetArrayLength());
        Assert.False(json.RootElement.GetProperty("interrupted").GetBoolean());
        Assert.Equal(3, Directory.GetFiles(folder).Length); // nothing temporary is left
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("momentum")]
    [InlineData("adagrad")]
    [InlineData("adam")]
    public void Every_optimiser_learns_what_is_easy(string optimizer)
    {
        Run run = Train(
            "--epochs", "20", "--batch", "20", "--optimizer", optimizer, "--hidden", "20,10", "--activation", "tanh",
            "--out", _mnist.At("plot.svg"));
        Assert.Contains("Test accuracy: 100.00%", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_figures_with_any_number_of_threads()
    {
        string Figures(string seed, string threads)
        {
            string file = _mnist.At($"{seed}-{threads}.csv");
            Assert.Equal(0, Train("--epochs", "2", "--seed", seed, "--threads", threads, "--out", file).ExitCode);
            return File.ReadAllText(file);
        }

        Assert.Equal(Figures("7", "1"), Figures("7", "2"));
        Assert.NotEqual(Figures("7", "1"), Figures("8", "1"));
    }

    [Fact]
    public void An_interruption_keeps_what_was_learnt()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(700));
        string folder = _mnist.At("interrupted");
        Run run = Run.Of(source.Token, "train", "mnist", "--data", _mnist.Folder, "--epochs", "10000", "--out", folder);
        Assert.Equal((130, ""), (run.ExitCode, run.Error));
        Assert.Contains("Interrupted after", run.Output, StringComparison.Ordinal);
        Assert.Contains("Test accuracy so far: ", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\"interrupted\": true", File.ReadAllText(Path.Combine(folder, "training.json")), StringComparison.Ordinal);
        Assert.NotNull(XDocument.Load(Path.Combine(folder, "training.svg")).Root);
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_told_before_training()
    {
        string file = _mnist.At("t10k-labels-idx1-ubyte");
        string folder = Path.Combine(file, "results");
        Run run = Train("--out", folder);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(
            $"error: cannot write to the folder {folder}; choose another one with --out (", run.Error,
            StringComparison.Ordinal);
        Directory.CreateDirectory(_mnist.At("folder.svg/training.csv"));
        Assert.Contains(
            "because a folder has this name", Train("--out", _mnist.At("folder.svg")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_and_damaged_data_are_one_line()
    {
        Run missing = Run.Of("train", "mnist", "--data", _mnist.At("none"), "--out", _mnist.At("plot.svg"));
        Assert.Equal(1, missing.ExitCode);
        Assert.Equal(
            $"error: --data: there is no folder {_mnist.At("none")}; give the one with the four MNIST files\n",
            missing.Error);
        string file = _mnist.At("train-images-idx3-ubyte");
        Run noFolder = Run.Of("train", "mnist", "--data", file, "--out", _mnist.At("plot.svg"));
        Assert.Equal($"error: --data: {file} is a file; give the folder with the four MNIST files\n", noFolder.Error);
        string empty = Directory.CreateDirectory(_mnist.At("empty")).FullName;
        Run without = Run.Of("train", "mnist", "--data", empty, "--out", _mnist.At("plot.svg"));
        Assert.Matches(@"\Aerror: MNIST: there is no file [^\n]+ with --data\n\z", without.Error);
        File.WriteAllText(_mnist.At("train-images-idx3-ubyte"), "no images");
        Run damaged = Train("--out", _mnist.At("plot.svg"));
        Assert.Equal(1, damaged.ExitCode);
        Assert.Matches(@"\Aerror: [^\n]+[^.\n]\n\z", damaged.Error);
    }

    [Fact]
    public void Training_that_explodes_is_told_in_one_line()
    {
        Run run = Train(
            "--learning-rate", "1000", "--hidden", "50,50,50", "--epochs", "50", "--out", _mnist.At("plot.svg"));
        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"\Aerror: training: the loss of step \d+ is [^\n]+[^.\n]\n\z", run.Error);
    }

    [Fact]
    public void Training_worse_than_guessing_is_warned_of()
    {
        Run run = Train("--learning-rate", "100", "--epochs", "2", "--out", _mnist.At("plot.svg"));
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(
            @"\Awarning: the training loss \S+ is above 2\.30, that of guessing; try [^\n]+--learning-rate[^\n]*\n\z",
            run.Error);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_told()
    {
        string file = _mnist.At("t10k-labels-idx1-ubyte");
        Run run = Train("--out", file);
        Assert.Equal(
            $"error: cannot make the folder {file}, because a file has this name; choose another one with --out\n",
            run.Error);
    }

    [Fact]
    public void A_profile_shows_where_the_time_went()
    {
        Run run = Train("--epochs", "1", "--batch", "50", "--profile", "--out", _mnist.At("plot.svg"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split('\n');
        int titles = Array.FindIndex(lines, static line => line.EndsWith("speed   step", StringComparison.Ordinal));
        Assert.True(titles > 0 && lines[titles - 1].Length == 0, run.Output);
        Assert.Contains(lines[titles..], static line => Regex.IsMatch(
            line, @"^ +[\d.]+ +[\d.]+ % +12 +[\d.]+ +[\d.]+ GFLOP/s   dot \[50, 784\] · \[784, 50\]$"));
    }

    [Fact]
    public void The_plan_of_a_step_is_shown_instead_of_training()
    {
        Run run = Train("--batch", "7", "--hidden", "5", "--dump", "--out", _mnist.At("none/plot.svg"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("graph\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("`linear1.weight`", run.Output, StringComparison.Ordinal);
        Assert.Contains(": dot [7, 784] · [784, 5]: ", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_mnist.At("none")));
    }

    private Run Train(params string[] options) => Run.Of(["train", "mnist", "--data", _mnist.Folder, .. options]);
}
