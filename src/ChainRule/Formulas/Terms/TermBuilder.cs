using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Formulas;

/// <summary>Writes nodes as terms, down to nodes that have a name.</summary>
/// <param name="names">What is not taken apart, and what it is called.</param>
/// <param name="isDerivative">Whether all that is taken apart was made by a derivative's rule.</param>
/// <param name="known">A node whose term is known; null for none.</param>
internal sealed class TermBuilder(
    IReadOnlyDictionary<Node, string> names, bool isDerivative = false, (Node Node, Term Term)? known = null)
{
    /// <summary>A longer term explains nothing.</summary>
    public const int Longest = 120;

    private const int MostLabels = 1_000;

    private readonly Dictionary<Node, Term?> _known = [];
    private readonly HashSet<string> _wholes = [];

    /// <summary>The term of a node; null if it would be too long.</summary>
    /// <param name="root">The node, which is taken apart even if it has a name.</param>
    public Term? Of(Node root) => Apart(root) is { } term ? Named(term, names, root) : null;

    /// <summary>The same term, in which softmax is called by the name of its value, if it has one.</summary>
    /// <param name="term">A term of this builder.</param>
    /// <param name="given">The names.</param>
    /// <param name="except">What is not called by its name; null for nothing.</param>
    // What is made of it by differentiation has only its parts, so it is known by its term.
    public Term Named(Term term, IReadOnlyDictionary<Node, string> given, Node? except = null) => Softmax.Named(
        term,
        call => given.Where(pair => pair.Key != except && pair.Key.Op.Name == "div"
                && new TermBuilder(names).Apart(pair.Key)?.Key == call.Key)
            .Select(static pair => new Term.Name(pair.Value, isTensor: true)).FirstOrDefault());

    private Term? Apart(Node root)
    {
        foreach (Node node in Graph.TopologicalOrder([root], node => node != root && IsName(node)))
        {
            Term? term = IsName(node) && node != root ? NameOf(node) : Applied(node);
            _known[node] = term is { Size: <= Longest } ? term : null;
        }

        Term? result = _known[root];
        // In what is built from it, it has its name.
        _known.Remove(root);
        return result is null ? null : Softmax.In(result);
    }

    private bool IsName(Node node) => names.ContainsKey(node) || node.Inputs.Length == 0;

    private Term NameOf(Node node)
    {
        Term term = NameOrNumberOf(node);
        if (IsWhole(node)) _wholes.Add(term.Key);
        return term;
    }

    private Term NameOrNumberOf(Node node) => node == known?.Node ? known.Value.Term
        : Build.IsUniform(node, out double value) ? new Term.Number(value)
        : node.Op is Constant constant ? new Term.Number(constant.Value)
        : new Term.Name(names.TryGetValue(node, out string? name) ? name : LiteralOf(node), !node.Shape.IsScalar);

    // A list of numbers in the formula stands for itself.
    private static string LiteralOf(Node node) => node is { Value: { } value, Shape: { Rank: 1, Length: <= 6 } }
        ? $"[{string.Join(", ", Enumerable.Range(0, node.Shape[0]).Select(i => ValueText.OfNumber(value[i])))}]"
        : node.Op.Noun(node);

    private Term? Applied(Node node)
    {
        if (node.Inputs.Length == 0) return NameOf(node);
        var inputs = new Term[node.Inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            if (_known[node.Inputs[i]] is not { } input) return null;
            inputs[i] = input;
        }

        return node.Op switch
        {
            Broadcast or Alias or StopGradient or Cast => inputs[0],
            Reshape when node.Shape.Length == node.Inputs[0].Shape.Length && IsOnlyOnes(node) => inputs[0],
            Permute when node.Shape.Rank == 2 => inputs[0] is Term.Transposed twice ? twice.Of : Transposed(inputs[0]),
            Dot => Algebra.Linear(inputs[0], left => Algebra.Linear(
                inputs[1], right => new Term.MatrixProduct(left, right, node.Shape.Length != 1))),
            Sum => Summed(node, inputs[0]),
            Select => Chosen(node, inputs),
            _ => Arithmetic(node.Op.Name, inputs) ?? Comparison(node, inputs)
                ?? new Term.Call(FunctionOf(node.Op.Name), inputs, !node.Shape.IsScalar),
        };
    }

    private static bool IsOnlyOnes(Node node) => node.Shape.Where(static size => size != 1).SequenceEqual(
        node.Inputs[0].Shape.Where(static size => size != 1));

    private static Term Transposed(Term term) => term.IsTensor ? new Term.Transposed(term) : term;

    private Term Summed(Node node, Term of)
    {
        // One number, repeated, is added up as often as it is there.
        Node input = node.Inputs[0];
        if (!of.IsTensor && node.Shape.Length > 0)
            return Algebra.Product(new Term.Number((double)input.Shape.Length / node.Shape.Length), of);
        if (input.Op is Broadcast) of = new Term.Call("broadcast", [of], isTensor: true);
        string name = node.Shape.IsScalar ? "sum" : $"sum_{string.Join("", ((Sum)node.Op).Axes.Span.ToArray())}";
        return Algebra.LinearInElements(of, rest => node.Origin is not null && _wholes.Contains(rest.Key)
            ? Algebra.One
            : new Term.Call(name, [rest], !node.Shape.IsScalar));
    }

    // Labels: of each, so many parts of the whole.
    private static bool IsWhole(Node node) =>
        node is { Inputs.Length: 0, Shape: { Rank: 1, Length: <= MostLabels }, Value: { } value }
        && Enumerable.Range(0, node.Shape.Length).Select(i => value[i]).ToArray() is var parts
        && Array.TrueForAll(parts, static part => part >= 0) && Math.Abs(parts.Sum() - 1) < 1e-12;

    // What differentiation does at single points, such as 0 for the slope of 0⁰, is left out.
    private Term Chosen(Node node, Term[] inputs) =>
        (isDerivative || node.Origin is not null) && node.Inputs[0].Op.Name == "equal" && inputs[0] is not Term.Number
            ? inputs[2]
            : Algebra.Choice(inputs[0], inputs[1], inputs[2]);

    private static Term? Arithmetic(string op, Term[] x) => op switch
    {
        "add" => Algebra.Sum(x[0], x[1]),
        "sub" => Algebra.Difference(x[0], x[1]),
        "mul" => Algebra.Product(x[0], x[1]),
        "div" => Algebra.Quotient(x[0], x[1]),
        "neg" => Algebra.Negative(x[0]),
        "reciprocal" => Algebra.Quotient(Algebra.One, x[0]),
        "square" => Algebra.Power(x[0], new Term.Number(2)),
        "sqrt" => Algebra.Power(x[0], Algebra.Half),
        "pow" => Algebra.Power(x[0], x[1]),
        _ => null,
    };

    private static Term? Comparison(Node node, Term[] x)
    {
        // 0 < ReLU(x) is 0 < x, and one says x > 0.
        if (node.Op.Name == "less" && x[0] is Term.Number { Value: 0 })
        {
            Term other = x[1] is Term.Call { Function: "ReLU" } relu ? relu.Arguments[0] : x[1];
            if (other is not Term.Number) return new Term.Comparison(other, ">", x[0]);
        }

        string? sign = node.Op.Name switch
        {
            "less" => "<",
            "less_or_equal" => "≤",
            "greater" => ">",
            "greater_or_equal" => "≥",
            "equal" => "=",
            "not_equal" => "≠",
            "and" => "∧",
            "or" => "∨",
            _ => null,
        };
        if (sign is null) return null;
        if (x[0] is not Term.Number a || x[1] is not Term.Number b) return new Term.Comparison(x[0], sign, x[1]);
        bool holds = sign switch
        {
            "<" => a.Value < b.Value,
            "≤" => a.Value <= b.Value,
            ">" => a.Value > b.Value,
            "≥" => a.Value >= b.Value,
            "=" => a.Value == b.Value,
            "≠" => a.Value != b.Value,
            "∧" => a.Value != 0 && b.Value != 0,
            _ => a.Value != 0 || b.Value != 0,
        };
        return holds ? Algebra.One : Algebra.Zero;
    }

    private static string FunctionOf(string op) => op switch
    {
        "log" => "ln",
        "sigmoid" => "σ",
        "relu" => "ReLU",
        _ => op,
    };
}
