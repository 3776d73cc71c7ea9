using ChainRule.Execution;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution;

/// <summary>Loops over the elements of windows are written out.</summary>
[Collection(ProcessSettings.Name)]
public sealed class WindowLoopsTests
{
    private const int Graphs = 100;

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void All_ways_agree_on_sums_and_maxima_of_windows(int bits)
    {
        (int writtenOut, int shortColumns) = (0, 0);
        for (int seed = 0; seed < Graphs; seed++)
        {
            var program = new RandomWindows((seed * 3) + (bits / 256));
            var ways = new Ways(program.Roots, program.Leaves);
            PlanRun blocks = ways.Plan(ExecutionMode.Blocks, bits), emitted = ways.Plan(ExecutionMode.Emitted, bits);
            LoopStep[] loops = [.. blocks.Plan.Steps.OfType<LoopStep>()];
            writtenOut += loops.Count(IsWrittenOut);
            shortColumns += loops.Count(static loop => loop.Columns is > 1 and < 4 && loop.RowCount > 64);
            string what = $"graph {seed} of {bits} bits";
            var first = ways.Run(blocks, 1);
            Agree.AssertNear(ways.Reference(), first, what);
            foreach (int threads in (int[])[1, 2, 7])
            {
                Agree.AssertSame(first, ways.Run(blocks, threads), $"{what} by {threads} threads, blocks");
                Agree.AssertSame(first, ways.Run(emitted, threads), $"{what} by {threads} threads, emitted");
            }
        }

        Assert.True(writtenOut > Graphs, $"{writtenOut} loops are written out.");
        Assert.True(shortColumns < Graphs / 4, $"{shortColumns} loops have short columns.");
    }

    [Theory]
    [InlineData(0, 5, 4, 3)]
    [InlineData(20, 0, 4, 3)]
    [InlineData(20, 5, 0, 3)]
    [InlineData(20, 5, 4, 0)]
    [InlineData(20, 5, 1, 1)]
    public void Nothing_is_summed_where_there_is_nothing(params int[] sizes)
    {
        Tensor x = Tensor.Ones(sizes).Cast(DType.Float64).Detach();
        Tensor[] roots = [x.Sum([-1]), x.Sum([-2, -1]), (x * 2).Sum([0, -1]), x.Sum([0, 1])];
        var ways = new Ways(roots, [x]);
        Agree.AssertSame(ways.Reference(), ways.Run(ways.Plan(ExecutionMode.Blocks, 128), 1), $"{x.Shape}");
    }

    // Several operands that differ in nothing but where they begin.
    private static bool IsWrittenOut(LoopStep loop) =>
        loop.Accumulators.Any(static sum => sum.Operands.Length > 1)
        || loop.Layouts.OfType<Layout>().GroupBy(static layout => layout.Place).Any(static group => group.Count() > 1);
}
