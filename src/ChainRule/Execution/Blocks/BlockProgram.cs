using ChainRule.Planning;
using System.Runtime.InteropServices;
using System.Runtime.CompilerServices;
namespace ChainRule.Execution;
internal static class BlockProgram
{
    public static LoopFunction Compile(LoopKernel k, int bits) => (arrays, offsets, rs, cs, rows, columns) =>
    {
        var v = new double[k.Instructions.Length];
        var scratch = new double[k.Operands.Length][];
        for (int i = 0; i < scratch.Length; i++) if (k.Operands[i].IsScratch) scratch[i] = new double[columns];
        var reduce = new double[k.Instructions.Length];
        void Run(int i, nint r, nint c)
        {
            var s = k.Instructions[i];
            double A() => v[s.A]; double B() => v[s.B]; double C() => v[s.C];
            ref byte P() { var o = k.Operands[s.Operand]; nint sz = o.DType.Size; return ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(arrays[s.Operand]), offsets[s.Operand] + (r * rs[s.Operand]) + (o.Column == ColumnAccess.Contiguous ? c * sz : o.Column == ColumnAccess.Strided ? c * cs[s.Operand] : 0)); }
            double Get() { if (k.Operands[s.Operand].IsScratch) return scratch[s.Operand][c]; ref byte p = ref P(); return k.Operands[s.Operand].DType switch { DType.Float32 => Unsafe.As<byte, float>(ref p), DType.Float64 => Unsafe.As<byte, double>(ref p), DType.Int32 => Unsafe.As<byte, int>(ref p), DType.Int64 => Unsafe.As<byte, long>(ref p), _ => p }; }
            void Set(double x) { if (k.Operands[s.Operand].IsScratch) { scratch[s.Operand][c] = x; return; } ref byte p = ref P(); switch (k.Operands[s.Operand].DType) { case DType.Float32: Unsafe.As<byte, float>(ref p) = (float)x; break; case DType.Float64: Unsafe.As<byte, double>(ref p) = x; break; case DType.Int32: Unsafe.As<byte, int>(ref p) = unchecked((int)(long)x); break; case DType.Int64: Unsafe.As<byte, long>(ref p) = (long)x; break; default: p = (byte)x; break; } }
            double y = s.Primitive switch
            {
                Primitive.Constant => s.Type == LaneType.Real ? s.Constant : s.Bits,
                Primitive.Load => Get(),
                Primitive.Add => A() + B(), Primitive.Subtract => A() - B(), Primitive.Multiply => A() * B(), Primitive.Divide => A() / B(),
                Primitive.Negate => -A(), Primitive.Abs => Math.Abs(A()), Primitive.Sign => A() > 0 ? 1 : A() < 0 ? -1 : A(), Primitive.Min => Math.Min(A(), B()), Primitive.Max => Math.Max(A(), B()),
                Primitive.Floor => Math.Floor(A()), Primitive.Round => Math.Round(A()), Primitive.Sqrt => Math.Sqrt(A()), Primitive.Exp => Math.Exp(A()), Primitive.Expm1 => Kernels.SpecialFunctions.Expm1(A()), Primitive.Log => Math.Log(A()), Primitive.Log1p => Kernels.SpecialFunctions.Log1p(A()),
                Primitive.Sin => Math.Sin(A()), Primitive.Cos => Math.Cos(A()), Primitive.Tan => Math.Tan(A()), Primitive.Asin => Math.Asin(A()), Primitive.Acos => Math.Acos(A()), Primitive.Atan => Math.Atan(A()), Primitive.Atan2 => Math.Atan2(A(), B()), Primitive.Sinh => Math.Sinh(A()), Primitive.Cosh => Math.Cosh(A()), Primitive.Tanh => Math.Tanh(A()), Primitive.Erf => Kernels.SpecialFunctions.Erf(A()), Primitive.Erfc => Kernels.SpecialFunctions.Erfc(A()), Primitive.Pow => Math.Pow(A(), B()),
                Primitive.Less => A() < B() ? 1 : 0, Primitive.LessOrEqual => A() <= B() ? 1 : 0, Primitive.Equal => A() == B() ? 1 : 0,
                Primitive.And => (int)A() & (int)B(), Primitive.Or => (int)A() | (int)B(), Primitive.Xor => (int)A() ^ (int)B(), Primitive.Not => 1 - A(),
                Primitive.Select => A() != 0 ? B() : C(), Primitive.FromMask or Primitive.FromWhole => A(), Primitive.Truncate => k.ElementSize == 4 ? (int)A() : (long)A(),
                _ => 0,
            };
            if (k.ElementSize == 4 && s.Type == LaneType.Real && !s.IsReduction) y = (float)y;
            v[i] = y;
            if (s.Primitive == Primitive.Store) Set(A());
            if (s.Primitive == Primitive.Accumulate) Set(Get() + A());
            if (s.Primitive == Primitive.RowSum) reduce[i] += A();
            if (s.Primitive == Primitive.RowMax) reduce[i] = Math.Max(reduce[i], A());
            if (s.Primitive == Primitive.RowMin) reduce[i] = Math.Min(reduce[i], A());
        }
        int at = 0;
        for (; at < v.Length && k.Instructions[at].Level == Level.Kernel; at++) Run(at, 0, 0);
        for (nint r = 0; r < rows; r++)
        {
            for (int i = at; i < v.Length;)
            {
                int j = i;
                while (j < v.Length && k.Instructions[j].Level == k.Instructions[i].Level && k.Instructions[j].Phase == k.Instructions[i].Phase) j++;
                if (k.Instructions[i].Level == Level.Row) { for (int q = i; q < j; q++) Run(q, r, 0); }
                else
                {
                    for (int q = i; q < j; q++) reduce[q] = k.Instructions[q].Primitive == Primitive.RowMax ? double.NegativeInfinity : k.Instructions[q].Primitive == Primitive.RowMin ? double.PositiveInfinity : 0;
                    for (nint c = 0; c < columns; c++) for (int q = i; q < j; q++) Run(q, r, c);
                    for (int q = i; q < j; q++) if (k.Instructions[q].IsReduction) v[q] = reduce[q];
                }
                i = j;
            }
        }
    };
}
