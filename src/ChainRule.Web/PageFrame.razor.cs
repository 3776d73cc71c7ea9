using ChainRule.Web.Page;
using ChainRule.Web.Workbench;
using Microsoft.AspNetCore.Components;

namespace ChainRule.Web;

/// <summary>The page: its state, in step with the address, and what stands around each area.</summary>
public sealed partial class PageFrame : ComponentBase, IDisposable
{
    private PageState _state = PageState.First;
    private bool _isDark, _isReady;
    private WorkbenchView? _workbench;

    public void Dispose()
    {
        Script.KeyPressed -= OnKey;
        Script.FragmentChanged -= OnFragment;
        Script.DarkChanged -= OnDark;
        Script.UnfoldAsked -= OnUnfold;
    }

    protected override async Task OnInitializedAsync()
    {
        (string fragment, string language, _isDark) = await Script.StartAsync();
        _state = Permalink.Read(fragment, Languages.Of(language) ?? Language.English);
        Script.KeyPressed += OnKey;
        Script.FragmentChanged += OnFragment;
        Script.DarkChanged += OnDark;
        Script.UnfoldAsked += OnUnfold;
        await Script.ShowLanguageAsync(Languages.CodeOf(_state.Language));
        _isReady = true;
    }

    private async Task Show(PageState state)
    {
        bool isOtherLanguage = state.Language != _state.Language;
        bool isOtherPlace = (state.Area, state.Chapter) != (_state.Area, _state.Chapter);
        _state = state;
        await Script.ShowFragmentAsync(Permalink.Of(state), isOtherPlace);
        if (isOtherLanguage) await Script.ShowLanguageAsync(Languages.CodeOf(state.Language));
    }

    private Task ToggleTheme() => Script.ToggleThemeAsync().AsTask();

    private Task Copy(string text) => Script.CopyAsync(text).AsTask();

    private Task Save(Download file) => Script.SaveAsync(file).AsTask();

    private Task FocusFormula() => _workbench?.FocusAsync().AsTask() ?? Task.CompletedTask;

    private void OnKey(string key) => _ = InvokeAsync(() => _workbench?.PressAsync(key) ?? Task.CompletedTask);

    private void OnUnfold(string name) => _ = InvokeAsync(() => _workbench?.UnfoldAsync(name) ?? Task.CompletedTask);

    private void OnFragment(string fragment) => _ = InvokeAsync(() =>
    {
        _state = Permalink.Read(fragment, _state.Language);
        StateHasChanged();
    });

    private void OnDark(bool isDark) => _ = InvokeAsync(() =>
    {
        _isDark = isDark;
        StateHasChanged();
    });
}
