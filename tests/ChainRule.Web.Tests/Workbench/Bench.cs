using Bunit;
using ChainRule.Web.Page;
using ChainRule.Web.Workbench;
using Microsoft.AspNetCore.Components.WebAssembly.Services;
using Microsoft.Extensions.DependencyInjection;

namespace ChainRule.Web.Tests.Workbench;

/// <summary>A workbench whose state goes round as it does on the page.</summary>
internal sealed class Bench : IDisposable
{
    private readonly BunitContext _context = new();

    public Bench(string formula, params (string Name, string Value)[] values)
    {
        State = PageState.First with { Formula = formula, Values = new Dictionary<string, string>() };
        _context.Services.AddScoped<LaterAssemblies>().AddScoped<LazyAssemblyLoader>();
        foreach ((string name, string value) in values) State = State.With(name, value);
        View = _context.Render<WorkbenchView>(parameters => parameters
            .Add(view => view.State, State)
            .Add(view => view.StateChanged, Show));
    }

    public PageState State { get; private set; }

    public IRenderedComponent<WorkbenchView> View { get; }

    /// <summary>The text of all elements that a selector finds.</summary>
    public string[] Texts(string selector) =>
        [.. View.FindAll(selector).Select(static element => element.TextContent.Trim())];

    public void Show(PageState state)
    {
        State = state;
        View.Render(parameters => parameters.Add(view => view.State, state));
    }

    public void Dispose() => _context.Dispose();
}
