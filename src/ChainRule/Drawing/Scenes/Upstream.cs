using System.Globalization;
using ChainRule.Formulas;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Drawing.Scenes;

/// <summary>The derivative that comes from upstream: a number, or only its name.</summary>
/// <param name="Node">What backpropagation begins with, of the result's type.</param>
/// <param name="Term">What it is called; null for 1.</param>
/// <param name="Of">What is differentiated, if that is known by name and is not the result.</param>
internal sealed record Upstream(Node Node, Term? Term, string? Of)
{
    /// <summary>Whether it is known by name only.</summary>
    public bool IsSymbol => Node.Op is Placeholder;

    /// <summary>Reads <see cref="GraphViewOptions.Upstream"/>.</summary>
    /// <param name="text">The text; null for 1.</param>
    /// <param name="type">The result's type.</param>
    public static Upstream Read(string? text, TensorType type)
    {
        if (text is null) return new(Build.Fill(1, type), null, null);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return new(Build.Fill(number, type), new Term.Number(number), null);
        bool isTensor = !type.Shape.IsScalar;
        Node symbol = Node.Placeholder(type);
        return text.Split('/') is [['∂' or 'd', .. { Length: > 0 } of], ['∂' or 'd', .. { Length: > 0 } by]]
            ? new(symbol, new Term.Derivative(of, by, isTensor: isTensor), of)
            : new(symbol, new Term.Name(text, isTensor), null);
    }
}
