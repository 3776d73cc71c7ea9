using System.Diagnostics;
using System.Numerics;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution.Blocks;

/// <summary>Runs a kernel as its comments say, one element at a time.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class LoopOracle<T>(LoopKernel kernel, LoopMemory memory, int lanes)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LoopScalar<T>[] _values = new LoopScalar<T>[kernel.Instructions.Length];
    private readonly Dictionary<(int Operand, nint Column), LoopScalar<T>> _scratch = [];
    private readonly Dictionary<int, List<LoopScalar<T>>> _reduced = [];
    private nint _row, _column;

    public void Run(nint rows, nint columns)
    {
        if (rows == 0) return;
        Each(static (step, _) => step.Level == Level.Kernel, 0);
        for (_row = 0; _row < rows; _row++)
        {
            for (int phase = 0; phase < kernel.Phases; phase++)
            {
                _column = 0;
                Each(static (step, phase) => step.Level == Level.Row && step.Phase == phase, phase);
                for (int i = 0; i < kernel.Instructions.Length; i++)
                    if (kernel.Instructions[i].IsReduction && kernel.Instructions[i].Phase == phase) _reduced[i] = [];
                for (_column = 0; _column < columns; _column++)
                    Each(static (step, phase) => step.Level == Level.Element && step.Phase == phase, phase);
                for (int i = 0; i < kernel.Instructions.Length; i++)
                {
                    Instruction step = kernel.Instructions[i];
                    if (step.IsReduction && step.Phase == phase) _values[i] = Reduce(step, _reduced[i]);
                }
            }
        }
    }

    private void Each(Func<Instruction, int, bool> isMeant, int phase)
    {
        for (int i = 0; i < kernel.Instructions.Length; i++)
        {
            Instruction step = kernel.Instructions[i];
            if (!isMeant(step, phase)) continue;
            if (step.IsReduction) _reduced[i].Add(_values[step.A]);
            else _values[i] = Do(step);
        }
    }

    private LoopScalar<T> Do(Instruction step)
    {
        LoopScalar<T> a = Value(step.A), b = Value(step.B), c = Value(step.C);
        LaneType type = step.A < 0 ? step.Type : kernel.Instructions[step.A].Type;
        switch (step.Primitive)
        {
            case Primitive.Load when kernel.Operands[step.Operand].IsScratch:
                return _scratch[(step.Operand, _column)];
            case Primitive.Load: return Read(step.Operand);
            case Primitive.Store when kernel.Operands[step.Operand].IsScratch:
                return _scratch[(step.Operand, _column)] = a;
            case Primitive.Store:
                Write(step.Operand, a);
                return a;
            case Primitive.Accumulate:
                Accumulate(step, a);
                return a;
            case Primitive.Constant: return LoopScalar<T>.Constant(step);
            default: return LoopScalar<T>.Compute(step.Primitive, type, step.Type, a, b, c);
        }
    }

    private LoopScalar<T> Value(int index) => index < 0 ? default : _values[index];

    private LoopScalar<T> Read(int operand) => kernel.Operands[operand].DType switch
    {
        DType.Int32 => new(Whole: memory.Element<int>(operand, _row, _column)),
        DType.Int64 => new(Whole: memory.Element<long>(operand, _row, _column)),
        DType.Bool => new(Mask: memory.Element<bool>(operand, _row, _column)),
        _ => new(memory.Element<T>(operand, _row, _column)),
    };

    private void Write(int operand, LoopScalar<T> value)
    {
        switch (kernel.Operands[operand].DType)
        {
            case DType.Int32: memory.Element<int>(operand, _row, _column) = (int)value.Whole; break;
            case DType.Int64: memory.Element<long>(operand, _row, _column) = value.Whole; break;
            case DType.Bool: memory.Element<bool>(operand, _row, _column) = value.Mask; break;
            default: memory.Element<T>(operand, _row, _column) = value.Real; break;
        }
    }

    private void Accumulate(Instruction step, LoopScalar<T> value)
    {
        if (step.Type == LaneType.Real && step.Level != Level.Element)
        {
            memory.Element<double>(step.Operand, _row, _column) += double.CreateTruncating(value.Real);
            return;
        }

        LoopScalar<T> sum = Read(step.Operand);
        Write(step.Operand, LoopScalar<T>.Compute(Primitive.Add, step.Type, step.Type, sum, value, default));
    }

    private LoopScalar<T> Reduce(Instruction step, List<LoopScalar<T>> row)
    {
        (Primitive combine, double start) = step.Primitive switch
        {
            Primitive.RowSum => (Primitive.Add, 0.0),
            Primitive.RowMax => (Primitive.Max, double.NegativeInfinity),
            Primitive.RowMin => (Primitive.Min, double.PositiveInfinity),
            _ => throw new UnreachableException(),
        };
        if (step.Type == LaneType.Whole)
        {
            LoopScalar<T> first = new(Whole: start == 0 ? 0 : Limit(start < 0));
            return row.Aggregate(first, (x, y) => LoopScalar<T>.Compute(combine, step.Type, step.Type, x, y, default));
        }

        double total = start;
        foreach (LoopScalar<T>[] block in row.Chunk(LoopKernel.BlockLength))
        {
            double sum = double.CreateTruncating(ReduceBlock(combine, T.CreateTruncating(start), block));
            total = combine switch
            {
                Primitive.Add => total + sum,
                Primitive.Max => Math.Max(total, sum),
                _ => Math.Min(total, sum),
            };
        }

        return new(T.CreateTruncating(total));
    }

    private T ReduceBlock(Primitive combine, T start, LoopScalar<T>[] block)
    {
        var sums = new T[lanes];
        Array.Fill(sums, start);
        for (int i = 0; i < block.Length; i++) sums[i % lanes] = Combine(combine, sums[i % lanes], block[i].Real);
        for (int half = lanes / 2; half > 0; half /= 2)
            for (int i = 0; i < half; i++) sums[i] = Combine(combine, sums[i], sums[i + half]);
        return sums[0];
    }

    private static T Combine(Primitive combine, T x, T y) =>
        LoopScalar<T>.Compute(combine, LaneType.Real, LaneType.Real, new(x), new(y), default).Real;

    private long Limit(bool isLowest) => (kernel.ElementSize, isLowest) switch
    {
        (4, true) => int.MinValue,
        (4, false) => int.MaxValue,
        (_, true) => long.MinValue,
        (_, false) => long.MaxValue,
    };
}
