using System.Net;

namespace ChainRule.Web.Page;

/// <summary>Addresses that show a state.</summary>
/// <param name="place">Where the page is.</param>
internal sealed class PageLinks(string place)
{
    /// <summary>The address of a state.</summary>
    public string LinkTo(PageState state) => place + Permalink.Of(state);

    /// <summary>The element that shows a state as a part of another page.</summary>
    public string FrameOf(PageState state) =>
        $"<iframe src=\"{WebUtility.HtmlEncode(LinkTo(state with { IsEmbedded = true }))}\" "
        + "width=\"100%\" height=\"460\" style=\"border:0\" loading=\"lazy\" title=\"ChainRule\"></iframe>";
}
