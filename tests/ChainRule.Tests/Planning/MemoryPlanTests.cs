using ChainRule.Execution;
using ChainRule.Planning;
using ChainRule.Tests.Execution;

namespace ChainRule.Tests.Planning;

/// <summary>Temporaries share memory, but never while both are needed.</summary>
public sealed class MemoryPlanTests
{
    [Fact]
    public void Whatever_is_read_has_not_been_overwritten()
    {
        int temporaries = 0, inPlace = 0;
        long sum = 0, arenas = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            var program = new RandomProgram(seed);
            Plan plan = new Ways(program.Roots, []).Plan(ExecutionMode.Blocks, 256).Plan;
            inPlace += Simulate(plan, $"graph {seed}");
            Place[] places = [.. plan.Places.Where(static place => place.Kind == PlaceKind.Temporary)];
            temporaries += places.Length;
            sum += places.Sum(static place => place.Bytes);
            arenas += plan.Memory.Size;
        }

        Assert.True(temporaries > 300, $"{temporaries} temporaries");
        Assert.True(inPlace > 30, $"{inPlace} in place");
        Assert.True(arenas < sum, $"arenas of {arenas} bytes for temporaries of {sum}");
    }

    [Fact]
    public void Sums_of_few_long_rows_need_little_beside_the_rows()
    {
        foreach (int rows in (int[])[2, 16, 100])
        {
            const int Columns = 1 << 20;
            Plan plan = Planned.Of([("x", new[] { rows, Columns })], static x => [x[0].Sum(0)]);
            long bytes = (long)rows * Columns * sizeof(float);
            Assert.True(plan.Memory.Size <= bytes / 8, $"{plan.Memory.Size} bytes for {rows} rows");
        }
    }

    // Runs a plan on an arena that only knows whose bytes are where.
    private static int Simulate(Plan plan, string what)
    {
        var owners = new Place?[plan.Memory.Size];
        int inPlace = 0;
        foreach (Step step in plan.Steps)
        {
            Place[] reads = [.. step.Reads.Where(IsTemporary)], writes = [.. step.Writes.Where(IsTemporary)];
            foreach (Place read in reads)
                Assert.True(Bytes(read).All(at => owners[at] == read), $"{what}: {step} reads {read} overwritten");
            var written = new HashSet<long>();
            foreach (Place write in writes)
            {
                Assert.Equal(0, plan.Memory.OffsetOf(write) % MemoryPlan.Alignment);
                foreach (Place read in reads)
                {
                    if (read == write || !Bytes(read).Intersect(Bytes(write)).Any()) continue;
                    inPlace++;
                    Assert.True(
                        plan.Memory.OffsetOf(read) == plan.Memory.OffsetOf(write) && step.MayOverwrite(read, write),
                        $"{what}: {step} writes {write} over {read}");
                }

                Assert.True(Bytes(write).All(written.Add), $"{what}: {step} writes {write} over another result");
                foreach (long at in Bytes(write)) owners[at] = write;
            }
        }

        return inPlace;

        IEnumerable<long> Bytes(Place place)
        {
            long offset = plan.Memory.OffsetOf(place);
            for (long at = 0; at < place.Bytes; at++) yield return offset + at;
        }

        static bool IsTemporary(Place place) => place.Kind == PlaceKind.Temporary;
    }

    [Fact]
    public void A_loop_between_products_works_in_place()
    {
        Plan plan = Planned.Of([("x", [8, 8]), ("w", [8, 8])], static a =>
            [Tensor.Dot(Tensor.Dot(Tensor.Dot(a[0], a[1]).Tanh(), a[1]).Exp(), a[1])]);
        Place[] temporaries = [.. plan.Places.Where(static place => place.Kind == PlaceKind.Temporary)];
        Assert.Equal(4, temporaries.Length);
        Assert.Equal(2, temporaries.Select(plan.Memory.OffsetOf).Distinct().Count());
        Assert.Equal(2 * 8 * 8 * sizeof(float), plan.Memory.Size);
    }

    [Fact]
    public void A_new_value_may_take_the_place_of_the_old_one_unless_that_is_still_read()
    {
        Shape shape = [8, 8];
        (string, Shape)[] arguments = [("w", shape), ("g", shape)];
        AssertOverwritten(true, arguments, static a => [a[0] - (0.1 * a[1])]);
        AssertOverwritten(true, arguments, static a => [(a[0] - a[0].Mean(1, keep: true)) * a[1]]);
        // Other elements than the one that is written are read later.
        AssertOverwritten(false, arguments, static a => [a[0] - a[0].T]);
        AssertOverwritten(false, arguments, static a => [a[0].Flip(0) - a[1]]);
        // It is a result, or read by a later step.
        AssertOverwritten(false, arguments, static a => [a[0] - a[1], a[0]]);
        AssertOverwritten(false, arguments, static a => [a[0] - a[1], Tensor.Dot((a[0] - a[1]).Exp(), a[0])]);
        AssertOverwritten(false, arguments, static a => [Tensor.Dot(a[0], a[1])]);
        // What comes later may refuse its input.
        AssertOverwritten(false, arguments, static a =>
            [a[0] - a[1], a[1].Gather((a[0] - a[1]).Sum().Cast(DType.Int32), 0)]);
    }

    [Fact]
    public void Compiled_steps_write_to_the_variable_itself_unless_somebody_holds_its_value()
    {
        var w = new Variable(Tensor.Ones([100]), "w");
        Func<Tensor, Tensor> step = Compile.Of((Tensor x) =>
        {
            w.Assign(w + x);
            return x.Sum();
        });
        Tensor one = Tensor.Ones([100]).Detach();
        step(one);
        step(one);
        ChainRule.Graphs.Storage memory = w.Current;
        for (int i = 0; i < 5; i++)
        {
            step(one);
            Assert.Same(memory, w.Current);
        }

        Tensor held = w * 1;
        step(one);
        Assert.NotSame(memory, w.Current);
        Assert.Equal(8, held[0].Item());
        Assert.Equal(9, w[0].Item());
    }

    private static void AssertOverwritten(
        bool expected, (string, Shape)[] arguments, Func<Tensor[], Tensor[]> f)
    {
        Plan plan = Planned.Of(arguments, f);
        Place? old = plan.Places.SingleOrDefault(static place => place.Kind == PlaceKind.Input && place.Number == 0);
        Assert.Equal(expected, plan.MayOverwrite(old, plan.Roots[0]));
    }
}
