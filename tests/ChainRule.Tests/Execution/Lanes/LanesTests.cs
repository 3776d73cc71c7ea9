using System.Numerics;
using ChainRule.Execution;
using ChainRule.Tests.Kernels;

namespace ChainRule.Tests.Execution;

/// <summary>Registers of all widths, on every machine: where one is missing, .NET computes it by parts.</summary>
public sealed class LanesTests
{
    public static TheoryData<string> Functions => [.. RealFunction.All.Keys];

    [Theory]
    [MemberData(nameof(Functions))]
    public void All_widths_compute_the_same_bits_of_floats(string name)
    {
        RealFunction function = RealFunction.All[name];
        float[] expected = function.Map<Lanes1<float>, float>(Samples.Floats);
        AssertSame(expected, function.Map<Lanes128<float>, float>(Samples.Floats));
        AssertSame(expected, function.Map<Lanes256<float>, float>(Samples.Floats));
        AssertSame(expected, function.Map<Lanes512<float>, float>(Samples.Floats));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void All_widths_compute_the_same_bits_of_doubles(string name)
    {
        RealFunction function = RealFunction.All[name];
        double[] expected = function.Map<Lanes1<double>, double>(Samples.Doubles);
        AssertSame(expected, function.Map<Lanes128<double>, double>(Samples.Doubles));
        AssertSame(expected, function.Map<Lanes256<double>, double>(Samples.Doubles));
        AssertSame(expected, function.Map<Lanes512<double>, double>(Samples.Doubles));
    }

    [Fact]
    public void A_register_of_one_lane_keeps_the_laws() => LanesLaws.Check<Lanes1<float>, float>();

    [Fact]
    public void A_register_of_one_double_keeps_the_laws() => LanesLaws.Check<Lanes1<double>, double>();

    [Fact]
    public void A_register_of_128_bits_keeps_the_laws() => LanesLaws.Check<Lanes128<float>, float>();

    [Fact]
    public void A_register_of_2_doubles_keeps_the_laws() => LanesLaws.Check<Lanes128<double>, double>();

    [Fact]
    public void A_register_of_256_bits_keeps_the_laws() => LanesLaws.Check<Lanes256<float>, float>();

    [Fact]
    public void A_register_of_4_doubles_keeps_the_laws() => LanesLaws.Check<Lanes256<double>, double>();

    [Fact]
    public void A_register_of_512_bits_keeps_the_laws() => LanesLaws.Check<Lanes512<float>, float>();

    [Fact]
    public void A_register_of_8_doubles_keeps_the_laws() => LanesLaws.Check<Lanes512<double>, double>();

    // The bits of a NaN differ by the way an instruction takes its arguments.
    private static void AssertSame<T>(T[] expected, T[] actual) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                expected[i].Equals(actual[i]) && T.IsNegative(expected[i]) == T.IsNegative(actual[i])
                || (T.IsNaN(expected[i]) && T.IsNaN(actual[i])),
                $"{expected[i]} and {actual[i]} at {i}");
        }
    }
}
