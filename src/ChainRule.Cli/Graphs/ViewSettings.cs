using System.CommandLine;
using System.Globalization;
using ChainRule.Drawing.Scenes;
using ChainRule.Drawing.Unfolding;

namespace ChainRule.Cli;

/// <summary>The options of what a picture of a graph shows.</summary>
internal sealed class ViewSettings
{
    private static readonly Dictionary<string, DerivativeLabels> Styles = new()
    {
        ["values"] = DerivativeLabels.Values,
        ["chain"] = DerivativeLabels.ChainRule,
        ["local"] = DerivativeLabels.Local,
        ["simplified"] = DerivativeLabels.Simplified,
        ["norms"] = DerivativeLabels.Norms,
        ["blank"] = DerivativeLabels.Blank,
    };

    private readonly Option<bool> _symbolic = new("--symbolic")
    {
        Description = "Formulas in place of values, as --labels local; values may be left out then",
    };

    private readonly Setting<string> _labels = Settings.Choice(
        "--labels", "name", "What stands on the arrows of derivatives", [.. Styles.Keys], "values");

    private readonly Setting<string> _upstream = new(
        "--upstream", "derivative",
        "What comes from upstream, if this is a part of something larger: 1.3, ∂L/∂z", "a number or a name",
        FormulaSettings.IsText, null);

    private readonly Setting<string> _fold = new(
        "--fold", "names", "Values to draw as one box with all that leads only to them", "names, such as y or y,z",
        FormulaSettings.IsText, null, several: true);

    private readonly Setting<string> _unfold = new(
        "--unfold", "names", "Functions to draw with their parts, such as softmax or sigmoid, or all",
        "names, such as softmax, or all", FormulaSettings.IsText, null, several: true);

    private readonly Setting<string> _focus = new(
        "--focus", "name", "Show one value with what goes into it and out of it, the rest faded", "a name, such as t",
        FormulaSettings.IsText, null);

    private readonly Setting<int> _elements = Settings.Whole(
        "--elements", "n", "Show vectors of up to so many numbers instead of their shape", 0, 20, 0);

    private readonly LanguageSetting _language = new();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] options = [_symbolic, _labels, _upstream, _fold, _unfold, _focus, _elements, _language.Option];
        foreach (Option option in options) command.Add(option);
    }

    /// <summary>Whether formulas are shown, so that no values are needed.</summary>
    public static bool AreFormulas(GraphViewOptions view) =>
        view.Labels is DerivativeLabels.ChainRule or DerivativeLabels.Local or DerivativeLabels.Simplified;

    /// <summary>Checks that there is what is to be folded and unfolded.</summary>
    /// <exception cref="WrongInputException">There is not.</exception>
    public static void Check(GraphViewOptions view, Tensor result)
    {
        bool isNumber = double.TryParse(view.Upstream, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        if (view.Upstream is { } name && !isNumber && !AreFormulas(view))
            throw new WrongInputException($"--upstream must be a number unless --symbolic is given, but was '{name}'");
        IReadOnlyList<string> values = GraphViewOptions.NamesToFold(result);
        Check("--fold", view.Fold, values, "give the value a name, as in y = …");
        IReadOnlyList<string> functions = GraphViewOptions.NamesToUnfold(result);
        Check("--unfold", view.Unfold.Except([Folding.All, Unfolded.Elements]), functions, "elements unrolls tensors");
    }

    private static void Check(string option, IEnumerable<string> names, IReadOnlyCollection<string> known, string hint)
    {
        if (names.FirstOrDefault(name => !known.Contains(name)) is not { } unknown) return;
        string list = known.Count == 0 ? hint : $"there is {string.Join(", ", known)}; {hint}";
        throw new WrongInputException($"{option}: there is no {unknown} in the graph to {option[2..]}; {list}");
    }

    /// <summary>Reads them.</summary>
    public GraphViewOptions Read(ParseResult parsed)
    {
        DerivativeLabels labels = Styles[parsed.GetValue(_labels)!];
        if (labels == DerivativeLabels.Values && parsed.GetValue(_symbolic)) labels = DerivativeLabels.Local;
        return new()
        {
            Labels = labels,
            Upstream = parsed.GetValue(_upstream),
            Fold = FormulaSettings.Names(parsed.GetValue(_fold)),
            Unfold = FormulaSettings.Names(parsed.GetValue(_unfold)),
            Focus = parsed.GetValue(_focus),
            MostElements = parsed.GetValue(_elements),
            Language = _language.Of(parsed),
        };
    }
}
