using System.Runtime.InteropServices;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution;

/// <summary>
/// Memory for the operands of a kernel: all elements of an operand lie in an array of their own, between guard bytes
/// that no kernel may change.
/// </summary>
internal sealed class LoopSample
{
    private const int Guard = 64;

    private readonly LoopKernel _kernel;

    private LoopSample(
        LoopKernel kernel,
        byte[][] arrays,
        nint[] offsets,
        nint[] rowStrides,
        nint[] columnStrides,
        nint rows,
        nint columns)
    {
        _kernel = kernel;
        (Arrays, Offsets, RowStrides, ColumnStrides) = (arrays, offsets, rowStrides, columnStrides);
        (Rows, Columns) = (rows, columns);
    }

    public byte[][] Arrays { get; }

    public nint[] Offsets { get; }

    public nint[] RowStrides { get; }

    public nint[] ColumnStrides { get; }

    public nint Rows { get; }

    public nint Columns { get; }

    /// <summary>Memory filled at random.</summary>
    public static LoopSample Of(LoopKernel kernel, int rows, int columns, int seed)
    {
        Random random = new(seed);
        int count = kernel.Operands.Length;
        var arrays = new byte[count][];
        nint[] offsets = new nint[count], rowStrides = new nint[count], columnStrides = new nint[count];
        for (int i = 0; i < count; i++)
        {
            Operand operand = kernel.Operands[i];
            int size = operand.DType.Size;
            bool isShared = operand.IsScratch || Repeats(kernel, i);
            int step = operand.Column switch
            {
                ColumnAccess.Repeated => 0,
                ColumnAccess.Contiguous => size,
                _ => size * (random.Next(2) == 0 ? 3 : -2),
            };
            int span = Math.Abs(step) * Math.Max(columns - 1, 0) + size;
            int distance = isShared ? 0 : span + size * random.Next(3);
            if (random.Next(4) == 0) distance = -distance;
            arrays[i] = new byte[2 * Guard + span + Math.Abs(distance) * Math.Max(rows - 1, 0)];
            offsets[i] = Guard + (step < 0 ? span - size : 0) + (distance < 0 ? -distance * Math.Max(rows - 1, 0) : 0);
            rowStrides[i] = distance;
            columnStrides[i] = step;
            Fill(arrays[i], operand.DType, random);
        }

        return new(kernel, arrays, offsets, rowStrides, columnStrides, rows, columns);
    }

    /// <summary>The arrays after a run.</summary>
    public byte[][] After(LoopFunction function)
    {
        byte[][] copies = Array.ConvertAll(Arrays, static array => (byte[])array.Clone());
        function(copies, Offsets, RowStrides, ColumnStrides, Rows, Columns);
        // Scratch may be left in any state, but not around it.
        for (int i = 0; i < copies.Length; i++)
        {
            if (_kernel.Operands[i].IsScratch) copies[i].AsSpan(Guard..^Guard).Clear();
        }

        return copies;
    }

    /// <summary>The same bytes but for those of NaN, of which there are many.</summary>
    public static byte[] WithOneNaN(byte[] bytes, DType type)
    {
        bytes = (byte[])bytes.Clone();
        if (type == DType.Float32)
        {
            foreach (ref float x in MemoryMarshal.Cast<byte, float>(bytes.AsSpan())) x = float.IsNaN(x) ? float.NaN : x;
        }
        else if (type == DType.Float64)
        {
            foreach (ref double x in MemoryMarshal.Cast<byte, double>(bytes.AsSpan()))
                x = double.IsNaN(x) ? double.NaN : x;
        }

        return bytes;
    }

    // What is accumulated at row level is one cell; what is at element level one row.
    private static bool Repeats(LoopKernel kernel, int operand) => kernel.Instructions.Any(step =>
        step.Operand == operand && (step.Primitive == Primitive.Accumulate || step.Level == Level.Kernel));

    private static void Fill(byte[] bytes, DType type, Random random)
    {
        double[] special =
            [0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1, -1, 1e-42, 3e9, -3e9];
        switch (type)
        {
            case DType.Bool:
                foreach (ref byte x in bytes.AsSpan()) x = (byte)random.Next(2);
                break;
            case DType.Float32:
                foreach (ref float x in MemoryMarshal.Cast<byte, float>(bytes.AsSpan())) x = (float)Next();
                break;
            case DType.Float64:
                foreach (ref double x in MemoryMarshal.Cast<byte, double>(bytes.AsSpan())) x = Next();
                break;
            case DType.Int32:
                foreach (ref int x in MemoryMarshal.Cast<byte, int>(bytes.AsSpan()))
                    x = random.Next(8) == 0 ? int.MinValue : random.Next(-9, 9);
                break;
            default:
                foreach (ref long x in MemoryMarshal.Cast<byte, long>(bytes.AsSpan()))
                    x = random.Next(8) == 0 ? long.MinValue : random.Next(-9, 9);
                break;
        }

        double Next() => random.Next(40) == 0 ? special[random.Next(special.Length)] : random.NextDouble() * 8 - 4;
    }
}
