using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Drawing.Unfolding;

/// <summary>Functions that are one operation, in the simpler ones they consist of, as textbooks write them.</summary>
internal static class Parts
{
    private static readonly Dictionary<string, Func<Symbol, Symbol>> Definitions = new()
    {
        ["cosh"] = static x => (Symbol.Exp(x) + Symbol.Exp(-x)) / Symbol.Of(2),
        ["gelu"] = static x => x * (Symbol.Of(0.5) * (Symbol.Of(1) + Symbol.Erf(x / Symbol.Of(Math.Sqrt(2))))),
        ["neg"] = static x => x * Symbol.Of(-1),
        ["reciprocal"] = static x => Symbol.Of(1) / x,
        ["relu"] = static x => Symbol.Max(x, Symbol.Of(0)),
        ["sigmoid"] = static x => Inverse(Symbol.Of(1) + Symbol.Exp(x * Symbol.Of(-1))),
        ["silu"] = static x => x * Symbol.Sigmoid(x),
        ["sinh"] = static x => (Symbol.Exp(x) - Symbol.Exp(-x)) / Symbol.Of(2),
        ["softplus"] = static x => Symbol.Log(Symbol.Of(1) + Symbol.Exp(x)),
        ["square"] = static x => x * x,
        ["tan"] = static x => Symbol.Sin(x) / Symbol.Cos(x),
        ["tanh"] = static x => (Symbol.Exp(x) - Symbol.Exp(-x)) / (Symbol.Exp(x) + Symbol.Exp(-x)),
    };

    /// <summary>Whether a node's op has a name that stands for simpler ones.</summary>
    public static bool Has(Node node) => node.Inputs.Length == 1 && Definitions.ContainsKey(node.Op.Name);

    /// <summary>The function in its parts.</summary>
    /// <param name="op">The op's name.</param>
    /// <param name="input">What it is applied to.</param>
    public static Node Of(string op, Node input) => Definitions[op](new Symbol(input)).ToNode(input.Type);

    // Its derivative is −y², as textbooks have it.
    private static Symbol Inverse(Symbol x) => new(Build.Unary<Reciprocal>(x.ToNode(default)));
}
