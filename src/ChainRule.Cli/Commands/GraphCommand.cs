using System.CommandLine;
using System.Globalization;

namespace ChainRule.Cli;

/// <summary>`chainrule graph "(x + y)**2" --at x=3,y=4`.</summary>
internal static class GraphCommand
{
    public static Command Create(Terminal terminal, HelpText help)
    {
        var graph = new Command("graph", "Draw the computational graph of a formula, with values and derivatives");
        var formula = new FormulaSettings();
        var view = new ViewSettings();
        var file = new Setting<GraphFile?>(
            "--out", "file", "Write the picture to a file", GraphFile.Allowed, GraphFile.TryRead, null);
        var caption = new Setting<string>(
            "--caption", "text", "A line below the picture", "a line of text", FormulaSettings.IsText, null);
        var dark = new Option<bool>("--dark") { Description = "Light lines on a dark ground" };
        var panels = new Option<bool>("--panels")
        {
            Description = "In a figure: the derivatives in a picture of their own below that of the values",
        };
        Setting<double> scale = GraphStyle.ScaleSetting();
        formula.AddTo(graph);
        view.AddTo(graph);
        foreach (Option option in (Option[])[file, caption, dark, panels, scale]) graph.Add(option);
        graph.SetAction(parsed =>
        {
            GraphViewOptions shown = view.Read(parsed) with { Panels = parsed.GetValue(panels) };
            if (shown.Panels && parsed.GetValue(file)?.IsFigure != true)
                throw new WrongInputException("--panels is for figures; add --out with a .svg, .png, .pdf or .tex");
            bool isSymbolic = ViewSettings.AreFormulas(shown);
            GraphRequest request = formula.Read(parsed, !isSymbolic, isSymbolic || shown.Upstream is not null);
            ViewSettings.Check(shown, request.Result);
            var style = new GraphStyle(
                parsed.GetValue(caption), parsed.GetValue(dark), parsed.GetValue(scale), shown);
            try
            {
                Show(terminal, request, style, parsed.GetValue(file));
            }
            catch (ArgumentException wrong)
            {
                // What cannot be drawn in this way, such as too many elements.
                throw new WrongInputException(ErrorText.Of(wrong));
            }

            return ExitCode.Success;
        });
        help.Add(
            graph,
            ("chainrule graph \"(x + y)**2\" --at x=3,y=4", "the graph in the terminal"),
            ("chainrule graph \"t = x + y; z = t²\" --at x=3,y=4 --wrt x --out z.svg", "a picture, with ∂z/∂x only"),
            ("chainrule graph \"t = x + y; z = t²\" --labels chain", "the chain rule in letters, without values"),
            ("chainrule graph \"y = sigmoid(x)\" --at x=1 --unfold sigmoid", "a function in its parts"),
            ("chainrule graph \"t = x + y; z = t²\" --at x=3,y=4 --focus t", "one node at work, the rest faded"),
            ("chainrule graph \"z = x * 2\" --at x=3 --lang ja --out z.svg", "told in Japanese"),
            ("chainrule graph \"sum(softmax(s) * t)\" --at s=[1,2,3],t=[0,1,0]", "vectors; arrows show their shapes"));
        return graph;
    }

    private static void Show(Terminal terminal, GraphRequest request, GraphStyle style, GraphFile? file)
    {
        if (file is not null)
        {
            file.Write(terminal, request, style);
            return;
        }

        terminal.Block(GraphText.Draw(request.Result, request.Drawn, new GraphTextOptions(style.View)
        {
            MaxWidth = Math.Max(GraphTextOptions.SmallestWidth, terminal.Width),
            Ascii = !terminal.IsUnicode,
        }));
        if (style.Caption is not null) terminal.Paragraph(style.Caption);
        if (style.View is { Labels: DerivativeLabels.Values or DerivativeLabels.Norms, Upstream: null })
            Summarise(terminal, request, style.View.Language);
    }

    private static void Summarise(Terminal terminal, GraphRequest request, Language language)
    {
        if (!request.Result.Shape.IsScalar) return;
        (string, string)[] derivatives =
        [
            .. request.Derivatives.Where(static pair => pair.Derivative.Shape.IsScalar)
                .Select(static pair => (pair.Argument.Name!, Number(pair.Derivative))),
        ];
        terminal.Line();
        terminal.Paragraph(GraphWords.Summary(request.Result.Name, Number(request.Result), derivatives, language));
    }

    // 1.1 is no binary fraction, so the last of 17 digits would be noise.
    private static string Number(Tensor scalar)
    {
        double number = scalar.Cast(DType.Float64).Item();
        if (scalar.DType == DType.Bool) return number != 0 ? "true" : "false";
        return double.IsInfinity(number)
            ? number > 0 ? "∞" : "-∞"
            : number.ToString("G12", CultureInfo.InvariantCulture);
    }
}
