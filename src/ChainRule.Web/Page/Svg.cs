namespace ChainRule.Web.Page;

/// <summary>What the page needs to know of a picture.</summary>
internal static class Svg
{
    private const string Before = "width=\"";

    /// <summary>The width of a drawing, so that it is neither blown up nor shrunk to nothing.</summary>
    public static string WidthOf(string picture)
    {
        int start = picture.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return picture[start..picture.IndexOf('"', start)];
    }
}
