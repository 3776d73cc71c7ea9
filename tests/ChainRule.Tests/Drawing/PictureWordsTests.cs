using System.Xml.Linq;

namespace ChainRule.Tests.Drawing;

public sealed class PictureWordsTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(
        Language.English, "en", "The computational graph of z", "node",
        "x = 3, derivative 15. y = 4, derivative 14. sum of x and y, t = 7, derivative 14. "
        + "square of t = 49, derivative 1. sum of 49 and x, z = 52, derivative 1.",
        "x is used 2 times; the derivatives that come back are added")]
    [InlineData(
        Language.Chinese, "zh-CN", "z 的计算图", "节点",
        "x = 3，导数 15。y = 4，导数 14。x 与 y 的和，t = 7，导数 14。t 的平方 = 49，导数 1。49 与 x 的和，z = 52，导数 1。",
        "x 被使用 2 次；传回的导数相加")]
    [InlineData(
        Language.Japanese, "ja", "z の計算グラフ", "ノード",
        "x = 3、微分 15。y = 4、微分 14。x と y の和、t = 7、微分 14。t の二乗 = 49、微分 1。49 と x の和、z = 52、微分 1。",
        "x は 2 回使われ、戻ってくる微分は足し合わされます")]
    public void A_picture_is_told_in_the_readers_language(
        Language language, string code, string title, string role, string description, string branch)
    {
        XElement svg = Draw("t = x + y; z = t**2 + x", language);
        Assert.Equal(code, svg.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Equal(title, svg.Element(Svg + "title")!.Value);
        Assert.Equal(description, svg.Element(Svg + "desc")!.Value);
        Assert.All(
            svg.Descendants().Attributes("aria-roledescription"), attribute => Assert.Equal(role, attribute.Value));
        Assert.Contains(svg.Descendants(Svg + "title"), text => text.Value == branch);
    }

    [Theory]
    [InlineData(Language.English, "A computational graph", "product of x and 2 = 6")]
    [InlineData(Language.Chinese, "计算图", "x 与 2 的积 = 6")]
    [InlineData(Language.Japanese, "計算グラフ", "x と 2 の積 = 6")]
    public void A_number_inside_a_node_is_told_too(Language language, string title, string product)
    {
        XElement svg = XDocument.Parse(GraphSvg.Draw(
            Tensor.Scalar(3.0, "x") * 2, [], new GraphSvgOptions { JoinConstants = true, Language = language })).Root!;
        Assert.Equal(title, svg.Element(Svg + "title")!.Value);
        Assert.Contains(product, svg.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "result = sigmoid(x)")]
    [InlineData(Language.Chinese, "结果 = sigmoid(x)")]
    [InlineData(Language.Japanese, "結果 = sigmoid(x)")]
    public void A_nameless_result_is_listed_in_the_readers_language(Language language, string line)
    {
        string text = GraphText.Draw(
            Tensor.Sigmoid(Tensor.Scalar(0.0, "x")), null, new GraphTextOptions { MaxNodes = 0, Language = language });
        Assert.Contains(line, text, StringComparison.Ordinal);
    }

    private static XElement Draw(string formula, Language language)
    {
        Tensor result = ChainRule.Expression.Parse(formula).Build(
            new Dictionary<string, Tensor> { ["x"] = Tensor.Scalar(3.0, "x"), ["y"] = Tensor.Scalar(4.0, "y") });
        return XDocument.Parse(GraphSvg.Draw(result, options: new GraphSvgOptions { Language = language })).Root!;
    }
}
