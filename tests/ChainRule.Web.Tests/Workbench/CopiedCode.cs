namespace ChainRule.Web.Tests.Workbench;

/// <summary>The program that the page gives for its first state and the derivative by x, compiled here.</summary>
internal static class CopiedCode
{
    private const string Begin = "// The program begins.", End = "// The program ends.";

    /// <summary>The program as the page must write it: the lines of <see cref="Run"/>.</summary>
    public static string Text
    {
        get
        {
            IEnumerable<string> lines = File
                .ReadLines(RepositoryRoot.Of("tests", "ChainRule.Web.Tests", "Workbench", "CopiedCode.cs"))
                .SkipWhile(static line => line.Trim() != Begin)
                .Skip(1)
                .TakeWhile(static line => line.Trim() != End)
                .Select(static line => line.Length < 8 ? line : line[8..]);
            return "using ChainRule;\n\n" + string.Join('\n', lines) + "\n";
        }
    }

    /// <summary>It writes to the terminal and a file.</summary>
    public static void Run()
    {
        // The program begins.
        var values = new Dictionary<string, Tensor>
        {
            ["x"] = Expression.ParseValue("3", "x"),
            ["y"] = Expression.ParseValue("4", "y"),
        };
        Tensor result = Expression.Parse("t = x + y; z = t**2").Build(values);
        Console.WriteLine(result.Explain());
        File.WriteAllText("graph.svg", result.DrawSvg());
        Tensor[] gradients = Gradient.Of(result, [values["x"]]);
        Console.WriteLine(string.Join(", ", gradients.Select(gradient => gradient.ToString())));
        // The program ends.
    }
}
