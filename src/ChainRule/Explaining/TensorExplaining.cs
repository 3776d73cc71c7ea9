using System.Runtime.CompilerServices;
using System.Text;

namespace ChainRule;

/// <summary>Explains how a tensor was computed, and its derivatives: <c>z.Explain()</c>.</summary>
public static class TensorExplaining
{
    /// <summary>
    /// The graph in words: its picture, the steps forwards and backwards, and the function and its derivatives as
    /// formulas.
    /// </summary>
    /// <param name="result">What is explained. Without a name it gets that of the variable it is in.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="expression">How the program writes the result; given by the compiler.</param>
    /// <returns>Lines ending in <c>\n</c>.</returns>
    public static string Explain(
        this Tensor result,
        Language language = Language.English,
        [CallerArgumentExpression(nameof(result))] string? expression = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        result = TensorDrawing.Named(result, expression);
        var text = new StringBuilder(GraphText.Draw(result)).Append('\n');
        foreach (GraphStep step in GraphSteps.Of(result))
            text.Append(step.Formula).Append("\n  ").Append(step.Words(language)).Append('\n');
        var formulas = GraphFormulas.Of(result);
        text.Append('\n');
        if (formulas.Function is { } function) text.Append(function).Append('\n');
        foreach (DerivativeFormulas derivative in formulas.Derivatives)
        {
            if ((derivative.ChainRule ?? derivative.Simplified) is { } formula) text.Append(formula).Append('\n');
        }

        return text.ToString();
    }
}
