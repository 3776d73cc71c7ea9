using ChainRule.Execution;
using ChainRule.Planning;
using ChainRule.Tests.Execution.Blocks;

namespace ChainRule.Tests.Execution;

/// <summary>Emitted kernels compute what their definition says, at every width and length.</summary>
[Trait("Needs", "emission")]
public sealed class LoopEmitterTests
{
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 71), 1023, 1024, 1025, 1026, 2051];

    public static TheoryData<int, int> Shapes => new MatrixTheoryData<int, int>([4, 8], [128, 256, 512]);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Elements_are_computed(int size, int bits)
    {
        LoopText text = new(size);
        int x = text.Load(LaneType.Real), y = text.Load(LaneType.Real);
        int difference = text.Real(Primitive.Subtract, text.Real(Primitive.Multiply, x, x), y);
        int relu = text.Real(Primitive.Max, difference, text.Constant(0));
        text.Store(text.Real(Primitive.Divide, text.Real(Primitive.Add, relu, text.Constant(0.1)), y));
        text.Store(text.Real(Primitive.Negate, difference));
        Check(text.Kernel, bits);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Numbers_of_rows_and_of_the_kernel_count_for_all_columns(int size, int bits)
    {
        LoopText text = new(size) { Level = Level.Kernel };
        int scale = text.Real(Primitive.Abs, text.Load(LaneType.Real, ColumnAccess.Repeated));
        text.Level = Level.Row;
        int row = text.Load(LaneType.Real, ColumnAccess.Repeated);
        int sum = text.Real(Primitive.Add, row, scale);
        text.Store(sum, text.Operand(text.RealType, ColumnAccess.Repeated));
        text.Level = Level.Element;
        int x = text.Load(LaneType.Real), repeated = text.Load(LaneType.Real, ColumnAccess.Repeated);
        int product = text.Real(Primitive.MultiplyAdd, x, scale, sum);
        text.Store(text.Real(Primitive.Min, product, repeated));
        text.Store(row);
        Check(text.Kernel, bits);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Bools_and_wholes_are_computed(int size, int bits)
    {
        LoopText text = new(size);
        int x = text.Load(LaneType.Real), n = text.Load(LaneType.Whole), p = text.Load(LaneType.Mask);
        int q = text.Mask(Primitive.Less, x, text.Real(Primitive.FromWhole, n));
        int r = text.Mask(Primitive.Xor, q, text.Mask(Primitive.Not, p));
        int even = text.Mask(Primitive.LessOrEqual, n, text.Whole(2));
        text.Store(r);
        text.Store(text.Mask(Primitive.Select, even, p, r));
        text.Store(text.Add(Primitive.Select, LaneType.Whole, p, n, text.Add(Primitive.Truncate, LaneType.Whole, x)));
        text.Store(text.Real(Primitive.FromMask, q));
        text.Store(text.Add(Primitive.Abs, LaneType.Whole, text.Add(Primitive.Sign, LaneType.Whole, n)));
        text.Store(text.Add(Primitive.Multiply, LaneType.Whole, n, text.Add(Primitive.Abs, LaneType.Whole, n)));
        text.Store(text.Real(Primitive.Sign, x));
        Check(text.Kernel, bits);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Columns_may_lie_at_any_distance(int size, int bits)
    {
        LoopText text = new(size);
        int x = text.Load(LaneType.Real, ColumnAccess.Strided), p = text.Load(LaneType.Mask, ColumnAccess.Strided);
        int y = text.Real(Primitive.Select, p, x, text.Load(LaneType.Real));
        text.Store(y, text.Operand(LaneType.Real, ColumnAccess.Strided));
        text.Store(text.Mask(Primitive.Not, p), text.Operand(LaneType.Mask, ColumnAccess.Strided));
        text.Store(x);
        Check(text.Kernel, bits);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Softmax_goes_over_a_row_three_times(int size, int bits)
    {
        LoopText text = new(size);
        int operand = text.Operand(LaneType.Real), scratch = text.Operand(text.RealType, isScratch: true);
        int largest = text.Real(Primitive.RowMax, text.Load(operand));
        text.Phase = 1;
        int y = text.Real(Primitive.Exp, text.Real(Primitive.Subtract, text.Load(operand), largest));
        text.Store(y, scratch);
        int sum = text.Real(Primitive.RowSum, y);
        text.Phase = 2;
        text.Level = Level.Row;
        int inverse = text.Real(Primitive.Divide, text.Constant(1), sum);
        text.Store(sum, text.Operand(LaneType.Real, ColumnAccess.Repeated));
        text.Level = Level.Element;
        text.Store(text.Real(Primitive.Multiply, text.Load(scratch), inverse));
        Check(text.Kernel, bits);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Rows_are_reduced(int size, int bits)
    {
        LoopText text = new(size);
        int x = text.Load(LaneType.Real), n = text.Load(LaneType.Whole);
        int[] results =
        [
            .. Enumerable.Range((int)Primitive.RowSum, 3).SelectMany(primitive => (int[])
            [
                text.Real((Primitive)primitive, text.Real(Primitive.Multiply, x, text.Constant(1.1))),
                text.Add((Primitive)primitive, LaneType.Whole, n),
            ]),
            text.Real(Primitive.RowSum, text.Constant(0.3)),
        ];
        text.Phase = 1;
        text.Level = Level.Row;
        foreach (int result in results)
        {
            LaneType type = text.Kernel.Instructions[result].Type;
            text.Store(result, text.Operand(type, ColumnAccess.Repeated));
            int total = text.Operand(type == LaneType.Real ? DType.Float64 : text.WholeType, ColumnAccess.Repeated);
            text.Add(Primitive.Accumulate, type, result, operand: total);
        }

        Check(text.Kernel, bits);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Columns_are_accumulated_and_operands_changed_in_place(int size, int bits)
    {
        LoopText text = new(size);
        int operand = text.Operand(LaneType.Real);
        int x = text.Load(operand), n = text.Load(LaneType.Whole);
        int y = text.Real(Primitive.Add, x, text.Load(LaneType.Real));
        text.Store(y, operand);
        text.Add(Primitive.Accumulate, LaneType.Real, x, operand: text.Operand(LaneType.Real));
        text.Add(Primitive.Accumulate, LaneType.Whole, n, operand: text.Operand(LaneType.Whole));
        int strided = text.Operand(LaneType.Real, ColumnAccess.Strided);
        text.Add(Primitive.Accumulate, LaneType.Real, text.Real(Primitive.Multiply, x, y), operand: strided);
        Check(text.Kernel, bits);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Extremes_order_zeros_and_keep_NaN(int size, int bits)
    {
        LoopText text = new(size);
        int x = text.Load(LaneType.Real), y = text.Load(LaneType.Real);
        foreach (Primitive primitive in (Primitive[])[Primitive.Min, Primitive.Max])
        {
            text.Store(text.Real(primitive, x, y));
            foreach (double constant in (double[])[0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, 1e-60, -1e-60])
            {
                text.Store(text.Real(primitive, x, text.Constant(constant)));
                text.Store(text.Real(primitive, text.Constant(constant), x));
            }
        }

        Check(text.Kernel, bits);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Steps_of_functions_are_computed(int size, int bits)
    {
        LoopText text = new(size);
        int x = text.Load(LaneType.Real), y = text.Load(LaneType.Real);
        int bounded = text.Real(Primitive.Min, text.Real(Primitive.Abs, x), text.Constant(9));
        int above = text.Real(Primitive.Add, bounded, text.Constant(0.1));
        int isNumber = text.Mask(Primitive.Less, above, text.Constant(99));
        int positive = text.Real(Primitive.Select, isNumber, above, text.Constant(1));
        int whole = text.Real(Primitive.Round, text.Real(Primitive.Multiply, positive, text.Constant(-14)));
        text.Store(text.Real(Primitive.Exponent, positive));
        text.Store(text.Real(Primitive.Mantissa, positive));
        text.Store(text.Real(Primitive.Scale, positive, whole));
        text.Store(text.Real(Primitive.CopySign, x, y));
        text.Store(text.Real(Primitive.Floor, x));
        text.Store(text.Real(Primitive.Sqrt, x));
        text.Store(text.Real(Primitive.Pow, positive, y));
        Check(text.Kernel, bits);
    }

    public static TheoryData<int, int, string> Functions => new MatrixTheoryData<int, int, string>(
        [4, 8],
        [128, 256, 512],
        Enum.GetValues<Primitive>()
            .Where(static function => function is >= Primitive.Exp and <= Primitive.Pow)
            .Select(static function => function.ToString()));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Functions_are_those_of_the_registers(int size, int bits, string name)
    {
        Primitive function = Enum.Parse<Primitive>(name);
        LoopText text = new(size) { Level = Level.Row };
        bool isBinary = function is Primitive.Atan2 or Primitive.Pow;
        int row = text.Load(LaneType.Real, ColumnAccess.Repeated);
        text.Store(text.Real(function, row, isBinary ? row : -1), text.Operand(LaneType.Real, ColumnAccess.Repeated));
        text.Level = Level.Element;
        int x = text.Load(LaneType.Real), y = isBinary ? text.Load(LaneType.Real) : -1;
        text.Store(text.Real(function, x, y));
        LoopFunction emitted = LoopEmitter.Compile(text.Kernel, bits, "Test");
        foreach (int length in (ReadOnlySpan<int>)[1, 7, 64, 300]) Compare(text.Kernel, emitted, bits, 4, length);
    }

    internal static void Check(LoopKernel kernel, int bits)
    {
        LoopFunction emitted = LoopEmitter.Compile(kernel, bits, "Test"), parts = InParts(kernel, bits, longest: 5);
        foreach (int length in Lengths)
        {
            ReadOnlySpan<int> rows = length % 8 == 1 ? [0, 1, 3] : [2];
            foreach (int count in rows) Compare(kernel, emitted, bits, count, length);
            if (length % 8 < 2) Compare(kernel, parts, bits, 2, length);
        }
    }

    internal static LoopFunction InParts(LoopKernel kernel, int bits, int longest)
    {
        kernel = LoopLowering.Lower(kernel);
        return LoopEmitter.CompileParts(kernel, new PartCompiler(kernel, bits, "Test", longest));
    }

    internal static void Compare(LoopKernel kernel, LoopFunction emitted, int bits, int rows, int columns)
    {
        Random random = new(rows * 3000 + columns);
        LoopMemory expected = new(kernel, rows, columns);
        for (int i = 0; i < kernel.Operands.Length; i++)
        {
            int? row = random.Next(4) switch { 0 => -(3 * columns + 7), 1 => 3 * columns + 5, _ => null };
            expected.Lay(i, random.Next(2) == 0 ? 3 : -2, Repeats(kernel, i) ? 0 : row);
        }

        LoopMemory actual = expected.Fill(random).Clone();
        expected.RunOracle(bits);
        actual.Run(ScratchRows.Supply(kernel, emitted));
        if (actual.Difference(expected) is { } difference)
            Assert.Fail($"{bits} bits, {rows} × {columns}: {difference}");
    }

    // What is accumulated at row level is one cell; what is at element level one row.
    private static bool Repeats(LoopKernel kernel, int operand) => kernel.Instructions.Any(step =>
        step.Operand == operand && (step.Primitive == Primitive.Accumulate || step.Level == Level.Kernel));
}
