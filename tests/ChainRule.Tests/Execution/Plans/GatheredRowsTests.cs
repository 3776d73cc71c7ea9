using ChainRule.Execution;
using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution;

/// <summary>Loops read the rows that a gather takes where they lie.</summary>
[Collection(ProcessSettings.Name)]
public sealed class GatheredRowsTests
{
    private const int Seeds = 80;

    [Fact]
    public void Rows_are_read_where_they_lie_and_nothing_else_changes()
    {
        int gathered = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            (Tensor[] leaves, Tensor[] roots) = Lookup(random);
            var ways = new Ways(roots, leaves);
            PlanRun blocks = ways.Plan(ExecutionMode.Blocks, 128);
            gathered += blocks.Plan.Steps.Count(static step => step is LoopStep { Gathers: true });
            Storage[] expected = ways.Reference(), first = ways.Run(blocks, 1);
            for (int root = 0; root < roots.Length; root++)
            {
                for (int i = 0; i < first[root].Length; i++)
                {
                    double bound = 1e-5 * Math.Max(1, Math.Abs(expected[root][i]));
                    Assert.True(
                        Math.Abs(first[root][i] - expected[root][i]) <= bound,
                        $"seed {seed}, root {root}: {first[root][i]} instead of {expected[root][i]}");
                }
            }

            PlanRun[] runs = [blocks, ways.Plan(ExecutionMode.Emitted, 128)];
            foreach (PlanRun run in runs)
            {
                foreach (int threads in (int[])[1, 2, 7])
                {
                    Storage[] same = ways.Run(run, threads);
                    for (int root = 0; root < roots.Length; root++)
                        Assert.True(first[root].Bytes.SequenceEqual(same[root].Bytes), $"seed {seed}: root {root}");
                }
            }
        }

        Assert.True(gathered >= Seeds, $"Only {gathered} loops gather rows.");
    }

    [Fact]
    public void An_embedding_is_looked_up_and_used_in_one_loop()
    {
        Tensor table = Tensor.RandomNormal([50, 32], 1).Detach(), words = Tensor.From(3, 1, 4, 1, 5, -9).Detach();
        Tensor places = Tensor.RandomNormal([6, 32], 2).Detach();
        Tensor y = (table.Gather(words) + places).Tanh();
        Plan plan = new Ways([y], [table, words, places]).Plan(ExecutionMode.Blocks, 128).Plan;
        Assert.True(Assert.IsType<LoopStep>(Assert.Single(plan.Steps)).Gathers);
    }

    [Fact]
    public void Loops_whose_columns_are_not_the_rows_read_what_was_gathered()
    {
        Tensor table = Tensor.RandomNormal([20, 20], 1).Detach();
        Tensor words = Tensor.From([.. Enumerable.Range(0, 20).Select(static i => i * 7 % 20)]).Detach();
        Tensor rows = table.Gather(words);
        Tensor[] roots = [rows.Max(0), rows.Min(0), rows - rows.Max(0), rows + (table * 2).Gather(words).T];
        foreach (Tensor root in roots)
        {
            var ways = new Ways([root], [table, words]);
            PlanRun run = ways.Plan(ExecutionMode.Blocks, 128);
            Assert.True(ways.Run(run, 1)[0].Bytes.SequenceEqual(ways.Reference()[0].Bytes), run.Plan.ToString());
        }
    }

    // One loop so long that it is cut, with a shorter rest: see LargeLoopTests.
    [Fact]
    public void The_rest_of_a_long_row_is_read_from_the_same_row()
    {
        Tensor table = Tensor.Arange(3 * 20_011).Reshape(3, 20_011).Detach(), last = Tensor.From(2).Detach();
        var ways = new Ways([table.Gather(last) * 2], [table, last]);
        foreach (ExecutionMode mode in (ExecutionMode[])[ExecutionMode.Blocks, ExecutionMode.Emitted])
        {
            PlanRun run = ways.Plan(mode, 128);
            LoopStep loop = Assert.IsType<LoopStep>(Assert.Single(run.Plan.Steps));
            Assert.True(loop is { Gathers: true, LastColumns: > 0 });
            Assert.True(ways.Run(run, 2)[0].Bytes.SequenceEqual(ways.Reference()[0].Bytes));
        }
    }

    [Fact]
    public void A_row_that_does_not_exist_is_explained_and_nothing_is_assigned()
    {
        Tensor table = Tensor.Ones([5, 20]).Named("table");
        var sum = new Variable(Tensor.Zeros([2, 20]), "sum");
        Func<Tensor, Tensor> add = Compile.Of((Tensor words) =>
        {
            sum.Assign(sum + table.Gather(words.Named("words")));
            return sum.Sum();
        });
        Assert.Equal(40, add(Tensor.From(0, 4)).Item());
        IndexOutOfRangeException error = Assert.Throws<IndexOutOfRangeException>(() => add(Tensor.From(1, 5)));
        Assert.Contains("axis 0 of `table` of shape [5, 20] has positions 0", error.Message, StringComparison.Ordinal);
        Assert.Equal(40, sum.Sum().Item());
        Assert.Equal(80, add(Tensor.From(-1, -5)).Item());
    }

    // Rows of one or two axes, along any axis, by indices of any shape, beside values of other shapes.
    private static (Tensor[] Leaves, Tensor[] Roots) Lookup(Random random)
    {
        int Between(int low, int high) => random.Next(low, high + 1);
        DType dtype = random.Next(3) == 0 ? DType.Float64 : DType.Float32;
        Tensor Leaf(params int[] sizes) =>
            Tensor.RandomUniform(Shape.Create(sizes), random.NextInt64(), -1, dtype: dtype).Detach();
        int[] lead = random.Next(3) == 0 ? [Between(1, 3)] : [];
        int[] row = random.Next(2) == 0 ? [Between(16, 40)] : [Between(1, 4), Between(16, 20)];
        int[] which = [.. Enumerable.Range(0, Between(0, 2)).Select(_ => Between(1, 5))];
        int count = Between(1, 9);
        Tensor table = Leaf([.. lead, count, .. row]);
        int length = which.Aggregate(1, static (product, size) => product * size);
        int[] positions = [.. Enumerable.Range(0, length).Select(_ => Between(-count, count - 1))];
        Tensor indices = Tensor.From(positions).Reshape(which).Detach();
        if (random.Next(2) == 0) indices = indices.Cast(DType.Int64).Detach();
        Tensor rows = table.Gather(indices, lead.Length);
        Tensor beside = Leaf([.. lead, .. which, .. row]), one = Leaf(row[^1]);
        Tensor y = random.Next(5) switch
        {
            0 => (rows * beside).Exp(),
            1 => (rows + one).Softmax(),
            2 => (Leaf([3, .. rows.Shape.Sizes]) + rows) * one,
            3 => rows - rows.Mean(-1, keep: true),
            _ => Tensor.Maximum(rows, 0) + beside.Sum(-1, keep: true),
        };
        Tensor z = random.Next(2) == 0 ? y.Square().Sum() : y.Sum(0);
        return ([table, indices, beside, one], [y, z, Gradient.Of(y.Square().Sum(), table)]);
    }
}
