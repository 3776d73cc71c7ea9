using Microsoft.JSInterop;

namespace ChainRule.Web.Page;

/// <summary>What only the browser can do: the address, keys outside of fields, the preferred colours.</summary>
internal sealed class PageScript(IJSRuntime runtime) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private DotNetObjectReference<PageScript>? _self;

    /// <summary>A key was pressed outside of fields.</summary>
    public event Action<string>? KeyPressed;

    /// <summary>The address was changed by the reader.</summary>
    public event Action<string>? FragmentChanged;

    /// <summary>Whether the page is dark has changed.</summary>
    public event Action<bool>? DarkChanged;

    /// <summary>A node of the workbench's picture was clicked that can be unfolded.</summary>
    public event Action<string>? UnfoldAsked;

    /// <summary>Begins to listen.</summary>
    /// <returns>The fragment, the language that the reader prefers, and whether the page is dark.</returns>
    public async Task<(string Fragment, string Language, bool IsDark)> StartAsync()
    {
        _module = await runtime.InvokeAsync<IJSObjectReference>("import", "./page.js");
        _self = DotNetObjectReference.Create(this);
        string[] start = await _module.InvokeAsync<string[]>("start", _self);
        return (start[0], start[1], start[2] == "dark");
    }

    /// <summary>Writes the address.</summary>
    /// <param name="fragment">What it shows.</param>
    /// <param name="isOtherPlace">Whether the browser's back button shall lead back from it.</param>
    public ValueTask ShowFragmentAsync(string fragment, bool isOtherPlace) =>
        Invoke("showFragment", fragment, isOtherPlace);

    /// <summary>Tells the browser the language.</summary>
    public ValueTask ShowLanguageAsync(string code) => Invoke("showLanguage", code);

    /// <summary>Changes between light and dark.</summary>
    public ValueTask ToggleThemeAsync() => Invoke("toggleTheme");

    /// <summary>Puts a text on the clipboard.</summary>
    public ValueTask CopyAsync(string text) => Invoke("copy", text);

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void OnKey(string key) => KeyPressed?.Invoke(key);

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void OnFragment(string fragment) => FragmentChanged?.Invoke(fragment);

    /// <summary>Gives the reader a file.</summary>
    public ValueTask SaveAsync(Download file) => Invoke("save", file.Name, file.Type, file.Text);

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void OnUnfold(string name) => UnfoldAsked?.Invoke(name);

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public void OnDark(bool isDark) => DarkChanged?.Invoke(isDark);

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        if (_module is not null) await _module.DisposeAsync();
    }

    private ValueTask Invoke(string function, params object?[] arguments) =>
        _module is null ? ValueTask.CompletedTask : _module.InvokeVoidAsync(function, arguments);
}
