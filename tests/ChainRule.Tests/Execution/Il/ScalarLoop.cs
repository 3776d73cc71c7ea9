using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution;

/// <summary>
/// Runs a kernel one element after the other, as its definition says: what every other way of running it is measured
/// by.
/// </summary>
/// <typeparam name="TReal">float or double.</typeparam>
/// <typeparam name="TWhole">int or long.</typeparam>
internal sealed class ScalarLoop<TReal, TWhole>(LoopKernel kernel, int vectorBits)
    where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>, IMinMaxValue<TReal>
    where TWhole : unmanaged, IBinaryInteger<TWhole>, IMinMaxValue<TWhole>
{
    private readonly ScalarValue<TReal, TWhole>[] _values = new ScalarValue<TReal, TWhole>[kernel.Instructions.Length];
    private Array[] _arrays = [];
    private nint[] _offsets = [], _rowStrides = [], _columnStrides = [];

    /// <summary>A <see cref="LoopFunction"/>.</summary>
    public void Run(
        Array[] arrays, nint[] offsets, nint[] rowStrides, nint[] columnStrides, nint rows, nint columns)
    {
        (_arrays, _offsets, _rowStrides, _columnStrides) = (arrays, offsets, rowStrides, columnStrides);
        Execute(Level.Kernel, 0, 0, 0);
        for (nint row = 0; row < rows; row++)
        {
            for (int phase = 0; phase < kernel.Phases; phase++)
            {
                Execute(Level.Row, phase, row, 0);
                RunColumns(phase, row, columns);
            }
        }
    }

    private void RunColumns(int phase, nint row, nint columns)
    {
        int[] reductions = [.. Enumerable.Range(0, _values.Length).Where(i =>
            kernel.Instructions[i].IsReduction && kernel.Instructions[i].Phase == phase)];
        ScalarReduction<TReal, TWhole>[] sums = Array.ConvertAll(
            reductions, i => new ScalarReduction<TReal, TWhole>(kernel.Instructions[i], vectorBits));
        for (nint column = 0; column < columns; column++)
        {
            Execute(Level.Element, phase, row, column);
            for (int i = 0; i < reductions.Length; i++)
                sums[i].Add(_values[kernel.Instructions[reductions[i]].A], column);
        }

        for (int i = 0; i < reductions.Length; i++) _values[reductions[i]] = sums[i].Result();
    }

    private void Execute(Level level, int phase, nint row, nint column)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            Instruction step = kernel.Instructions[i];
            if (step.Level != level || step.Phase != phase || step.IsReduction) continue;
            switch (step.Primitive)
            {
                case Primitive.Load:
                    _values[i] = Read(step, row, column);
                    break;
                case Primitive.Store:
                    Write(step, _values[step.A], row, column);
                    break;
                case Primitive.Accumulate:
                    Accumulate(step, row, column);
                    break;
                default:
                    LaneType argument = step.A < 0 ? step.Type : kernel.Instructions[step.A].Type;
                    _values[i] = ScalarStep.Compute(step, At(step.A), At(step.B), At(step.C), argument);
                    break;
            }
        }
    }

    private ScalarValue<TReal, TWhole> At(int value) => value < 0 ? default : _values[value];

    private void Accumulate(Instruction step, nint row, nint column)
    {
        if (step is { Level: not Level.Element, Type: LaneType.Real })
        {
            ref byte cell = ref Place(step, row, column);
            double sum = Unsafe.ReadUnaligned<double>(ref cell) + double.CreateTruncating(_values[step.A].Real);
            Unsafe.WriteUnaligned(ref cell, sum);
            return;
        }

        ScalarValue<TReal, TWhole> held = Read(step, row, column), added = _values[step.A];
        Write(step, new(held.Real + added.Real, unchecked(held.Whole + added.Whole), false), row, column);
    }

    private ScalarValue<TReal, TWhole> Read(Instruction step, nint row, nint column)
    {
        ref byte place = ref Place(step, row, column);
        return kernel.Operands[step.Operand].DType switch
        {
            DType.Bool => new(default, default, place != 0),
            DType.Float32 or DType.Float64 => new(Unsafe.ReadUnaligned<TReal>(ref place), default, false),
            _ => new(default, Unsafe.ReadUnaligned<TWhole>(ref place), false),
        };
    }

    private void Write(Instruction step, ScalarValue<TReal, TWhole> value, nint row, nint column)
    {
        ref byte place = ref Place(step, row, column);
        switch (kernel.Operands[step.Operand].DType)
        {
            case DType.Bool:
                place = value.Mask ? (byte)1 : (byte)0;
                break;
            case DType.Float32 or DType.Float64:
                Unsafe.WriteUnaligned(ref place, value.Real);
                break;
            default:
                Unsafe.WriteUnaligned(ref place, value.Whole);
                break;
        }
    }

    private ref byte Place(Instruction step, nint row, nint column)
    {
        int i = step.Operand;
        nint size = kernel.Operands[i].DType.Size;
        nint distance = _offsets[i] + (step.Level == Level.Kernel ? 0 : row * _rowStrides[i]);
        distance += kernel.Operands[i].Column switch
        {
            ColumnAccess.Repeated => 0,
            ColumnAccess.Contiguous => column * size,
            _ => column * _columnStrides[i],
        };
        int length = Buffer.ByteLength(_arrays[i]);
        if (distance < 0 || distance + size > length)
            throw new UnreachableException($"Operand {i} at {distance} of {length}.");
        return ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(_arrays[i]), distance);
    }
}
