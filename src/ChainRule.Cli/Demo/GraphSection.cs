using System.Globalization;

namespace ChainRule.Cli;

/// <summary>The textbook's small graphs, with values and derivatives on the edges.</summary>
internal sealed class GraphSection(Terminal terminal)
{
    public void Run()
    {
        terminal.Heading("1. Computational graphs");
        Apples();
        ApplesAndOranges();
        SquareOfSum();
    }

    private void Apples()
    {
        terminal.Paragraph(
            "Two apples at 100 each, and 10% tax. Values go from left to right; derivatives come back from right to "
            + "left: each node multiplies what it gets by its own, local derivative.");
        Tensor price = Tensor.Scalar(100.0, "apple"), count = Tensor.Scalar(2.0, "apples");
        Tensor tax = Tensor.Scalar(1.1, "tax");
        Show((price * count * tax).Named("total"), price, count, tax);
        terminal.Paragraph("So if one apple costs 1 more, the total rises by 2.2.");
    }

    private void ApplesAndOranges()
    {
        terminal.Line();
        terminal.Paragraph(
            "Two apples at 100 and three oranges at 150. A plus passes its derivative on to both sides unchanged.");
        Tensor apple = Tensor.Scalar(100.0, "apple"), apples = Tensor.Scalar(2.0, "apples");
        Tensor orange = Tensor.Scalar(150.0, "orange"), oranges = Tensor.Scalar(3.0, "oranges");
        Tensor tax = Tensor.Scalar(1.1, "tax");
        Show((((apple * apples) + (orange * oranges)) * tax).Named("total"), apple, apples, orange, oranges, tax);
    }

    private void SquareOfSum()
    {
        terminal.Line();
        terminal.Paragraph(
            "z = (x + y)² at x = 3 and y = 4. With t = x + y the derivative of t² is 2t = 14, and it reaches x and y "
            + "unchanged.");
        Tensor x = Tensor.Scalar(3.0, "x"), y = Tensor.Scalar(4.0, "y");
        Show((x + y).Square().Named("z"), x, y);
    }

    private void Show(Tensor result, params Tensor[] arguments)
    {
        terminal.Line();
        var options = new GraphTextOptions
        {
            MaxWidth = Math.Max(GraphTextOptions.SmallestWidth, terminal.Width),
            Ascii = !terminal.IsUnicode,
        };
        terminal.Block(GraphText.Draw(result, arguments, options));
        terminal.Line();
        Tensor[] derivatives = Gradient.Of(result, arguments);
        IEnumerable<string> list = derivatives.Select(
            (derivative, i) => $"{Number(derivative)} by {arguments[i].Name}");
        terminal.Paragraph($"{result.Name} = {Number(result)}; derivatives: {string.Join(", ", list)}.");
    }

    // 1.1 is no binary fraction, so the last of 17 digits would be noise.
    private static string Number(Tensor scalar) => scalar.Item().ToString("G12", CultureInfo.InvariantCulture);
}
