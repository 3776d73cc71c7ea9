using ChainRule.Execution;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution.Blocks;

/// <summary>Kernels as the planner makes them, at all widths.</summary>
public sealed class BlockProgramTests
{
    private static readonly int[] Widths = [0, 128, 256, 512];

    // Around the lengths of registers, of rows that are worked on in groups, and of blocks.
    private static readonly (int Rows, int Columns)[] Sizes =
    [
        (0, 5), (3, 0), (1, 1), (128, 1), (1, 70), (7, 10), (128, 10), (5, 64), (9, 129), (3, 256), (3, 257), (2, 1023),
        (1, 1024), (2, 1025), (3, 2051),
    ];

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Elements_are_computed_from_elements_rows_columns_and_numbers(int elementSize)
    {
        var k = new KernelWriter(elementSize);
        int x = k.Real(), row = k.Real(), result = k.Real();
        int column = k.Real(ColumnAccess.Repeated), number = k.Real(ColumnAccess.Repeated);
        k.Level = Level.Kernel;
        int scale = k.Do(Primitive.Sqrt, k.Load(number));
        k.Level = Level.Row;
        int factor = k.Do(Primitive.Multiply, k.Load(column), scale);
        k.Level = Level.Element;
        k.Store(result, k.Do(Primitive.MultiplyAdd, k.Load(x), factor, k.Load(row)));
        Check(k.Kernel, memory =>
        {
            memory.Lay(row, rowStep: 0);
            memory.Lay(number, rowStep: 0);
        });
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Bools_are_read_combined_and_written(int elementSize)
    {
        var k = new KernelWriter(elementSize);
        int x = k.Real(), flag = k.Operand(DType.Bool), row = k.Operand(DType.Bool, ColumnAccess.Repeated);
        int chosen = k.Real(), flags = k.Operand(DType.Bool), count = k.Real();
        int a = k.Load(x), positive = k.Do(Primitive.Less, LaneType.Mask, k.Constant(0), a);
        int both = k.Do(Primitive.And, k.Do(Primitive.Or, k.Load(flag), k.Load(row)), k.Do(Primitive.Not, positive));
        k.Store(chosen, k.Do(Primitive.Select, LaneType.Real, both, a, k.Constant(-1)));
        k.Store(flags, both);
        k.Store(count, k.Do(Primitive.FromMask, LaneType.Real, both));
        Check(k.Kernel, static _ => { });
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Wholes_wrap_around(int elementSize)
    {
        var k = new KernelWriter(elementSize);
        int x = k.Operand(k.WholeType), y = k.Operand(k.WholeType, ColumnAccess.Strided);
        int result = k.Operand(k.WholeType), real = k.Real();
        int a = k.Load(x), b = k.Load(y);
        int product = k.Do(Primitive.Multiply, k.Do(Primitive.Abs, a), k.Do(Primitive.Subtract, b, a));
        k.Store(result, product);
        k.Store(real, k.Do(Primitive.FromWhole, LaneType.Real, k.Do(Primitive.Negate, product)));
        Check(k.Kernel, memory => memory.Lay(y, columnStep: 5));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-3)]
    [InlineData(0)]
    [InlineData(4)]
    public void Columns_may_lie_at_any_distance(int step)
    {
        var k = new KernelWriter(4);
        int x = k.Real(ColumnAccess.Strided), y = k.Real(), backwards = k.Real(ColumnAccess.Strided);
        int flags = k.Operand(DType.Bool, ColumnAccess.Strided);
        int a = k.Load(x), b = k.Load(y);
        k.Store(backwards, k.Do(Primitive.Subtract, a, b));
        k.Store(flags, k.Do(Primitive.Less, LaneType.Mask, a, b));
        Check(k.Kernel, memory =>
        {
            memory.Lay(x, columnStep: step);
            memory.Lay(backwards, columnStep: -2);
        });
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Softmax_takes_three_passes(int elementSize)
    {
        var k = new KernelWriter(elementSize);
        int x = k.Real(), result = k.Real(), scratch = k.Scratch();
        int max = k.Do(Primitive.RowMax, k.Load(x));
        k.Phase = 1;
        int e = k.Do(Primitive.Exp, k.Do(Primitive.Subtract, k.Load(x), max));
        k.Store(scratch, e);
        int sum = k.Do(Primitive.RowSum, e);
        k.Phase = 2;
        k.Level = Level.Row;
        int inverse = k.Do(Primitive.Divide, k.Constant(1), sum);
        k.Level = Level.Element;
        k.Store(result, k.Do(Primitive.Multiply, k.Load(scratch), inverse));
        Check(k.Kernel, static _ => { });
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Rows_are_added_up_to_columns_and_to_a_total(int elementSize)
    {
        var k = new KernelWriter(elementSize);
        int x = k.Real(), columns = k.Real(), strided = k.Real(ColumnAccess.Strided);
        int total = k.Operand(DType.Float64, ColumnAccess.Repeated), mean = k.Real(ColumnAccess.Repeated);
        int square = k.Do(Primitive.Multiply, k.Load(x), k.Load(x));
        k.Accumulate(columns, square);
        k.Accumulate(strided, k.Do(Primitive.Negate, square));
        int sum = k.Do(Primitive.RowSum, square);
        k.Phase = 1;
        k.Level = Level.Row;
        k.Accumulate(total, sum);
        k.Store(mean, sum);
        Check(k.Kernel, memory =>
        {
            memory.Lay(columns, rowStep: 0);
            memory.Lay(strided, columnStep: -2, rowStep: 0);
            memory.Lay(total, rowStep: 0);
        });
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Results_may_replace_arguments(int elementSize)
    {
        var k = new KernelWriter(elementSize);
        int x = k.Real(), y = k.Real(), first = k.Real(), second = k.Real();
        int a = k.Load(x), b = k.Load(y);
        k.Store(first, k.Do(Primitive.Add, a, b));
        // a is used again after its memory has been written.
        k.Store(second, k.Do(Primitive.Subtract, a, b));
        Check(k.Kernel, memory =>
        {
            memory.Share(x, first);
            memory.Share(y, second);
        });
    }

    [Fact]
    public void A_value_may_be_stored_twice_and_a_load_stored_as_it_is()
    {
        var k = new KernelWriter(4);
        int x = k.Real(), first = k.Real(), second = k.Real(), copy = k.Real(), row = k.Real();
        int a = k.Load(x), value = k.Do(Primitive.Negate, a);
        k.Store(first, value);
        k.Store(second, value);
        k.Store(copy, a);
        k.Store(row, k.Constant(3));
        Check(k.Kernel, static _ => { });
    }

    [Fact]
    public void Threads_run_one_function_at_once()
    {
        LoopKernel kernel = Chain();
        LoopFunction function = BlockProgram.Compile(kernel, 256);
        Parallel.For(0, 50, seed =>
        {
            LoopMemory memory = new LoopMemory(kernel, 3, 100 + 40 * seed).Fill(new Random(seed));
            LoopMemory expected = memory.Clone();
            expected.RunOracle(256);
            for (int i = 0; i < 20; i++) memory.Run(function);
            Assert.Null(memory.Difference(expected));
        });
    }

    [Fact]
    public void Nothing_is_allocated_when_a_program_runs_again()
    {
        LoopKernel kernel = Chain();
        LoopFunction function = BlockProgram.Compile(kernel, 256);
        LoopMemory memory = new LoopMemory(kernel, 3, 100).Fill(new Random(1));
        memory.Run(function);
        long before = GC.GetAllocatedBytesForCurrentThread();
        memory.Run(function);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Other_widths_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(static () => BlockProgram.Compile(Chain(), 64));

    private static LoopKernel Chain()
    {
        var k = new KernelWriter(4);
        int x = k.Real(), scratch = k.Scratch(), result = k.Real();
        int a = k.Load(x), sum = k.Do(Primitive.RowSum, a);
        k.Store(scratch, k.Do(Primitive.Sqrt, k.Do(Primitive.Abs, a)));
        k.Phase = 1;
        k.Store(result, k.Do(Primitive.Divide, k.Load(scratch), sum));
        return k.Kernel;
    }

    private static void Check(LoopKernel kernel, Action<LoopMemory> lay)
    {
        foreach (int width in Widths)
        {
            LoopFunction function = BlockProgram.Compile(kernel, width);
            foreach ((int rows, int columns) in Sizes)
            {
                var actual = new LoopMemory(kernel, rows, columns);
                lay(actual);
                actual.Fill(new Random(rows + columns));
                LoopMemory expected = actual.Clone();
                expected.RunOracle(width);
                actual.Run(function);
                string? difference = actual.Difference(expected);
                Assert.True(difference is null, $"{width} bits, [{rows}, {columns}]: {difference}");
            }
        }
    }
}
