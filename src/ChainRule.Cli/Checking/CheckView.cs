using System.Globalization;
using ChainRule.Explaining;
using ChainRule.Formulas;

namespace ChainRule.Cli;

/// <summary>Shows the check of the derivatives of a formula.</summary>
internal sealed class CheckView(Terminal terminal, GraphCheck check, Language language)
{
    // Of more that are to be explained, the first are enough.
    private const int MostExplained = 10;

    /// <summary>Says what is differentiated, if that is not the formula.</summary>
    public void PrintSubject(GraphRequest request)
    {
        terminal.Line();
        terminal.Paragraph(CheckWords.Subject(request.Result.Name!, request.Result.Item(), language));
    }

    /// <summary>Prints a table, and what there is to say.</summary>
    public void Print()
    {
        terminal.Line();
        var table = new Columns(CheckWords.Titles(language));
        foreach (CheckedDerivative x in check.Derivatives)
        {
            table.Add(
                x.Name, Number(x.Derivative), Number(x.Numerical),
                x.RelativeError.ToString("0.0e+00", CultureInfo.InvariantCulture),
                CheckWords.Verdict(x, language));
        }

        terminal.Block(table.Text(terminal.Width));
        terminal.Line();
        string[] words = [.. check.Derivatives.Select(x => x.Words(language)).Where(static text => text.Length > 0)];
        foreach (string text in words.Take(MostExplained)) terminal.Paragraph(text);
        if (words.Length > MostExplained) terminal.Line($"… (+{words.Length - MostExplained})");
        terminal.Paragraph(CheckWords.Of(check, language));
    }

    private static string Number(double number) =>
        double.IsFinite(number) ? number.ToString("G10", CultureInfo.InvariantCulture) : ValueText.OfNumber(number);
}
