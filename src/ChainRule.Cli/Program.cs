using ChainRule.Cli;

// Numbers are written and read the same way on every machine.
System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
Terminal terminal = Terminal.OfProcess();
using var interruption = new Interruption(terminal);
int exitCode = await Application.RunAsync(args, terminal, interruption.Token);
return exitCode == ExitCode.Interrupted && interruption.IsTermination ? ExitCode.Terminated : exitCode;
