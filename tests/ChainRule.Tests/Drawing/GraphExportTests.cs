using System.Text.Json;
using CsCheck;

namespace ChainRule.Tests.Drawing;

public sealed class GraphExportTests
{
    [Fact]
    public void The_square_of_a_sum_in_the_languages_of_other_tools()
    {
        Tensor x = Tensor.Scalar(3.0, "x_1"), y = Tensor.Scalar(4.0, "\"苹果\" & {y}");
        Tensor z = ((x + y).Named("t").Square() * x + 1).Named("z");
        Approved.Verify(string.Join(
            "\n", GraphExport.Dot(z), GraphExport.Mermaid(z), GraphExport.Tikz(z), GraphExport.Json(z)));
    }

    [Fact]
    public void Json_is_complete_whatever_the_graph() => Expression.Any.Sample(
        static expression =>
        {
            using var document = JsonDocument.Parse(GraphExport.Json(expression.Result));
            JsonElement nodes = document.RootElement.GetProperty("nodes");
            int count = nodes.GetArrayLength();
            for (int i = 0; i < count; i++) Assert.Equal(i, nodes[i].GetProperty("id").GetInt32());
            foreach (JsonElement edge in document.RootElement.GetProperty("edges").EnumerateArray())
            {
                // Each node stands after its inputs.
                Assert.InRange(edge.GetProperty("from").GetInt32(), 0, edge.GetProperty("to").GetInt32() - 1);
                Assert.InRange(edge.GetProperty("to").GetInt32(), 1, count - 1);
            }
        },
        iter: 100);

    [Theory]
    [InlineData("L = sum((X @ W + b) * softmax(b))")]
    [InlineData("L = sum(relu(X)) ** 3 / sqrt(abs(min(W))) - σ * (b @ [1, 2])")]
    [InlineData("L = σ * sum(clamp(W, 0, 1) * sigmoid(W)) + floor(σ) + select(σ > 0, σ, 1) * tanh(1 / σ)")]
    public void LaTeX_gets_commands_for_the_signs_of_mathematics(string formula)
    {
        var values = new Dictionary<string, Tensor>
        {
            ["X"] = Tensor.From<double>([1, 2, 3, 4], [2, 2], "X"),
            ["W"] = Tensor.From<double>([1, -2, 3, 0.5], [2, 2], "W"),
            ["b"] = Tensor.From<double>([0.1, 0.2], [2], "b_1"),
            ["σ"] = Tensor.Scalar(2.0, "σ"),
        };
        Tensor result = ChainRule.Expression.Parse(formula).Build(values);
        foreach (DerivativeLabels labels in Enum.GetValues<DerivativeLabels>())
        {
            foreach (string unfold in (string[])["", "all", "elements"])
            {
                string tex = GraphExport.Tikz(result, null, new() { Labels = labels, Unfold = [unfold] });
                // pdflatex knows few other characters.
                Assert.DoesNotContain(tex, static c => !char.IsAscii(c));
            }
        }
    }

    [Fact]
    public void What_is_no_number_is_a_string()
    {
        Tensor zero = Tensor.Scalar(0.0, "x");
        using var document = JsonDocument.Parse(GraphExport.Json(1 / zero));
        Assert.Contains("∞", document.RootElement.ToString(), StringComparison.Ordinal);
    }
}
