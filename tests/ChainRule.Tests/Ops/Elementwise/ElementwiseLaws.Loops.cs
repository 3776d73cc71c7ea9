using System.Numerics;
using ChainRule.Execution;
using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Elementwise;

// The fused loop against one lane of its registers after the other.
public abstract partial class ElementwiseLaws
{
    // Four vectors of the widest kind and a remainder.
    private const int LongestLength = 67;

    private static readonly double[] Specials =
    [
        0, -0.0, 1, -1, 0.5, -0.5, 1.5, -1.5, 2.5, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        5e-324, -5e-324, 1e-45, -1e-45, 1e-310, 1e-40, double.MaxValue, -double.MaxValue, float.MaxValue,
        1e15, -1e15, 8388609.5, 1e-20, 0.7, -0.3, 3.14159, 88, -88, 709, -745,
    ];

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void The_vector_loop_gives_the_bits_of_one_lane_at_every_length(DType dtype)
    {
        var findings = new Findings();
        for (int length = 0; length <= LongestLength; length++)
        {
            var random = new Random(length);
            for (int form = 0; form < 4; form++)
            {
                // Different forms of the arguments meet: whole, at an offset, in reverse and repeated.
                var x = new Tensor[Arity];
                for (int i = 0; i < Arity; i++) x[i] = Operand((form + (i * (length % 4))) % 4, length, dtype, random);
                Tensor y = Apply(x);
                double[] direct = Both.Direct(y);
                double[][] arguments = [.. x.Select(Both.Reference)];
                Assert.Equal(length, direct.Length);
                for (int k = 0; k < length; k++)
                {
                    double[] at = [.. arguments.Select(argument => argument[k])];
                    double lane = dtype == DType.Float32 ? InOneLane<float>(at) : InOneLane<double>(at);
                    if (Distance.Same(direct[k], lane)) continue;
                    string call = $"{Name}({string.Join(", ", at.Select(static a => $"{a:R}"))})";
                    findings.Add($"{call} at {k} of {length}, form {form}: {direct[k]:R}, in one lane {lane:R}");
                }
            }
        }

        findings.AssertNone();
    }

    [Theory]
    [InlineData(DType.Int32)]
    [InlineData(DType.Int64)]
    public void Integers_give_the_numbers_that_floats_give_or_are_refused(DType dtype)
    {
        var random = new Random(1);
        var x = new Tensor[Arity];
        for (int i = 0; i < Arity; i++)
            x[i] = Tensor.From(Enumerable.Range(0, LongestLength).Select(_ => random.Next(-9, 10)).ToArray());
        Tensor[] integers = [.. x.Select(tensor => tensor.Cast(dtype))];
        if (Domain == Domain.Floats)
        {
            Assert.Throws<DTypeException>(() => Apply(integers));
            return;
        }

        Tensor y = Apply(integers), floats = Apply([.. x.Select(static tensor => tensor.Cast(DType.Float64))]);
        Assert.Equal(dtype, y.DType);
        Assert.Equal(Both.Reference(floats), Both.Direct(y));
        Assert.Equal(Both.Reference(floats), Both.Reference(y));
    }

    private double InOneLane<T>(double[] arguments) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        double.CreateChecked(Primal<Lanes1<T>>(Array.ConvertAll(arguments, Lanes1<T>.Of)).Value);

    private static Tensor Operand(int form, int length, DType dtype, Random random)
    {
        const int Offset = 3;
        double[] elements = [.. Enumerable.Range(0, length + Offset).Select(_ => random.Next(3) > 0
            ? Specials[random.Next(Specials.Length)]
            : (20 * random.NextDouble()) - 10)];
        Tensor all = Tensor.From(elements).Cast(dtype).Detach();
        return form switch
        {
            0 => all[Offset..].Detach(),
            1 => all[Offset..],
            2 => all[..length].Flip(),
            _ => all[0].BroadcastTo(length),
        };
    }
}
