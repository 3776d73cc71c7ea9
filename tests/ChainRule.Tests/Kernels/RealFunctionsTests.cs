using System.Globalization;
using System.Runtime.CompilerServices;
using ChainRule.Execution;

namespace ChainRule.Tests.Kernels;

/// <summary>
/// Floats against double precision; doubles against mpmath's values, rounded once: Reference/real-functions.csv, by
/// scripts/reference/real_values.py.
/// </summary>
public sealed class RealFunctionsTests
{
    // The largest errors measured (docs/functions.md), with and without a fused multiply-add, and a little more, for
    // the samples are others. A reference of its own precision adds up to half an ulp to those of doubles.
    private static readonly Dictionary<string, (double Float, double Double)> Ulps = new()
    {
        ["exp"] = (1.2, 1.7),
        ["expm1"] = (1.8, 2.4),
        ["log"] = (1, 1.5),
        ["log1p"] = (1.6, 1.5),
        ["sin"] = (2.5, 2.8),
        ["cos"] = (2.5, 2.8),
        ["tan"] = (3.6, 3.3),
        ["asin"] = (2.5, 2.5),
        ["acos"] = (1.5, 1.7),
        ["atan"] = (1.5, 2),
        ["sinh"] = (2.5, 2.8),
        ["cosh"] = (1.8, 2),
        ["tanh"] = (2.6, 2.8),
        ["erf"] = (1.8, 2.4),
        ["erfc"] = (4, 4),
    };

    public static TheoryData<string> Names => [.. Ulps.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Floats_are_within_a_few_ulps_of_the_exact_values(string name)
    {
        RealFunction function = RealFunction.All[name];
        float[] actual = function.Map<Lanes1<float>, float>(Samples.Floats);
        for (int i = 0; i < actual.Length; i++)
        {
            float x = Samples.Floats[i];
            double expected = function.InDouble(x);
            Assert.True(
                Error(actual[i], expected, (float)expected, Ulp((float)expected)) <= Ulps[name].Float,
                $"{name}({x:R}) = {actual[i]:R}, but expected {expected:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Doubles_are_within_a_few_ulps_of_the_exact_values(string name)
    {
        (double X, double Value)[] rows = [.. Rows(name)];
        double[] actual = RealFunction.All[name].Map<Lanes1<double>, double>([.. rows.Select(static row => row.X)]);
        Assert.True(rows.Length > 250);
        for (int i = 0; i < actual.Length; i++)
        {
            (double x, double expected) = rows[i];
            Assert.True(
                Error(actual[i], expected, expected, Ulp(expected)) <= Ulps[name].Double,
                $"{name}({x:R}) = {actual[i]:R}, but expected {expected:R}");
        }
    }

    // Any double, not only those of the file; Math itself may be 1 ulp off, and the library's own functions 3.
    [Theory]
    [MemberData(nameof(Names))]
    public void Doubles_of_all_exponents_are_near_those_of_the_scalar_functions(string name)
    {
        RealFunction function = RealFunction.All[name];
        double[] actual = function.Map<Lanes1<double>, double>(Samples.Doubles);
        for (int i = 0; i < actual.Length; i++)
        {
            double x = Samples.Doubles[i], expected = function.InDouble(x);
            Assert.True(
                Error(actual[i], expected, expected, Ulp(expected)) <= Ulps[name].Double + 3,
                $"{name}({x:R}) = {actual[i]:R}, but expected {expected:R}");
        }
    }

    [Theory]
    [InlineData("exp", 0, 1)]
    [InlineData("exp", double.NegativeInfinity, 0)]
    [InlineData("exp", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("exp", -800, 0)]
    [InlineData("exp", 800, double.PositiveInfinity)]
    [InlineData("expm1", -0.0, -0.0)]
    [InlineData("expm1", double.NegativeInfinity, -1)]
    [InlineData("expm1", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("log", 1, 0)]
    [InlineData("log", 0, double.NegativeInfinity)]
    [InlineData("log", -1, double.NaN)]
    [InlineData("log", double.NegativeInfinity, double.NaN)]
    [InlineData("log", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("log1p", -0.0, -0.0)]
    [InlineData("log1p", -1, double.NegativeInfinity)]
    [InlineData("log1p", -2, double.NaN)]
    [InlineData("log1p", double.NegativeInfinity, double.NaN)]
    [InlineData("log1p", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("sin", -0.0, -0.0)]
    [InlineData("sin", double.PositiveInfinity, double.NaN)]
    [InlineData("cos", 0, 1)]
    [InlineData("cos", double.NegativeInfinity, double.NaN)]
    [InlineData("tan", -0.0, -0.0)]
    [InlineData("tan", double.PositiveInfinity, double.NaN)]
    [InlineData("asin", -0.0, -0.0)]
    [InlineData("asin", 1, Math.PI / 2)]
    [InlineData("asin", -1, -Math.PI / 2)]
    [InlineData("asin", 1.5, double.NaN)]
    [InlineData("asin", double.NegativeInfinity, double.NaN)]
    [InlineData("acos", 1, 0)]
    [InlineData("acos", -1, Math.PI)]
    [InlineData("acos", 0, Math.PI / 2)]
    [InlineData("acos", -1.5, double.NaN)]
    [InlineData("acos", double.PositiveInfinity, double.NaN)]
    [InlineData("atan", -0.0, -0.0)]
    [InlineData("atan", double.PositiveInfinity, Math.PI / 2)]
    [InlineData("atan", double.NegativeInfinity, -Math.PI / 2)]
    [InlineData("sinh", -0.0, -0.0)]
    [InlineData("sinh", double.NegativeInfinity, double.NegativeInfinity)]
    [InlineData("sinh", 1000, double.PositiveInfinity)]
    [InlineData("cosh", 0, 1)]
    [InlineData("cosh", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("cosh", -1000, double.PositiveInfinity)]
    [InlineData("tanh", -0.0, -0.0)]
    [InlineData("tanh", double.PositiveInfinity, 1)]
    [InlineData("tanh", double.NegativeInfinity, -1)]
    [InlineData("erf", -0.0, -0.0)]
    [InlineData("erf", double.PositiveInfinity, 1)]
    [InlineData("erf", double.NegativeInfinity, -1)]
    [InlineData("erfc", 0, 1)]
    [InlineData("erfc", double.PositiveInfinity, 0)]
    [InlineData("erfc", double.NegativeInfinity, 2)]
    public void The_edges_are_exact(string name, double x, double expected)
    {
        RealFunction function = RealFunction.All[name];
        // Equal as bits, so −0 is not 0.
        Assert.Equal(
            BitConverter.DoubleToInt64Bits(expected),
            BitConverter.DoubleToInt64Bits(function.Map<Lanes1<double>, double>([x])[0] is var y && double.IsNaN(y)
                ? double.NaN
                : y));
        Assert.Equal(
            BitConverter.SingleToInt32Bits((float)expected),
            BitConverter.SingleToInt32Bits(function.Map<Lanes1<float>, float>([(float)x])[0] is var z && float.IsNaN(z)
                ? float.NaN
                : z));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Not_a_number_gives_none(string name)
    {
        Assert.True(double.IsNaN(RealFunction.All[name].Map<Lanes1<double>, double>([double.NaN])[0]));
        Assert.True(float.IsNaN(RealFunction.All[name].Map<Lanes1<float>, float>([float.NaN])[0]));
    }

    // Measured: 1.5 ulp for floats, 1.7 for doubles; Math.Atan2 may be 1 off itself.
    [Fact]
    public void Angles_of_points_are_within_a_few_ulps_in_all_directions()
    {
        double[] edges =
        [
            0, -0.0, 1, -1, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e-45, -1e-45, 3e38, -3e38,
            1e-30, 1e30, -1e30,
        ];
        var random = new Random(3);
        IEnumerable<(double Y, double X)> points = edges
            .SelectMany(y => edges.Select(x => (y, x)))
            .Concat(Enumerable.Range(0, 5000).Select(_ => (random.NextDouble() - 0.5, random.NextDouble() - 0.5)))
            .Concat(Enumerable.Range(0, 5000).Select(
                _ => (Math.Exp((random.NextDouble() - 0.5) * 100), -Math.Exp((random.NextDouble() - 0.5) * 100))));
        foreach ((double y, double x) in points)
        {
            double expected = Math.Atan2(y, x);
            double actual = Lanes1<double>.Atan2(Lanes1<double>.Of(y), Lanes1<double>.Of(x)).Value;
            Assert.True(
                Error(actual, expected, expected, Ulp(expected)) <= 3,
                $"atan2({y:R}, {x:R}) = {actual:R}, but expected {expected:R}");
            expected = Math.Atan2((float)y, (float)x);
            float narrow = Lanes1<float>.Atan2(Lanes1<float>.Of(y), Lanes1<float>.Of(x)).Value;
            Assert.True(
                Error(narrow, expected, (float)expected, Ulp((float)expected)) <= 3,
                $"atan2({y:R}, {x:R}) = {narrow:R}, but expected {expected:R}");
        }
    }

    // In ulps of the type; what is infinite, NaN or a zero once rounded must be so, with the same sign.
    private static double Error(double actual, double expected, double rounded, double ulp)
    {
        if (double.IsNaN(rounded))
            return double.IsNaN(actual) ? 0 : double.PositiveInfinity;
        if (double.IsInfinity(rounded) || double.IsInfinity(actual))
            return actual == rounded ? 0 : double.PositiveInfinity;
        return expected == 0 && (actual != 0 || double.IsNegative(actual) != double.IsNegative(expected))
            ? double.PositiveInfinity
            : Math.Abs(actual - expected) / ulp;
    }

    private static double Ulp(double x) => Math.BitIncrement(Math.Abs(x)) - Math.Abs(x);

    private static double Ulp(float x) => (double)MathF.BitIncrement(Math.Abs(x)) - Math.Abs(x);

    private static IEnumerable<(double X, double Value)> Rows(string name, [CallerFilePath] string source = "") =>
        from line in File.ReadLines(Path.Combine(Path.GetDirectoryName(source)!, "Reference", "real-functions.csv"))
        let cells = line.Split(',')
        where cells[0] == name
        select (
            double.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture));
}
