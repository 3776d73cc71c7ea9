using System.Net;
using System.Net.Sockets;
using ChainRule.Cli;

namespace ChainRule.Web.Tests.Browser;

/// <summary>The published page, served from a folder below the root, as any static host could.</summary>
internal sealed class PublishedPage : IDisposable
{
    private readonly HttpListener _listener = new();

    public PublishedPage()
    {
        Address = $"http://127.0.0.1:{FreePort()}/some/folder/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where <c>scripts/publish-web.sh</c> puts it.</summary>
    public static string Folder { get; } = RepositoryRoot.Of("artifacts", "web");

    public string Address { get; }

    /// <summary>The bytes of all answers so far, as they were sent.</summary>
    public long Transferred { get; private set; }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            try
            {
                await AnswerAsync(context);
            }
            catch (HttpListenerException)
            {
                // The browser has lost interest in this one.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        string name = context.Request.Url!.AbsolutePath["/some/folder/".Length..];
        string path = Path.Combine(Folder, name.Length == 0 ? "index.html" : name);
        if (File.Exists(path))
        {
            context.Response.ContentType = MediaTypes.Of(path);
            if (File.Exists(path + ".br"))
            {
                path += ".br";
                context.Response.Headers["Content-Encoding"] = "br";
            }

            byte[] content = await File.ReadAllBytesAsync(path);
            Transferred += content.Length;
            await context.Response.OutputStream.WriteAsync(content);
        }
        else
        {
            context.Response.StatusCode = 404;
        }

        context.Response.Close();
    }
}
