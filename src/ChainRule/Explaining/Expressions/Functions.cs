namespace ChainRule.Explaining;

/// <summary>The functions that expressions may call.</summary>
internal static class Functions
{
    /// <summary>All, by name.</summary>
    public static IReadOnlyDictionary<string, Function> All { get; } =
        List().ToDictionary(static function => function.Name);

    private static IEnumerable<Function> List() =>
    [
        Of("abs", Tensor.Abs), Of("acos", Tensor.Acos), Of("asin", Tensor.Asin), Of("atan", Tensor.Atan),
        Of("cos", Tensor.Cos), Of("cosh", Tensor.Cosh), Of("erf", Tensor.Erf), Of("erfc", Tensor.Erfc),
        Of("exp", Tensor.Exp), Of("expm1", Tensor.Expm1), Of("floor", Tensor.Floor), Of("gelu", Tensor.Gelu),
        Of("ln", Tensor.Log), Of("log", Tensor.Log), Of("log1p", Tensor.Log1p), Of("reciprocal", Tensor.Reciprocal),
        Of("relu", Tensor.Relu), Of("round", Tensor.Round), Of("sigmoid", Tensor.Sigmoid), Of("sign", Tensor.Sign),
        Of("silu", Tensor.Silu), Of("sin", Tensor.Sin), Of("sinh", Tensor.Sinh), Of("softplus", Tensor.Softplus),
        Of("sqrt", Tensor.Sqrt), Of("square", Tensor.Square), Of("tan", Tensor.Tan), Of("tanh", Tensor.Tanh),
        Of("transpose", static x => x.Rank < 2 ? x : x.Transpose()),
        Of("atan2", static (y, x) => Tensor.Atan2(y.Tensor, x.Tensor), "y", "x"),
        Of("pow", Power, "x", "exponent"),
        Of("dot", static (a, b) => Tensor.Dot(a.Tensor, b.Tensor), "a", "b"),
        Of("maximum", static (x, y) => Tensor.Maximum(x.Tensor, y.Tensor), "x", "y"),
        Of("minimum", static (x, y) => Tensor.Minimum(x.Tensor, y.Tensor), "x", "y"),
        new("clamp", ["x", "low", "high"], 3, static x => Tensor.Clamp(x[0].Tensor, x[1].Tensor, x[2].Tensor)),
        new("select", ["condition", "x", "y"], 3, static x => Tensor.Select(x[0].Tensor, x[1].Tensor, x[2].Tensor)),
        new(
            "affine", ["x", "w", "b"], 3,
            static x => Layer("affine", () => x[0].Tensor.Dot(x[1].Tensor) + x[2].Tensor)),
        Of("crossentropy", static (y, t) => Layer("crossentropy", () => CrossEntropy(y.Tensor, t.Tensor)), "y", "t"),
        Along("sum", static (x, axes) => x.Sum(axes)), Along("mean", static (x, axes) => x.Mean(axes)),
        Along("product", static (x, axes) => x.Product(axes)),
        Extremum("max", static (x, axes) => x.Max(axes)), Extremum("min", static (x, axes) => x.Min(axes)),
        Last("softmax", static (x, axis) => x.Softmax(axis)),
        Last("logsoftmax", static (x, axis) => x.LogSoftmax(axis)),
        Last("logsumexp", static (x, axis) => x.LogSumExp(axis)),
    ];

    /// <summary>A power, whose exponent may be a number.</summary>
    public static Tensor Power(Operand x, Operand y) =>
        y.Literal is { } exponent ? Tensor.Pow(x.Tensor, exponent) : Tensor.Pow(x.Tensor, y.Tensor);

    // Drawn as one box.
    private static Tensor Layer(string name, Func<Tensor> build)
    {
        using Graphs.Scope.Section scope = Graphs.Scope.Begin(name);
        return build();
    }

    // Of a batch, the mean.
    private static Tensor CrossEntropy(Tensor y, Tensor t)
    {
        Tensor sum = -(t * y.Log()).Sum();
        return y.Rank < 2 ? sum : sum / (y.Length / y.Shape[^1]);
    }

    private static Function Of(string name, Func<Tensor, Tensor> apply) =>
        new(name, ["x"], 1, x => apply(x[0].Tensor));

    private static Function Of(string name, Func<Operand, Operand, Tensor> apply, string first, string second) =>
        new(name, [first, second], 2, x => apply(x[0], x[1]));

    // Of all elements, or along an axis.
    private static Function Along(string name, Func<Tensor, Axes, Tensor> apply) => new(
        name, ["x", "axis"], 1, x => apply(x[0].Tensor, x.Length > 1 ? AxisOf(name, x[1]) : Axes.All));

    // max(x, 1) of a number x has no axis 1: who types it wants another function.
    private static Function Extremum(string name, Func<Tensor, Axes, Tensor> apply) => new(
        name, ["x", "axis"], 1, x => x.Length == 1 ? apply(x[0].Tensor, Axes.All)
            : x[0].Tensor.Rank > 0 && x[1].Literal is not null ? apply(x[0].Tensor, AxisOf(name, x[1]))
            : throw new ShapeException(
                $"{name} is that of all elements of a tensor, or along an axis. "
                    + $"Of two numbers, write {name}imum(x, y)."));

    // Along the last axis, or another one.
    private static Function Last(string name, Func<Tensor, int, Tensor> apply) => new(
        name, ["x", "axis"], 1, x => apply(x[0].Tensor, x.Length > 1 ? AxisOf(name, x[1]) : -1));

    private static int AxisOf(string name, Operand axis) =>
        axis.Literal is { } number && number == Math.Round(number) && Math.Abs(number) < 32
            ? (int)number
            : throw new ShapeException($"{name}: an axis is a whole number such as 0 or -1, written as one.");
}
