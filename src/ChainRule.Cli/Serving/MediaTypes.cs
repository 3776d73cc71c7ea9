namespace ChainRule.Cli;

/// <summary>What the files of a page are, by the ends of their names.</summary>
internal static class MediaTypes
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".wasm"] = "application/wasm",
        [".webmanifest"] = "application/manifest+json",
    };

    /// <summary>The media type of a file.</summary>
    public static string Of(string name) =>
        Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
}
