using ChainRule.Cli;

// Numbers are written and read the same way on every machine.
System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
Terminal terminal = Terminal.OfProcess();
using var interruption = new Interruption(terminal);
return await Application.RunAsync(args, terminal, interruption.Token);
