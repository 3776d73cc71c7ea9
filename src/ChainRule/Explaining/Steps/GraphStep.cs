namespace ChainRule;

/// <summary>One step of computing a graph, or of backpropagation through it.</summary>
public abstract record GraphStep
{
    private GraphStep()
    {
    }

    /// <summary>Whether it is part of backpropagation.</summary>
    public abstract bool IsBackward { get; }

    /// <summary>The step as a formula: <c>t = x + y = 3 + 4 = 7</c>.</summary>
    public abstract string Formula { get; }

    /// <summary>The step in words: one sentence.</summary>
    /// <param name="language">The language.</param>
    public string Words(Language language = Language.English) => Explaining.StepWords.Of(this, language);

    /// <summary>A node computes its value from its inputs.</summary>
    /// <param name="Op">What it does: <c>add</c>, <c>sigmoid</c>.</param>
    /// <param name="Symbol">The sign in the picture.</param>
    /// <param name="Inputs">What comes in, in order.</param>
    /// <param name="Output">What comes out.</param>
    public sealed record Forward(string Op, string Symbol, IReadOnlyList<GraphValue> Inputs, GraphValue Output)
        : GraphStep
    {
        /// <inheritdoc/>
        public override bool IsBackward => false;

        /// <inheritdoc/>
        public override string Formula
        {
            get
            {
                string names = Written(Inputs.Select(static input => input.Name));
                string numbers = Inputs.All(static input => input.Exact is not null)
                    ? Written(Inputs.Select(static input => input.Text!))
                    : names;
                string result = Output.Text is null ? "" : $" = {Output.Text}";
                return numbers == names
                    ? $"{Output.Name} = {names}{result}"
                    : $"{Output.Name} = {names} = {numbers}{result}";
            }
        }

        // A sign stands between two operands or before one; what has letters is a name.
        private string Written(IEnumerable<string> operands) => (operands.ToArray(), Symbol.Any(char.IsLetter)) switch
        {
            // x² of t is t², and 1/x is 1/t.
            ([var x], true) when Symbol is ['x', var power] && !char.IsLetter(power) => $"{InBrackets(x)}{power}",
            ([var x], true) when Symbol is [.. var before, '/', 'x'] => $"{before}/{InBrackets(x)}",
            ([var x], false) => $"{Symbol}{InBrackets(x)}",
            ([var x, var y], false) => $"{x} {Symbol} {InBrackets(y)}",
            (var all, _) => $"{Op}({string.Join(", ", all)})",
        };
    }

    /// <summary>Backpropagation begins: the derivative of the result by itself.</summary>
    /// <param name="Result">The result.</param>
    public sealed record Seed(GraphValue Result) : GraphStep
    {
        /// <inheritdoc/>
        public override bool IsBackward => true;

        /// <inheritdoc/>
        public override string Formula => $"∂{Result.Name}/∂{Result.Name} = 1";
    }

    /// <summary>
    /// A node multiplies what comes from upstream with its local derivative by one of its inputs, and hands it on.
    /// </summary>
    /// <param name="Result">What is differentiated.</param>
    /// <param name="Op">What the node does.</param>
    /// <param name="Symbol">The sign in the picture.</param>
    /// <param name="Output">The node's value.</param>
    /// <param name="Input">The input's value.</param>
    /// <param name="Upstream">∂result/∂output.</param>
    /// <param name="Local">∂output/∂input; without a number unless both are scalars.</param>
    /// <param name="Contribution">Upstream × local.</param>
    public sealed record Backward(
        string Result,
        string Op,
        string Symbol,
        GraphValue Output,
        GraphValue Input,
        GraphValue Upstream,
        GraphValue Local,
        GraphValue Contribution) : GraphStep
    {
        /// <inheritdoc/>
        public override bool IsBackward => true;

        /// <inheritdoc/>
        public override string Formula => Local.Text is null
            ? $"{Upstream.Name} · {Local.Name}: {Upstream.Text} → {Contribution.Text}"
            : $"{Upstream.Name} · {Local.Name} = {Upstream.Text} × {InBrackets(Local.Text)} = {Contribution.Text}";
    }

    /// <summary>A value is used several times: the derivatives that come back are added.</summary>
    /// <param name="Terms">What came back, use by use.</param>
    /// <param name="Total">The derivative by the value.</param>
    /// <param name="Value">The value.</param>
    public sealed record Sum(IReadOnlyList<GraphValue> Terms, GraphValue Total, GraphValue Value) : GraphStep
    {
        /// <inheritdoc/>
        public override bool IsBackward => true;

        /// <inheritdoc/>
        public override string Formula => $"{Total.Name} = "
            + string.Join(" + ", Terms.Select(static (term, i) => i == 0 ? term.Text : InBrackets(term.Text!)))
            + $" = {Total.Text}";
    }

    private static string InBrackets(string number) => number.StartsWith('-') ? $"({number})" : number;
}
