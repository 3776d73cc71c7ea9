namespace ChainRule.Tests.Drawing;

/// <summary>The textbook's graphs and some awkward ones.</summary>
internal static class Pictured
{
    /// <summary>Two apples at 100 each with 10 % tax.</summary>
    public static Tensor Apple(
        string apple = "apple", string count = "apple_count", string tax = "tax", string price = "price") =>
        (Number(100, apple) * Number(2, count) * Number(1.1, tax)).Named(price);

    /// <summary>Two apples at 100 and three oranges at 150 with 10 % tax.</summary>
    public static Tensor ApplesAndOranges() =>
        ((Number(100, "apple") * Number(2, "apple_count")) + (Number(150, "orange") * Number(3, "orange_count")))
        * Number(1.1, "tax");

    /// <summary>z = t², t = x + y at 3 and 4.</summary>
    public static Tensor Square() => (Number(3, "x") + Number(4, "y")).Named("t").Square().Named("z");

    /// <summary>1/(1 + exp(−x)) at 1.</summary>
    public static Tensor Sigmoid() => 1 / (1 + Tensor.Exp(-Number(1, "x")));

    /// <summary>x·x + sin x at 2: three uses of x.</summary>
    public static Tensor FanOut()
    {
        Tensor x = Number(2, "x");
        return (x * x) + Tensor.Sin(x);
    }

    /// <summary>(x − y)/(x + y): no way to draw it without a crossing.</summary>
    public static Tensor Quotient()
    {
        Tensor x = Number(2, "x"), y = Number(5, "y");
        return (x - y) / (x + y);
    }

    /// <summary>A layer of three neurons for five examples, summed up.</summary>
    public static (Tensor Loss, Tensor[] Parameters) Layer()
    {
        Tensor x = Matrix(5, 2, "X"), w = Matrix(2, 3, "W"), b = Tensor.From<double>(0.1, 0.2, 0.3).Named("b");
        return (Tensor.Relu(Tensor.Dot(x, w) + b).Sum().Named("L"), [w, b]);
    }

    /// <summary>Two layers.</summary>
    public static (Tensor Loss, Tensor[] Parameters) Network()
    {
        Tensor x = Matrix(5, 2, "X"), w1 = Matrix(2, 3, "W1"), b1 = Tensor.From<double>(0.1, 0.2, 0.3).Named("b1");
        Tensor w2 = Matrix(3, 2, "W2"), b2 = Tensor.From<double>(0.1, 0.2).Named("b2");
        Tensor h = Tensor.Sigmoid(Tensor.Dot(x, w1) + b1).Named("h");
        return ((Tensor.Dot(h, w2) + b2).Square().Sum().Named("L"), [w1, b1, w2, b2]);
    }

    public static Tensor Number(double value, string? name = null) => Tensor.Scalar(value, name);

    private static Tensor Matrix(int rows, int columns, string name) =>
        Tensor.From<double>(
            [.. Enumerable.Range(0, rows * columns).Select(static i => i / 8.0)], [rows, columns], name);
}
