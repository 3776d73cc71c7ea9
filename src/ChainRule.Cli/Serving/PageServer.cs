using System.Net;

namespace ChainRule.Cli;

/// <summary>Serves the playground to browsers on this machine, and to nobody else.</summary>
internal sealed class PageServer : IDisposable
{
    private const int First = 8017, Tries = 50;

    private readonly PageFiles _files;
    private readonly HttpListener _listener;

    private PageServer(PageFiles files, HttpListener listener, int port) =>
        (_files, _listener, Address) = (files, listener, $"http://127.0.0.1:{port}/");

    /// <summary>Where the page is.</summary>
    public string Address { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="files">What is served.</param>
    /// <param name="port">The port; null for one that is free.</param>
    /// <exception cref="FailureException">The port is taken.</exception>
    public static PageServer Start(PageFiles files, int? port)
    {
        for (int number = port ?? First; ; number++)
        {
            if (Listen(number) is { } listener) return new(files, listener, number);
            if (port is not null)
                throw new FailureException(
                    $"port {port} cannot be used: take another one with --port, or leave it out");
            if (number == First + Tries) throw new FailureException("no port is free: choose one with --port");
        }
    }

    public void Dispose() => _listener.Close();

    /// <summary>Answers until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using CancellationTokenRegistration stop = cancellation.Register(_listener.Stop);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                _ = AnswerAsync(context);
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static HttpListener? Listen(int port)
    {
        var listener = new HttpListener();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Prefixes.Add($"http://localhost:{port}/");
        try
        {
            listener.Start();
            return listener;
        }
        catch (HttpListenerException)
        {
            listener.Close();
            return null;
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        HttpListenerResponse response = context.Response;
        try
        {
            bool isRead = context.Request.HttpMethod is "GET" or "HEAD";
            if (!isRead || _files.Find(context.Request.Url!.AbsolutePath.TrimStart('/')) is not { } file)
            {
                response.StatusCode = isRead ? 404 : 405;
                return;
            }

            bool isUnderstood =
                context.Request.Headers["Accept-Encoding"]?.Contains("br", StringComparison.Ordinal) == true;
            response.ContentType = file.Type;
            // The next version may have other files of the same names.
            response.Headers["Cache-Control"] = "no-cache";
            response.Headers["X-Content-Type-Options"] = "nosniff";
            if (file.IsPacked && isUnderstood) response.Headers["Content-Encoding"] = "br";
            if (context.Request.HttpMethod == "GET")
                await PageFiles.WriteAsync(file.Path, response.OutputStream, file.IsPacked && !isUnderstood);
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The browser has gone away.
        }
        finally
        {
            response.Close();
        }
    }
}
