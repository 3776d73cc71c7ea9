using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ChainRule.Cli;

/// <summary>
/// Ctrl-C, or SIGTERM from a system that ends: the first one asks the work to stop and keep what it has, the second one
/// ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // timeout(1) and some shells send a signal to the process and once more to its group; nobody presses a key twice so
    // soon.
    private static readonly TimeSpan SameSignal = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _source = new();
    private readonly Terminal _terminal;
    private readonly PosixSignalRegistration[] _registrations;
    private long _first;

    public Interruption(Terminal terminal)
    {
        _terminal = terminal;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether that was SIGTERM.</summary>
    public bool IsTermination { get; private set; }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested)
        {
            if (Stopwatch.GetElapsedTime(_first) < SameSignal)
            {
                context.Cancel = true;
                return;
            }

            // A live progress bar hides the cursor, and nobody is left to bring it back.
            if (_terminal.Live) Console.Out.Write("\e[?25h");
            return;
        }

        context.Cancel = true;
        _first = Stopwatch.GetTimestamp();
        IsTermination = context.Signal == PosixSignal.SIGTERM;
        _source.Cancel();
    }
}
