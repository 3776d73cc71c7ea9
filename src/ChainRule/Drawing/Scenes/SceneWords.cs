using System.Text;

namespace ChainRule.Drawing.Scenes;

/// <summary>The words of pictures, and pictures in words for those who do not see them.</summary>
internal static class SceneWords
{
    /// <summary>What a picture is called.</summary>
    public static string TitleOf(Scene scene) => (scene.Result.Name, scene.Language) switch
    {
        (null, Language.Chinese) => "计算图",
        (null, Language.Japanese) => "計算グラフ",
        (null, _) => "A computational graph",
        (var name, Language.Chinese) => $"{name} 的计算图",
        (var name, Language.Japanese) => $"{name} の計算グラフ",
        (var name, _) => $"The computational graph of {name}",
    };

    /// <summary>The whole graph, a sentence a node.</summary>
    public static string Of(Scene scene)
    {
        string gap = scene.Language == Language.English ? " " : "", end = gap.Length > 0 ? "." : "。";
        var text = new StringBuilder();
        foreach (SceneNode node in scene.Nodes)
        {
            if (node.IsFaded || node.Kind is not (SceneNodeKind.Leaf or SceneNodeKind.Operation)) continue;
            if (text.Length > 0) text.Append(gap);
            text.Append(Of(node, scene.Language)).Append(end);
        }

        if (scene.Nodes.Any(static node => node.IsFaded)) text.Append(gap).Append(Rest(scene.Language)).Append(end);
        return text.ToString();
    }

    /// <summary>A node: what comes in, what it makes of it, and the derivative that comes back.</summary>
    public static string Of(SceneNode node, Language language) => node.Kind switch
    {
        SceneNodeKind.Leaf => NameOf(node, language) + Numbers(node, language),
        SceneNodeKind.Branch => Shared(NameOf(node.Trunk, language), node.Outputs.Count, language),
        _ => Applied(node, language) + Numbers(node, language),
    };

    /// <summary>What leaves and results are called: the name; for a nameless leaf its op, else nothing.</summary>
    public static string NameOf(SceneNode node, Language language) =>
        node.Name ?? (node.Kind == SceneNodeKind.Leaf ? Noun(node.Op.Noun(node.Node), language) : "");

    /// <summary>What a node is, as its role in the picture.</summary>
    public static string Node(Language language) => language switch
    {
        Language.Chinese => "节点",
        Language.Japanese => "ノード",
        _ => "node",
    };

    /// <summary>What a nameless result is called.</summary>
    public static string Result(Language language) => language switch
    {
        Language.Chinese => "结果",
        Language.Japanese => "結果",
        _ => "result",
    };

    private static string Rest(Language language) => language switch
    {
        Language.Chinese => "其余部分变淡",
        Language.Japanese => "残りは薄く描かれています",
        _ => "The rest is faded",
    };

    private static string Shared(string name, int uses, Language language) => language switch
    {
        Language.Chinese => $"{(name.Length > 0 ? $"{name} " : "这个值")}被使用 {uses} 次；传回的导数相加",
        Language.Japanese => $"{(name.Length > 0 ? $"{name} " : "この値")}は {uses} 回使われ、戻ってくる微分は足し合わされます",
        _ => $"{(name.Length > 0 ? name : "the value")} is used {uses} times; the derivatives that come back are added",
    };

    private static string Applied(SceneNode node, Language language)
    {
        string op = node.IsFolded ? node.OpName : Noun(node.OpName, language);
        List<string> operands = [.. node.Inputs.Select(edge => Operand(edge.Source.Trunk, language))];
        if (node.Joined is { } number) operands.Add(number);
        return (operands.Count, language) switch
        {
            (0, _) => op,
            (_, Language.Chinese) => $"{string.Join(" 与 ", operands)} 的{Apart(op)}",
            (_, Language.Japanese) => $"{string.Join(" と ", operands)} の{Apart(op)}",
            _ => $"{op} of {string.Join(" and ", operands)}",
        };
    }

    // Latin letters stand apart from Chinese and Japanese ones.
    private static string Apart(string word) => char.IsAscii(word[0]) ? $" {word}" : word;

    private static string Operand(SceneNode source, Language language) =>
        source.Name ?? source.Value ?? Noun(source.OpName, language);

    private static string Numbers(SceneNode node, Language language)
    {
        (string comma, string derivative) = language switch
        {
            Language.Chinese => ("，", "导数"),
            Language.Japanese => ("、", "微分"),
            _ => (", ", "derivative"),
        };
        string name = node.Kind == SceneNodeKind.Operation && node.Name is not null ? comma + node.Name : "";
        string value = node.Value is null ? "" : $" = {node.Value}";
        return name + value + (node.Derivative is null ? "" : $"{comma}{derivative} {node.Derivative}");
    }

    // What is a name in the textbooks of all three languages, such as sigmoid, stays as it is.
    private static string Noun(string op, Language language)
    {
        (string English, string Chinese, string Japanese) = op switch
        {
            "add" => ("sum", "和", "和"),
            "sub" => ("difference", "差", "差"),
            "mul" => ("product", "积", "積"),
            "div" => ("quotient", "商", "商"),
            "neg" => ("negative", "相反数", "符号反転"),
            "square" => ("square", "平方", "二乗"),
            "sqrt" => ("square root", "平方根", "平方根"),
            "reciprocal" => ("reciprocal", "倒数", "逆数"),
            "abs" => ("absolute value", "绝对值", "絶対値"),
            "pow" => ("power", "幂", "べき乗"),
            "exp" => ("exponential", "指数函数", "指数関数"),
            "log" => ("natural logarithm", "自然对数", "自然対数"),
            "sum" => ("sum", "总和", "総和"),
            "dot" => ("dot product", "点积", "ドット積"),
            "max" => ("maximum", "最大值", "最大値"),
            "min" => ("minimum", "最小值", "最小値"),
            "transpose" => ("transpose", "转置", "転置"),
            "data" => ("data", "数据", "データ"),
            "constant" => ("constant", "常数", "定数"),
            _ => (op, op, op),
        };
        return language switch
        {
            Language.Chinese => Chinese,
            Language.Japanese => Japanese,
            _ => English,
        };
    }
}
