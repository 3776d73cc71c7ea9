using System.Runtime.InteropServices;

namespace ChainRule.Cli;

/// <summary>Ctrl-C: the first one asks the work to stop and keep what it has, the second one ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _registration;

    public Interruption(Terminal terminal) => _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
    {
        if (_source.IsCancellationRequested)
        {
            // A live progress bar hides the cursor, and nobody is left to bring it back.
            if (terminal.Live) Console.Out.Write("\e[?25h");
            return;
        }

        context.Cancel = true;
        _source.Cancel();
    });

    /// <summary>Cancelled by the first Ctrl-C.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
