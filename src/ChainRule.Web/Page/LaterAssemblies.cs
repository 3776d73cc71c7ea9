using Microsoft.AspNetCore.Components.WebAssembly.Services;

namespace ChainRule.Web.Page;

/// <summary>What the page fetches only when it is needed.</summary>
internal sealed class LaterAssemblies(LazyAssemblyLoader loader)
{
    /// <summary>Large numbers, by which paths are counted.</summary>
    public Task LoadNumbersAsync() => LoadAsync("System.Runtime.Numerics.wasm");

    /// <summary>What is in the course.</summary>
    public Task LoadCourseAsync() => LoadAsync("ChainRule.Reading.wasm");

    /// <summary>The live network.</summary>
    public Task LoadNetworkAsync() =>
        LoadAsync("ChainRule.Learning.wasm", "ChainRule.Network.wasm", "ChainRule.Web.Network.wasm");

    // Outside of a browser, all is there.
    private Task LoadAsync(params string[] names) =>
        OperatingSystem.IsBrowser() ? loader.LoadAssembliesAsync(names) : Task.CompletedTask;
}
