using System.Runtime.CompilerServices;

namespace ChainRule;

/// <summary>Draws the graph of a tensor where it is: <c>z.Draw()</c>.</summary>
public static class TensorDrawing
{
    /// <summary>Draws the graph as text: see <see cref="GraphText.Draw"/>.</summary>
    /// <param name="result">What is drawn. Without a name it gets that of the variable it is in.</param>
    /// <param name="options">What is shown and how; null for the usual.</param>
    /// <param name="expression">How the program writes the result; given by the compiler.</param>
    /// <returns>A picture of lines, with the derivatives by all named leaves if the result is one float.</returns>
    public static string Draw(
        this Tensor result,
        GraphTextOptions? options = null,
        [CallerArgumentExpression(nameof(result))] string? expression = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return GraphText.Draw(Named(result, expression), null, options);
    }

    /// <summary>Draws the graph as an SVG picture: see <see cref="GraphSvg.Draw"/>.</summary>
    /// <param name="result">What is drawn. Without a name it gets that of the variable it is in.</param>
    /// <param name="options">What is shown and how; null for the usual.</param>
    /// <param name="expression">How the program writes the result; given by the compiler.</param>
    /// <returns>The file's text, with the derivatives by all named leaves if the result is one float.</returns>
    public static string DrawSvg(
        this Tensor result,
        GraphSvgOptions? options = null,
        [CallerArgumentExpression(nameof(result))] string? expression = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return GraphSvg.Draw(Named(result, expression), null, options);
    }

    /// <summary>The same tensor, with the name of the variable it is in if it has none.</summary>
    internal static Tensor Named(Tensor result, string? expression)
    {
        bool isVariable = expression is not null && expression.Length > 0 && !char.IsDigit(expression[0])
            && expression.All(static c => char.IsLetterOrDigit(c) || c == '_') && expression != "this";
        return result.Name is null && isVariable ? result.Named(expression!) : result;
    }
}
