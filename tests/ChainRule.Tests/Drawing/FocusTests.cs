using System.Xml.Linq;

namespace ChainRule.Tests.Drawing;

public sealed class FocusTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    // x is used twice: its way to × belongs to u, that to + does not.
    [InlineData("u", new[] { "t = 7", "3", "u = 21", "x", "+", "×", "sin" }, new[] { "4", "y", "z" })]
    [InlineData("x", new[] { "3", "x", "+", "×" }, new[] { "4", "t = 7", "u = 21", "y", "sin", "z" })]
    [InlineData("z", new[] { "u = 21", "z", "×", "sin" }, new[] { "3", "4", "t = 7", "x", "y", "+" })]
    public void The_rest_is_faded(string name, string[] shown, string[] faded)
    {
        XElement[] texts = [.. Draw(name).Descendants(Svg + "text")];
        Assert.Superset(shown.ToHashSet(), Values(texts.Where(static text => !IsFaded(text))));
        Assert.Superset(faded.ToHashSet(), Values(texts.Where(IsFaded)));
        Assert.Empty(Values(texts.Where(static text => !IsFaded(text))).Intersect(faded));
    }

    [Fact]
    public void What_is_faded_is_dashed_too()
    {
        XElement[] faded =
            [.. Draw("u").Descendants().Where(static part => (string?)part.Attribute("class") == "faded")];
        Assert.NotEmpty(faded);
        Assert.All(faded, static part => Assert.NotNull(part.Attribute("stroke-dasharray")));
    }

    [Fact]
    public void In_text_values_are_left_out()
    {
        string all = GraphText.Draw(Z(), null, new GraphTextOptions { MaxWidth = 200 });
        string some = GraphText.Draw(Z(), null, new GraphTextOptions { MaxWidth = 200, Focus = "t" });
        Assert.Contains("u = 21", all, StringComparison.Ordinal);
        Assert.DoesNotContain("u = 21", some, StringComparison.Ordinal);
        Assert.Contains("t = 7", some, StringComparison.Ordinal);
        string listed = GraphText.Draw(Z(), null, new GraphTextOptions { MaxNodes = 0, Focus = "t" });
        Assert.Contains("t = x + y = 7", listed, StringComparison.Ordinal);
        Assert.Contains("z = sin(u)\n", listed, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_shown_is_told()
    {
        string words = Draw("z").Element(Svg + "desc")!.Value;
        Assert.DoesNotContain("x = 3", words, StringComparison.Ordinal);
        Assert.Contains("sin of u, z", words, StringComparison.Ordinal);
        Assert.EndsWith(" The rest is faded.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_tools_get_thin_lines()
    {
        var view = new GraphViewOptions { Focus = "z" };
        Assert.Contains("style=dashed", GraphExport.Dot(Z(), null, view), StringComparison.Ordinal);
        Assert.Contains(" -.-> ", GraphExport.Mermaid(Z(), null, view), StringComparison.Ordinal);
        Assert.Contains("densely dashed", GraphExport.Tikz(Z(), null, view), StringComparison.Ordinal);
        Assert.Equal(GraphExport.Json(Z()), GraphExport.Json(Z(), null, view));
    }

    [Fact]
    public void A_node_that_is_not_there_is_refused() => Assert.Equal(
        "Focus: there is no node q in the picture. Choose one of x, y, t, u, z.",
        Assert.Throws<ArgumentException>(static () => GraphSvg.Draw(Z(), null, new() { Focus = "q" })).Message);

    private static bool IsFaded(XElement part) =>
        part.Ancestors().Any(static outer => (string?)outer.Attribute("class") == "faded");

    private static HashSet<string> Values(IEnumerable<XElement> texts) => [.. texts.Select(static text => text.Value)];

    private static XElement Draw(string name) =>
        XDocument.Parse(GraphSvg.Draw(Z(), null, new GraphSvgOptions { Focus = name })).Root!;

    private static Tensor Z() => ChainRule.Expression.Parse("t = x + y; u = t * x; z = sin(u)").Build(
        new Dictionary<string, Tensor> { ["x"] = Tensor.Scalar(3.0, "x"), ["y"] = Tensor.Scalar(4.0, "y") });
}
