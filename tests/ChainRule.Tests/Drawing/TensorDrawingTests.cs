namespace ChainRule.Tests.Drawing;

public sealed class TensorDrawingTests
{
    [Fact]
    public void A_result_gets_the_name_of_its_variable()
    {
        Tensor x = Tensor.Scalar(3.0, "x"), y = Tensor.Scalar(4.0, "y");
        Tensor z = (x + y).Square();
        Assert.Contains("▶ z\n", z.Draw(), StringComparison.Ordinal);
        Assert.Contains(">z</text>", z.DrawSvg(), StringComparison.Ordinal);
        Assert.Equal("z", z.Name);
        Tensor named = (x * y).Named("product");
        Assert.Contains("▶ product\n", named.Draw(), StringComparison.Ordinal);
        Assert.Contains("─▶\n", (x - y).Draw(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_has_the_picture_the_steps_and_the_formulas()
    {
        Tensor x = Tensor.Scalar(3.0, "x"), y = Tensor.Scalar(4.0, "y");
        Tensor z = (x + y).Square();
        string text = z.Explain();
        Assert.All(
            ["│ x² ├", "The add node takes x = 3 and y = 4", "∂z/∂x = ∂z/∂v1 · ∂v1/∂x = 2v1 · 1 = 2(x + y)"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains("加法节点", z.Explain(Language.Chinese), StringComparison.Ordinal);
    }
}
