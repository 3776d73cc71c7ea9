using Bunit;
using ChainRule.Web.Page;

namespace ChainRule.Web.Tests.Page;

public sealed class LaterPartTests : IDisposable
{
    private readonly BunitContext _context = new();
    private readonly TaskCompletionSource _fetched = new();

    public void Dispose() => _context.Dispose();

    [Fact]
    public void It_says_that_it_waits_and_shows_the_part_once_it_is_there()
    {
        IRenderedComponent<LaterPart> part = _context.Render<LaterPart>(parameters => parameters
            .Add(part => part.Fetch, () => _fetched.Task)
            .Add(part => part.Language, Language.Japanese)
            .AddChildContent("<p class=\"there\"></p>"));
        Assert.Equal("読み込み中……", part.Find("[role=status]").TextContent);
        Assert.Empty(part.FindAll(".there"));
        _fetched.SetResult();
        part.WaitForAssertion(() => Assert.Single(part.FindAll(".there")));
        Assert.Empty(part.FindAll("[role=status]"));
    }
}
