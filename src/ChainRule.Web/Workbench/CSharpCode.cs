using System.Text;
using ChainRule.Web.Page;

namespace ChainRule.Web.Workbench;

/// <summary>A program that does what the page shows.</summary>
internal static class CSharpCode
{
    /// <summary>The program.</summary>
    public static string Of(PageState state, Analysis graph)
    {
        var code = new StringBuilder("using ChainRule;\n\nvar values = new Dictionary<string, Tensor>\n{\n");
        foreach (string name in graph.Variables)
        {
            string value = Quoted(Analysis.ValueOf(state, name));
            code.Append($"    [{Quoted(name)}] = Expression.ParseValue({value}, {Quoted(name)}),\n");
        }

        code.Append($"}};\nTensor result = Expression.Parse({Quoted(state.Formula)}).Build(values);\n");
        if (graph.DerivativeBy is { } by)
        {
            string name = Quoted(graph.ResultName);
            code.Append($"result = Gradient.Of(result, [{Value(by)}], Independent.Zero)[0].Named({name});\n");
        }

        string[] names = [.. graph.Differentiated.Select(static variable => Value(variable.Name ?? ""))];
        code.Append("Console.WriteLine(result.Explain());\n");
        code.Append("File.WriteAllText(\"graph.svg\", result.DrawSvg());\n");
        if (graph.IsDifferentiated)
        {
            code.Append($"Tensor[] gradients = Gradient.Of(result, [{string.Join(", ", names)}]);\n");
            code.Append("Console.WriteLine(string.Join(\", \", gradients.Select(gradient => gradient.ToString())));\n");
        }

        return code.ToString();
    }

    private static string Value(string name) => $"values[{Quoted(name)}]";

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                _ when char.IsControl(c) => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
