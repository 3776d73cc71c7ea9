using System.CommandLine;
using System.Globalization;

namespace ChainRule.Cli;

/// <summary>`chainrule graph "(x + y)**2" --at x=3,y=4`.</summary>
internal static class GraphCommand
{
    public static Command Create(Terminal terminal, HelpText help)
    {
        var graph = new Command("graph", "Draw the computational graph of a formula, with values and derivatives");
        var formula = new Argument<string>("formula")
        {
            HelpName = "formula",
            Description = "A formula such as \"(x + y)**2\", a file with one, or - to read it from a pipe",
        };
        var at = new Setting<string>(
            "--at", "values", "The values of the variables, such as x=3,y=4 or w=[1,2]",
            "names with their values, such as x=3,y=4", IsText, null, several: true);
        var wrt = new Setting<string>(
            "--wrt", "names", "By which variables to differentiate [default: all]", "names, such as x or x,y",
            IsText, null, several: true);
        var file = new Setting<GraphFile?>(
            "--out", "file", "Write the picture to a file", GraphFile.Allowed, GraphFile.TryRead, null);
        var caption = new Setting<string>(
            "--caption", "text", "A line below the picture", "a line of text", IsText, null);
        var dark = new Option<bool>("--dark") { Description = "Light lines on a dark ground" };
        graph.Add(formula);
        foreach (Option option in (Option[])[at, wrt, file, caption, dark]) graph.Add(option);
        graph.SetAction(parsed =>
        {
            Expression expression = FormulaSource.Read(parsed.GetValue(formula)!);
            IReadOnlyDictionary<string, Tensor> values = Assignments.Read(parsed.GetValue(at) ?? "");
            GraphRequest request = GraphRequest.Of(expression, values, parsed.GetValue(wrt));
            var style = new GraphStyle(parsed.GetValue(caption), parsed.GetValue(dark));
            if (parsed.GetValue(file) is { } target)
            {
                terminal.Line($"wrote {target.Write(request.Result, request.Drawn, style)}");
                return ExitCode.Success;
            }

            terminal.Block(GraphText.Draw(request.Result, request.Drawn, new GraphTextOptions
            {
                MaxWidth = Math.Max(GraphTextOptions.SmallestWidth, terminal.Width),
                Ascii = !terminal.IsUnicode,
            }));
            if (style.Caption is not null) terminal.Paragraph(style.Caption);
            Summarise(terminal, request);
            return ExitCode.Success;
        });
        help.Add(
            graph,
            ("chainrule graph \"(x + y)**2\" --at x=3,y=4", "the graph in the terminal"),
            ("chainrule graph \"t = x + y; z = t²\" --at x=3,y=4 --wrt x --out z.svg", "a picture, with ∂z/∂x only"),
            ("chainrule graph \"sum(softmax(s) * t)\" --at s=[1,2,3],t=[0,1,0]", "vectors; arrows show their shapes"));
        return graph;
    }

    private static void Summarise(Terminal terminal, GraphRequest request)
    {
        if (!request.Result.Shape.IsScalar) return;
        string value = $"{request.Result.Name ?? "the result"} = {Number(request.Result)}";
        string[] derivatives =
        [
            .. request.Derivatives.Where(static pair => pair.Derivative.Shape.IsScalar)
                .Select(static pair => $"{Number(pair.Derivative)} by {pair.Argument.Name}"),
        ];
        string list = derivatives.Length == 0 ? "" : $"; derivatives: {string.Join(", ", derivatives)}";
        terminal.Line();
        terminal.Paragraph($"{char.ToUpperInvariant(value[0])}{value[1..]}{list}.");
    }

    // 1.1 is no binary fraction, so the last of 17 digits would be noise.
    private static string Number(Tensor scalar) =>
        scalar.Cast(DType.Float64).Item().ToString("G12", CultureInfo.InvariantCulture);

    private static bool IsText(string text, out string value) => (value = text).Length > 0;
}
