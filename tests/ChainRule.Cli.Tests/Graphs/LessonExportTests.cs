using System.Text.Json;
using System.Text.RegularExpressions;
using ChainRule.Lessons;

namespace ChainRule.Cli.Tests;

/// <summary>
/// The lesson's figures for other tools say the same in each language of theirs, in a form that its grammar allows.
/// scripts/check-exports.sh gives them to the tools themselves.
/// </summary>
public sealed partial class LessonExportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chainrule");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ja")]
    public void Every_figure_is_written_for_other_tools(string language)
    {
        Run run = Run.Of(
            "lesson", "all", "--lang", language, "--out", _folder.FullName, "--format", "dot,mmd,tex,json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        foreach (LessonFigure figure in Chapter.Lessons.SelectMany(static lesson => lesson.Figures))
        {
            string Text(string ending) => File.ReadAllText(Path.Combine(_folder.FullName, figure.Name + ending));
            (int nodes, int edges) = InJson(Text(".json"));
            Assert.Equal((nodes, edges), InLines(Text(".dot"), DotLine(), "digraph {", "}"));
            Assert.Equal((nodes, edges), InLines(Text(".mmd"), MermaidLine(), "flowchart LR", null));
            IsTex(Text(".tex"), isAscii: language == "en");
        }
    }

    [Fact]
    public void The_apples_have_the_textbooks_numbers_in_each()
    {
        Assert.Equal(0, Run.Of(
            "lesson", "apple", "--out", _folder.FullName, "--format", "dot,mmd,tex,json").ExitCode);
        foreach (string ending in (string[])["dot", "mmd", "tex", "json"])
        {
            string text = File.ReadAllText(Path.Combine(_folder.FullName, $"5.3.3-apple-derivatives.{ending}"));
            string[] numbers = ending == "json"
                ? ["100", "2", "1.1", "200", "220.00000000000003", "2.2", "110.00000000000001", "200"]
                : ["100", "2", "1.1", "200", "220", "2.2", "110", "200"];
            Assert.All(numbers, number => Assert.Matches($@"(?<![\d.]){Regex.Escape(number)}(?![\d.])", text));
        }
    }

    [Fact]
    public void The_parts_of_the_sigmoid_stay_together()
    {
        Assert.Equal(0, Run.Of("lesson", "sigmoid", "--out", _folder.FullName, "--format", "dot,mmd,tex").ExitCode);
        string Text(string ending) => File.ReadAllText(Path.Combine(_folder.FullName, "5.5.2-sigmoid-parts" + ending));
        Assert.Matches(@"subgraph cluster_0 \{\n    label=""sigmoid"";", Text(".dot"));
        Assert.Matches(@"subgraph g0 \[""sigmoid""\]\n    n\d+", Text(".mmd"));
        Assert.Matches(@"\\draw\[gray, dotted, rounded corners=9pt\]", Text(".tex"));
    }

    private static (int Nodes, int Edges) InJson(string text)
    {
        using var document = JsonDocument.Parse(text);
        JsonElement root = document.RootElement;
        Assert.Equal(1, root.GetProperty("version").GetInt32());
        int nodes = root.GetProperty("nodes").GetArrayLength();
        Assert.All(root.GetProperty("edges").EnumerateArray(), edge =>
            Assert.InRange(edge.GetProperty("to").GetInt32(), edge.GetProperty("from").GetInt32() + 1, nodes - 1));
        return (nodes, root.GetProperty("edges").GetArrayLength());
    }

    // Every line is of a known kind, each node is there once and before its edges, and groups are closed.
    private static (int Nodes, int Edges) InLines(string text, Regex kinds, string first, string? last)
    {
        List<string> lines = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(first, lines[0]);
        lines.RemoveAt(0);
        if (last is not null)
        {
            Assert.Equal(last, lines[^1]);
            lines.RemoveAt(lines.Count - 1);
        }

        var nodes = new HashSet<string>();
        int edges = 0, open = 0;
        foreach (string line in lines)
        {
            Match match = kinds.Match(line);
            Assert.True(match.Success, line);
            open += match.Groups["open"].Success ? 1 : match.Groups["close"].Success ? -1 : 0;
            Assert.InRange(open, 0, int.MaxValue);
            if (match.Groups["node"] is { Success: true } node) Assert.True(nodes.Add(node.Value), line);
            if (!match.Groups["from"].Success) continue;
            Assert.Superset(new HashSet<string> { match.Groups["from"].Value, match.Groups["to"].Value }, nodes);
            if (!match.Groups["back"].Success) edges++;
        }

        Assert.Equal(0, open);
        return (nodes.Count, edges);
    }

    private static void IsTex(string text, bool isAscii)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            Assert.InRange(depth, 0, 20);
        }

        Assert.Equal(0, depth);
        string[] begun = [.. Environments().Matches(text).Select(static match => match.Value)];
        Assert.Equal(["begin{document}", "begin{tikzpicture}"], begun[..2]);
        Assert.Equal(["end{tikzpicture}", "end{document}"], begun[^2..]);
        // pdflatex knows few other characters.
        if (isAscii) Assert.DoesNotContain(text, static c => !char.IsAscii(c));
    }

    [GeneratedRegex("""
        ^\ +(?:
        (?:rankdir=LR|(?:node|edge)\ \[.*\]|label="(?:[^"\\]|\\.)*";.*);
        |(?<open>subgraph\ cluster_\d+\ \{)|(?<close>\})
        |(?<node>n\d+)\ \[(?:(?:label|shape|style|color|fontcolor)=(?:\w+|"(?:[^"\\]|\\.)*")(?:,\ )?)+\];
        |(?<from>n\d+)\ ->\ (?<to>n\d+)\ \[label="(?:[^"\\]|\\.)*",\ (?:arrowhead=empty.*|(?<back>penwidth=3.*))\];
        )$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex DotLine();

    [GeneratedRegex("""
        ^\ +(?:
        (?<open>subgraph\ g\d+\ \["[^"]*"\])|(?<close>end)
        |(?<node>n\d+)(?:\(\("[^"]+"\)\)|\["[^"]+"\])
        |(?<from>n\d+)\ (?:-->|-\.->|(?<back>==>))(?:\|"[^"]+"\|)?\ (?<to>n\d+)
        )$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex MermaidLine();

    [GeneratedRegex(@"(?:begin|end)\{\w+\}")]
    private static partial Regex Environments();
}
