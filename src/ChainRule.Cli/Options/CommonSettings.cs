using System.CommandLine;
using ChainRule.Learning;

namespace ChainRule.Cli;

/// <summary>The options that several commands have.</summary>
internal sealed class CommonSettings
{
    /// <summary>Where random numbers start.</summary>
    public Setting<int> Seed { get; } = Settings.Whole(
        "--seed", "n", "Where random numbers start: the same seed gives the same results", 0, int.MaxValue, 1);

    /// <summary>How many threads compute.</summary>
    public Setting<int> Threads { get; } = Settings.Whole(
        "--threads", "n", "How many threads compute; results do not depend on it [default: all processors]", 1, 1024,
        null);

    /// <summary>Where the MNIST files are.</summary>
    public Setting<string?> Data { get; } = Settings.Path(
        "--data", "folder", "The folder with the four MNIST files [default: those that come with this program]");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Seed);
        command.Add(Threads);
        command.Add(Data);
    }

    /// <summary>Takes over the number of threads, if it was given.</summary>
    public void ApplyThreads(ParseResult parsed)
    {
        if (parsed.GetResult(Threads) is not null) ExecutionSettings.Threads = parsed.GetValue(Threads);
    }

    /// <summary>Reads the images.</summary>
    /// <exception cref="FailureException">They are not there.</exception>
    public Mnist LoadMnist(ParseResult parsed)
    {
        string? folder = parsed.GetValue(Data);
        if (File.Exists(folder))
            throw new FailureException($"--data: {folder} is a file; give the folder with the four MNIST files");
        if (folder is not null && !Directory.Exists(folder))
            throw new FailureException($"--data: there is no folder {folder}; give the one with the four MNIST files");
        try
        {
            return Mnist.Load(folder);
        }
        catch (FileNotFoundException failure)
        {
            throw new FailureException($"{ErrorText.Of(failure)} with --data", failure);
        }
    }
}
