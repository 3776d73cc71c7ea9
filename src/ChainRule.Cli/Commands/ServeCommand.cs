using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;

namespace ChainRule.Cli;

/// <summary>`chainrule serve`: the playground in a browser.</summary>
internal static class ServeCommand
{
    public static Command Create(Terminal terminal, HelpText help, CancellationToken cancellation)
    {
        var serve = new Command("serve", "Open the playground in the browser: graphs, steps and lessons to play with");
        Setting<int> port = Settings.Whole(
            "--port", "n", "The port on 127.0.0.1 [default: a free one]", 1, 65_535, null);
        var folder = Settings.Path(
            "--folder", "folder", "Serve the page in this folder [default: the one that comes with this program]");
        var isQuiet = new Option<bool>("--no-browser") { Description = "Only serve; open no browser" };
        serve.Add(port);
        serve.Add(folder);
        serve.Add(isQuiet);
        serve.SetAction(parsed =>
        {
            var files = PageFiles.In(parsed.GetValue(folder) ?? PageFiles.Folder);
            int? chosen = parsed.GetResult(port) is null ? null : parsed.GetValue(port);
            using PageServer server = PageServer.Start(files, chosen);
            terminal.Line($"The playground is at {server.Address}");
            terminal.Line("Ctrl-C ends it.");
            if (!parsed.GetValue(isQuiet)) Open(server.Address);
            server.RunAsync(cancellation).GetAwaiter().GetResult();
            return ExitCode.Success;
        });
        help.Add(
            serve,
            ("chainrule serve", "the playground, in your browser"),
            ("chainrule serve --port 8080 --no-browser", "on a port of your choice"));
        return serve;
    }

    // Without a browser to start, the address is on the screen.
    private static void Open(string address)
    {
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception none) when (none
            is Win32Exception or PlatformNotSupportedException or InvalidOperationException)
        {
        }
    }
}
