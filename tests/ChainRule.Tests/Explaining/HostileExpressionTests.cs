using ChainRule.Graphs;

namespace ChainRule.Tests.Explaining;

/// <summary>Whatever is typed is a formula of bounded size, or is refused with the place where it goes wrong.</summary>
public sealed class HostileExpressionTests
{
    // Some functions are up to so many nodes.
    private const int Characters = 10_000, Nodes = 12 * 4_000, Elements = 1 << 20;

    private static readonly string[] Pieces =
    [
        "x", "y", "v", "m", "苹果", "1", "2.5", "1e3", ".", "+", "-", "*", "/", "**", "^", "²", "(", ")", "[", "]", ",",
        "=", ";", "\n", " ", "<", ">=", "==", "@", "sin", "sum", "softmax(", "max(", "dot(", "π", "#", "$", "😀",
        "\ud800", "\udc00", "\0", "e", "_", "'", "\r\n", "\u2028", "\u200f", "\u0301", "½", "x₁", "𝒳", "１", "，",
        "mean(v, ", "1e-400", "00", "t = ", "#\n", "(x)", "select(",
    ];

    private static readonly string[] Openings =
    [
        "(", "[", "-", "+", "sin(", "x*(", "2**", "x^-", "[[", "max(v, ", "(x, ", "softmax([", "（", "x/", "x = (", "x²",
    ];

    private static readonly Dictionary<string, Tensor> Values = new()
    {
        ["x"] = Tensor.Scalar(3.0, "x"),
        ["y"] = Tensor.Scalar(4.0, "y"),
        ["苹果"] = Tensor.Scalar(100.0, "苹果"),
        ["v"] = Tensor.From<double>(1, 2, 3),
        ["m"] = Tensor.From(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }, "m"),
    };

    [Fact]
    public void Random_pieces() => Each(97_000, 7, static random => Joined(random, random.Next(1, 14)));

    [Fact]
    public void Many_random_pieces() => Each(1_000, 11, static random => Joined(random, random.Next(14, 1_000)));

    [Fact]
    public void Deeply_nested() => Each(500, 1, static random =>
    {
        string opening = Openings[random.Next(Openings.Length)], other = Openings[random.Next(Openings.Length)];
        int depth = random.Next(1, 400);
        string inner = string.Concat(Enumerable.Range(0, depth).Select(_ => random.Next(3) > 0 ? opening : other));
        return $"{inner}x{new string(random.Next(2) > 0 ? ')' : ']', random.Next(depth + 2))}";
    });

    [Fact]
    public void Any_characters() => Each(500, 2, static random => string.Concat(
        Enumerable.Range(0, random.Next(1, 200)).Select(_ => (char)random.Next(char.MaxValue + 1))));

    [Fact]
    public void Long_numbers() => Each(400, 3, static random =>
    {
        string Digits() => string.Concat(Enumerable.Range(0, random.Next(1, 3_000)).Select(_ => random.Next(10)));
        return random.Next(5) switch
        {
            0 => Digits(),
            1 => $"0.{Digits()}",
            2 => $"1e{(random.Next(2) > 0 ? "-" : "")}{Digits()}",
            3 => $"x{string.Concat(Digits().Select(static digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']))}",
            _ => $"[{Digits()}.{Digits()}, 1] @ [x, {Digits()}e-{random.Next(9_999)}]",
        };
    });

    [Fact]
    public void Thousands_of_lines() => Each(300, 4, static random =>
    {
        string line = Joined(random, random.Next(1, 4));
        int lines = random.Next(1_000, 4_000);
        return random.Next(4) switch
        {
            0 => new string('\n', lines) + line,
            1 => string.Concat(Enumerable.Repeat("x\n", lines)) + line,
            2 => string.Concat(Enumerable.Repeat("#\n", lines)) + line,
            // Each names the sum of all before.
            _ => "a0 = x"
                + string.Concat(Enumerable.Range(1, lines / 4).Select(i => $"\na{i}=a{i - 1}+a{i / 2}")) + line,
        };
    });

    [Fact]
    public void Long_names_and_growing_vectors() => Each(300, 5, static random =>
    {
        string name = string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(1, 3_000)));
        int doublings = random.Next(1, 60);
        return random.Next(3) switch
        {
            0 => name,
            1 => $"{name} = x; {name} + {name}",
            // Each is twice as long as the one before.
            _ => "a0 = [x, y]"
                + string.Concat(Enumerable.Range(1, doublings).Select(i => $"; a{i} = [a{i - 1}, a{i - 1}]")),
        };
    });

    [Fact]
    public void A_power_has_a_finite_exponent()
    {
        string text = $"2 + x{new string('⁹', 400)}";
        ExpressionException failure = Assert.Throws<ExpressionException>(() => Expression.Parse(text));
        Assert.Equal((5, 400), (failure.Start, failure.Length));
    }

    private static string Joined(Random random, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static void Each(int count, int seed, Func<Random, string> text)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++) UnderstoodOrRefused(text(random));
    }

    // No clock: what takes long is what becomes large.
    private static void UnderstoodOrRefused(string text)
    {
        try
        {
            Tensor result = Expression.Parse(text).Build(Values);
            Assert.InRange(text.Length, 1, Characters);
            Assert.InRange(Graph.TopologicalOrder(result.Node).Count, 1, Nodes);
            Assert.InRange(result.Length, 1, Elements);
        }
        catch (ExpressionException failure)
        {
            Assert.Same(text, failure.Text);
            Assert.InRange(failure.Start, 0, text.Length);
            Assert.InRange(failure.Length, 0, text.Length - failure.Start);
            Assert.InRange(failure.Line, 1, 1 + text.Count(static c => c == '\n'));
            Assert.InRange(failure.Column, 1, text.Length + 1);
            string[] snippet = failure.Snippet.Split('\n');
            Assert.Equal(2, snippet.Length);
            Assert.Matches(@"\A *\^+\z", snippet[1]);
        }
    }
}
