using System.Globalization;
using System.Numerics;

namespace ChainRule.Explaining;

/// <summary>Counts of operations in words.</summary>
internal static class CountWords
{
    // Below, a number is written out.
    private static readonly BigInteger Longest = BigInteger.Pow(10, 15);

    /// <summary>What each way of differentiating is called: path by path, forward, reverse, numerical.</summary>
    public static string[] Ways(int variables, Language language) => language switch
    {
        Language.Chinese =>
            ["逐条路径", $"前向模式（{variables} 次扫描）", "反向模式（1 次扫描）", $"数值微分（求值 {2 * variables} 次）"],
        Language.Japanese =>
        [
            "経路ごと", $"フォワードモード（走査 {variables} 回）", "リバースモード（走査 1 回）",
            $"数値微分（評価 {2 * variables} 回）",
        ],
        _ =>
        [
            "path by path", $"forward mode ({Times(variables, "sweep")})", "reverse mode (1 sweep)",
            $"numerical ({Times(2 * variables, "evaluation")})",
        ],
    };

    /// <summary>The titles of a table: nothing, multiplications, additions, evaluations of nodes.</summary>
    public static string[] Titles(Language language) => language switch
    {
        Language.Chinese => ["", "乘法", "加法", "节点求值"],
        Language.Japanese => ["", "乗算", "加算", "ノードの評価"],
        _ => ["", "multiplications", "additions", "node evaluations"],
    };

    /// <summary>What is counted.</summary>
    public static string Heading(Language language) => language switch
    {
        Language.Chinese => "运算次数",
        Language.Japanese => "演算回数",
        _ => "Operation counts",
    };

    /// <summary>How many paths there are.</summary>
    public static string Of(BigInteger paths, Language language) => language switch
    {
        Language.Chinese => $"从变量到结果共有 {Number(paths)} 条路径。",
        Language.Japanese => $"変数から結果までの経路は {Number(paths)} 本です。",
        _ => paths.IsOne ? "1 path leads from a variable to the result."
            : $"{Number(paths)} paths lead from variables to the result.",
    };

    /// <summary>How a derivative is shared.</summary>
    public static string Of(SharedDerivative shared, string result, Language language)
    {
        string derivative = $"∂{result}/∂{shared.Name}", uses = Number(shared.Uses), paths = Number(shared.Paths);
        return language switch
        {
            Language.Chinese => $"{derivative} 只计算一次，被 {uses} 条路径使用"
                + (shared.Paths.IsOne ? "。" : $"；它是 {paths} 条路径之和。"),
            Language.Japanese => $"{derivative} は一度だけ計算され、{uses} 本の経路で使われます"
                + (shared.Paths.IsOne ? "。" : $"。これは {paths} 本の経路の和です。"),
            _ => $"{derivative} is computed once and used by {uses} paths"
                + (shared.Paths.IsOne ? "." : $"; it is the sum over {paths} paths itself."),
        };
    }

    /// <summary>A number, in full up to fifteen digits.</summary>
    public static string Number(BigInteger number) => number < Longest
        ? number.ToString("N0", CultureInfo.InvariantCulture)
        : number.ToString("0.#####e0", CultureInfo.InvariantCulture);

    private static string Times(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
