using ChainRule.Execution;
using ChainRule.Graphs;
using ChainRule.Planning;
using ChainRule.Tests.Ops.Elementwise;

namespace ChainRule.Tests.Execution;

/// <summary>Loops so long that they are cut into parts give the same bits for any number of threads.</summary>
[Collection(ProcessSettings.Name)]
public sealed class LargeLoopTests
{
    private static readonly Func<Tensor, Tensor[]>[] Functions =
    [
        static x => [x.Sin().Sum()],
        static x => [x.Sin().Sum(0)],
        static x => [x.Exp().Sum(-1), x.Exp().Sum(0)],
        static x => [x.Tanh().Sum([0, 2])],
        static x => [x.Tanh().Sum([0, 1]), x.Tanh()],
        static x => [x.Reshape(x.Length).Cos(), x.Reshape(x.Length).Cos().Sum()],
        static x => [(x - x.Mean(0)).Square().Mean(0), x.Max([1, 2])],
        static x => [(x * 9).Cast(DType.Int32).Sum(0), (x * 9).Cast(DType.Int64).Sum()],
        static x => [x.Softmax(1), x.Softmax(0)],
        static x => Gradient.Of((x.LogSoftmax(-1) * x).Sin().Mean(), [x]),
        static x => [NormOf(x)],
        static x => Gradient.Of(NormOf(x).Sin().Mean(), [x]),
        static x => [(x + x[0, ..1]).Square().Mean(), ((x * x[..1, ..1]) - 1).Max([1, 2])],
        static x =>
        {
            Tensor gain = x[0, 0] + 1, y = (x - x.Mean(-1, keep: true)) * gain;
            return Gradient.Of(y.Exp().Mean(), [x, gain]);
        },
    ];

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Parts_add_up_to_the_whole_and_threads_change_no_bit(DType dtype)
    {
        int parts = 0, sums = 0, last = 0;
        Tensor leaf = (Tensor.RandomUniform([31, 67, 130], 3, dtype: dtype) - 0.5).Detach();
        foreach (Func<Tensor, Tensor[]> f in Functions)
        {
            var ways = new Ways(f(leaf), [leaf]);
            Storage[] reference = ways.Reference();
            Storage[]? expected = null;
            foreach (ExecutionMode mode in (ExecutionMode[])[ExecutionMode.Blocks, ExecutionMode.Emitted])
            {
                PlanRun run = ways.Plan(mode, ExecutionSettings.VectorBits);
                foreach (LoopStep loop in run.Plan.Steps.OfType<LoopStep>())
                {
                    parts += loop.Parts > 1 ? 1 : 0;
                    sums += loop.Accumulators.Any(static sum => sum.Partials.Length > sum.Target.Length) ? 1 : 0;
                    last += loop.LastColumns > 0 ? 1 : 0;
                }

                foreach (int threads in (int[])[1, 2, 7])
                {
                    Storage[] actual = ways.Run(run, threads);
                    expected ??= actual;
                    for (int i = 0; i < actual.Length; i++)
                    {
                        Assert.True(
                            expected[i].Bytes.SequenceEqual(actual[i].Bytes), $"{mode}, {threads} threads: root {i}");
                        AssertNear(reference[i], actual[i]);
                    }
                }
            }
        }

        Assert.True(parts >= 10 && sums >= 6 && last >= 2, $"{parts} in parts, {sums} with sums, {last} cut");
    }

    // The columns of the bias and of the gain do not lie as those of x do.
    private static Tensor NormOf(Tensor x)
    {
        Tensor y = (x + x[0, .., ..1]).Tanh(), centred = y - y.Mean([1, 2], keep: true);
        return centred / (centred.Square().Mean([1, 2], keep: true) + 1).Sqrt() * x[0, 0];
    }

    private static void AssertNear(Storage expected, Storage actual)
    {
        double size = 1;
        for (int i = 0; i < expected.Length; i++) size = Math.Max(size, Math.Abs(expected[i]));
        // A column of 31·67 numbers is added up in its own dtype, whose errors grow with the square root of that.
        double bound = expected.DType.IsFloat ? 200 * Distance.Epsilon(expected.DType) * size : 0;
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= bound, $"{actual[i]} instead of {expected[i]}");
    }
}
