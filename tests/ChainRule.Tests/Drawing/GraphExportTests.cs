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

    [Fact]
    public void What_is_no_number_is_a_string()
    {
        Tensor zero = Tensor.Scalar(0.0, "x");
        using var document = JsonDocument.Parse(GraphExport.Json(1 / zero));
        Assert.Contains("∞", document.RootElement.ToString(), StringComparison.Ordinal);
    }
}
