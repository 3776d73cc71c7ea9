using System.IO.Compression;
using System.Net;
using System.Net.Sockets;

namespace ChainRule.Cli.Tests;

public sealed class PageServerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly HttpClient _client = new();

    public PageServerTests()
    {
        Write("index.html", "<p>page</p>");
        Write("_framework/code.wasm", "code");
        File.WriteAllText(Path.Combine(_folder, "secret.txt"), "not packed, so not a part of the page");
    }

    public void Dispose()
    {
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Files_are_served_packed_to_those_who_can_unpack_them() => await Serve(async address =>
    {
        Assert.Equal("<p>page</p>", await _client.GetStringAsync(address, TestContext.Current.CancellationToken));
        using var request = new HttpRequestMessage(HttpMethod.Get, address + "_framework/code.wasm");
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using HttpResponseMessage answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("application/wasm", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        await using var content = new BrotliStream(
            await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var reader = new StreamReader(content);
        Assert.Equal("code", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    });

    [Fact]
    public async Task Data_that_is_packed_in_its_own_way_is_served_as_it_is()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "network"));
        await File.WriteAllBytesAsync(
            Path.Combine(_folder, "network", "labels-ubyte.gz"), [1, 2, 3], TestContext.Current.CancellationToken);
        await Serve(async address =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address + "network/labels-ubyte.gz");
            request.Headers.Add("Accept-Encoding", "gzip, br");
            using HttpResponseMessage answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Empty(answer.Content.Headers.ContentEncoding);
            Assert.Equal(
                [1, 2, 3], await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        });
    }

    [Theory]
    [InlineData("GET", "secret.txt", HttpStatusCode.NotFound)]
    [InlineData("GET", "nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "..%2f..%2fetc%2fpasswd", HttpStatusCode.NotFound)]
    [InlineData("HEAD", "", HttpStatusCode.OK)]
    [InlineData("DELETE", "index.html", HttpStatusCode.MethodNotAllowed)]
    public async Task Nothing_else_is_served(string method, string name, HttpStatusCode status) =>
        await Serve(async address =>
        {
            using var request = new HttpRequestMessage(new(method), address + name);
            using HttpResponseMessage answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(status, answer.StatusCode);
        });

    [Fact]
    public void Without_a_page_it_says_what_to_do()
    {
        Run run = Run.Of("serve", "--folder", Path.Combine(_folder, "_framework"), "--no-browser");
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("there is no page in", run.Error);
        Assert.Contains("scripts/publish-web.sh", run.Error);
    }

    [Fact]
    public void A_port_that_is_taken_is_told()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string port = $"{((IPEndPoint)taken.LocalEndpoint).Port}";
        Run run = Run.Of("serve", "--folder", _folder, "--no-browser", "--port", port);
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains($"port {port} cannot be used", run.Error);
    }

    [Fact]
    public void It_ends_when_it_is_asked_to()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Run run = Run.Of(cancellation.Token, "serve", "--folder", _folder, "--no-browser");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.StartsWith("The playground is at http://127.0.0.1:", run.Output);
    }

    private async Task Serve(Func<string, Task> use)
    {
        using var cancellation = new CancellationTokenSource();
        using PageServer server = PageServer.Start(PageFiles.In(_folder), null);
        Task running = server.RunAsync(cancellation.Token);
        await use(server.Address);
        await cancellation.CancelAsync();
        await running;
    }

    private void Write(string name, string content)
    {
        string path = Path.Combine(_folder, name + ".br");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new StreamWriter(new BrotliStream(File.Create(path), CompressionLevel.Optimal));
        file.Write(content);
    }
}
