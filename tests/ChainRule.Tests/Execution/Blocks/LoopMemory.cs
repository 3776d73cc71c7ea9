using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution.Blocks;

/// <summary>The operands of a kernel: arrays with a margin around, which nothing may write to.</summary>
internal sealed class LoopMemory
{
    private const int Margin = 128;

    private readonly LoopKernel _kernel;
    private readonly nint _rows, _columns;

    public LoopMemory(LoopKernel kernel, nint rows, nint columns)
    {
        (_kernel, _rows, _columns) = (kernel, rows, columns);
        int count = kernel.Operands.Length;
        Arrays = new Array[count];
        Offsets = new nint[count];
        RowStrides = new nint[count];
        ColumnStrides = new nint[count];
        for (int i = 0; i < count; i++) Lay(i);
    }

    private LoopMemory(LoopMemory other)
    {
        (_kernel, _rows, _columns) = (other._kernel, other._rows, other._columns);
        (Offsets, RowStrides, ColumnStrides) = (other.Offsets, other.RowStrides, other.ColumnStrides);
        Dictionary<Array, Array> copies = other.Arrays.Distinct().ToDictionary(a => a, a => (Array)a.Clone());
        Arrays = [.. other.Arrays.Select(array => copies[array])];
    }

    public Array[] Arrays { get; }

    public nint[] Offsets { get; }

    public nint[] RowStrides { get; }

    public nint[] ColumnStrides { get; }

    /// <summary>The same numbers elsewhere, for another run.</summary>
    public LoopMemory Clone() => new(this);

    /// <summary>Lays out an operand.</summary>
    /// <param name="operand">Which one.</param>
    /// <param name="columnStep">For strided ones the elements from column to column; may be negative.</param>
    /// <param name="rowStep">The elements from row to row; without it one row follows another.</param>
    public void Lay(int operand, int columnStep = 2, int? rowStep = null)
    {
        (DType dtype, ColumnAccess access, bool isScratch) = _kernel.Operands[operand];
        long step = access switch { ColumnAccess.Repeated => 0, ColumnAccess.Contiguous => 1, _ => columnStep };
        long columns = Math.Max(_columns, 1), rows = Math.Max(_rows, 1), last = step * (columns - 1);
        long row = rowStep ?? Math.Abs(last) + 1, end = row * (rows - 1);
        long lowest = Math.Min(last, 0) + Math.Min(end, 0), highest = Math.Max(last, 0) + Math.Max(end, 0);
        int length = isScratch ? 0 : (int)(highest - lowest + 1);
        // Every other array ends with its last element: nothing behind it may be read either.
        int behind = operand % 2 == 0 ? Margin : 0;
        Arrays[operand] = NewArray(dtype, isScratch ? 0 : Margin + length + behind);
        Offsets[operand] = (nint)((Margin - lowest) * dtype.Size);
        // Emitted code leaves it to its caller that a scratch row is the same for all rows.
        RowStrides[operand] = isScratch ? 0 : (nint)(row * dtype.Size);
        ColumnStrides[operand] = access == ColumnAccess.Strided ? (nint)(step * dtype.Size) : 12345;
    }

    /// <summary>Lets an operand be the same memory as another one.</summary>
    public void Share(int operand, int other)
    {
        Arrays[operand] = Arrays[other];
        Offsets[operand] = Offsets[other];
        RowStrides[operand] = RowStrides[other];
        ColumnStrides[operand] = ColumnStrides[other];
    }

    /// <summary>Fills everything, the margins too.</summary>
    public LoopMemory Fill(Random random)
    {
        foreach (Array array in Arrays)
        {
            switch (array)
            {
                case float[] x: Fill(x, () => (float)Number(random)); break;
                case double[] x: Fill(x, () => Number(random)); break;
                case int[] x: Fill(x, () => random.Next(4) == 0 ? random.Next(-3, 4) : (int)random.NextInt64()); break;
                case long[] x: Fill(x, () => random.Next(4) == 0 ? random.Next(-3, 4) : random.NextInt64() * 2); break;
                default: Fill((bool[])array, () => random.Next(2) == 0); break;
            }
        }

        return this;
    }

    public ref T Element<T>(int operand, nint row, nint column)
    {
        nint step = _kernel.Operands[operand].Column switch
        {
            ColumnAccess.Repeated => 0,
            ColumnAccess.Contiguous => Unsafe.SizeOf<T>(),
            _ => ColumnStrides[operand],
        };
        return ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(
            ref MemoryMarshal.GetArrayDataReference(Arrays[operand]),
            Offsets[operand] + row * RowStrides[operand] + column * step));
    }

    public void Run(LoopFunction function) => function(Arrays, Offsets, RowStrides, ColumnStrides, _rows, _columns);

    public void RunOracle(int vectorBits)
    {
        int lanes = Math.Max(1, vectorBits / 8 / _kernel.ElementSize);
        if (_kernel.ElementSize == 4) new LoopOracle<float>(_kernel, this, lanes).Run(_rows, _columns);
        else new LoopOracle<double>(_kernel, this, lanes).Run(_rows, _columns);
    }

    /// <summary>Where the memories differ first, margins too, or null. One NaN is as good as another.</summary>
    public string? Difference(LoopMemory other)
    {
        for (int operand = 0; operand < Arrays.Length; operand++)
        {
            for (int i = 0; i < Arrays[operand].Length; i++)
            {
                object mine = Arrays[operand].GetValue(i)!, its = other.Arrays[operand].GetValue(i)!;
                if (!Same(mine, its)) return $"operand {operand}, element {i - Margin}: {mine} instead of {its}";
            }
        }

        return null;
    }

    private static bool Same(object x, object y) => (x, y) switch
    {
        (float a, float b) => BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b)
            || float.IsNaN(a) && float.IsNaN(b),
        (double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b)
            || double.IsNaN(a) && double.IsNaN(b),
        _ => x.Equals(y),
    };

    private static Array NewArray(DType dtype, int length) => dtype switch
    {
        DType.Float32 => new float[length],
        DType.Float64 => new double[length],
        DType.Int32 => new int[length],
        DType.Int64 => new long[length],
        _ => new bool[length],
    };

    private static void Fill<T>(T[] array, Func<T> next)
    {
        for (int i = 0; i < array.Length; i++) array[i] = next();
    }

    private static double Number(Random random) => random.Next(100) switch
    {
        0 => 0,
        1 => -0.0,
        2 => double.PositiveInfinity,
        3 => -1e30,
        4 => 1e-40,
        5 => 1,
        6 => double.NaN,
        7 => 3e9,
        8 => -3e9,
        _ => 4 * random.NextDouble() - 2,
    };
}
