namespace ChainRule.Explaining;

/// <summary>Says in words what a step does, in the terms of the textbook.</summary>
internal static class StepWords
{
    /// <summary>The sentence.</summary>
    public static string Of(GraphStep step, Language language) => (step, language) switch
    {
        (GraphStep.Forward x, Language.Chinese) =>
            $"{Node(x.Op, x.Symbol, language)}收到 {Values(x.Inputs, " 和 ")}，输出 {Value(x.Output)}。",
        (GraphStep.Forward x, Language.Japanese) =>
            $"{Node(x.Op, x.Symbol, language)}は {Values(x.Inputs, " と ")} を受け取り、{Value(x.Output)} を出力します。",
        (GraphStep.Forward x, _) =>
            $"The {Node(x.Op, x.Symbol, language)} takes {Values(x.Inputs, " and ")} and gives {Value(x.Output)}.",
        (GraphStep.Seed x, Language.Chinese) => $"反向传播从结果开始：{x.Formula}。",
        (GraphStep.Seed x, Language.Japanese) => $"逆伝播は結果から始まります：{x.Formula}。",
        (GraphStep.Seed x, _) => $"Backpropagation starts at the result: {x.Formula}.",
        (GraphStep.Backward x, _) => Backward(x, language),
        (GraphStep.Sum x, Language.Chinese) => $"{x.Value.Name} 被使用了 {x.Terms.Count} 次，所以导数相加：{x.Formula}。",
        (GraphStep.Sum x, Language.Japanese) =>
            $"{x.Value.Name} は {x.Terms.Count} 回使われるので、微分を足し合わせます：{x.Formula}。",
        (GraphStep.Sum x, _) =>
            $"{x.Value.Name} is used {x.Terms.Count} times, so its derivatives add up: {x.Formula}.",
        _ => throw new System.Diagnostics.UnreachableException(step.GetType().Name),
    };

    private static string Backward(GraphStep.Backward x, Language language)
    {
        (string node, string input) = (Node(x.Op, x.Symbol, language), x.Input.Name);
        bool hasNumbers = x.Local.Text is not null;
        return language switch
        {
            Language.Chinese => hasNumbers
                ? $"{node}从上游收到 {x.Upstream.Text}，乘以对 {input} 的局部导数 {x.Local.Text}，"
                    + $"把 {x.Contribution.Text} 传给 {input}。"
                : $"{node}从上游收到{Derivative(x.Upstream, language).TrimEnd()}，乘以局部导数，"
                    + $"把{Derivative(x.Contribution, language)}传给 {input}。",
            Language.Japanese => hasNumbers
                ? $"{node}は上流から {x.Upstream.Text} を受け取り、"
                    + $"{input} についての局所的な微分 {x.Local.Text} を掛けて、"
                    + $"{x.Contribution.Text} を {input} に渡します。"
                : $"{node}は上流から{Derivative(x.Upstream, language)}を受け取り、局所的な微分を掛けて、"
                    + $"{Derivative(x.Contribution, language)}を {input} に渡します。",
            _ => hasNumbers
                ? $"The {node} gets {x.Upstream.Text} from upstream, multiplies it by its local derivative with "
                    + $"respect to {input}, {x.Local.Text}, and hands {x.Contribution.Text} on to {input}."
                : $"The {node} gets {Derivative(x.Upstream, language)} from upstream, multiplies it by its local "
                    + $"derivative, and hands {Derivative(x.Contribution, language)} on to {input}.",
        };
    }

    // A number, or what is told by its shape.
    private static string Derivative(GraphValue value, Language language) => (value.Exact is null, language) switch
    {
        (false, Language.English) => value.Text!,
        (false, _) => $" {value.Text} ",
        (true, Language.Chinese) => $"形状为 {value.Text} 的导数",
        (true, Language.Japanese) => $"形状 {value.Text} の微分",
        _ => $"a derivative of shape {value.Text}",
    };

    private static string Node(string op, string symbol, Language language) => (op, language) switch
    {
        ("add", Language.Chinese) => "加法节点",
        ("add", Language.Japanese) => "加算ノード",
        ("mul", Language.Chinese) => "乘法节点",
        ("mul", Language.Japanese) => "乗算ノード",
        ("mul", _) => "multiply node",
        (_, Language.Chinese) => $"{symbol} 节点",
        (_, Language.Japanese) => $"{symbol} ノード",
        _ => $"{op} node",
    };

    private static string Values(IEnumerable<GraphValue> values, string and) => string.Join(and, values.Select(Value));

    // x = 3; a number written into the formula is said once.
    private static string Value(GraphValue value) =>
        value.Text is null || value.Text == value.Name ? value.Name : $"{value.Name} = {value.Text}";
}
