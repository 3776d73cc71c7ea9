using System.Diagnostics;

namespace ChainRule.Cli.Tests;

/// <summary>The real program in a process of its own, with its output in a pipe.</summary>
internal sealed class CommandProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;

    public CommandProcess(params string[] arguments)
        : this(null, arguments)
    {
    }

    /// <summary>Starts it with an environment variable.</summary>
    public CommandProcess((string Name, string Value)? variable, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Application).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (variable is var (name, value)) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Reads lines up to one that starts so.</summary>
    public void ReadTo(string start)
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (line.TrimStart().StartsWith(start, StringComparison.Ordinal)) return;
        }

        Assert.Fail($"No line starts with '{start}'. {_error.Result}");
    }

    /// <summary>Sends a signal, or the same one twice at once: INT is what Ctrl-C sends.</summary>
    public void Signal(string name, bool twice)
    {
        string id = _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using Process kill = Process.Start(
            "sh", ["-c", $"kill -{name} {id}{(twice ? $"; sleep 0.02; kill -{name} {id}" : "")}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end.</summary>
    public Run End()
    {
        string output = _process.StandardOutput.ReadToEnd();
        _process.WaitForExit();
        return new(_process.ExitCode, output.ReplaceLineEndings("\n"), _error.Result.ReplaceLineEndings("\n"));
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
