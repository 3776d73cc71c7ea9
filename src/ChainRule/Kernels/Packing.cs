using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ChainRule.Kernels;

/// <summary>
/// Copies parts of the operands into the order in which a tile reads them. This is where transposed and otherwise
/// strided operands become contiguous.
/// </summary>
internal static unsafe class Packing
{
    /// <summary>
    /// Element i of step k goes from <c>source[i·stride + k·step]</c> to <c>target[k·targetStep + i]</c>, for i below
    /// <paramref name="count"/>, at most 128 bytes, and k below <paramref name="depth"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Panel<T>(int depth, int count, T* source, nint stride, nint step, T* target, int targetStep)
        where T : unmanaged
    {
        if (stride == 1)
        {
            Copy((byte*)source, step * sizeof(T), (byte*)target, targetStep * sizeof(T), count * sizeof(T), depth);
            return;
        }

        // Groups of elements are transposed in registers; the last group overlaps the one before.
        int group = 16 / sizeof(T);
        bool whole = step == 1 && count >= group && Zip.IsSupported;
        for (int i = 0; whole && i < count; i += group)
        {
            int start = Math.Min(i, count - group);
            if (sizeof(T) == 4)
                Transpose4((float*)(source + start * stride), stride, (float*)(target + start), targetStep, depth);
            else
                Transpose2((double*)(source + start * stride), stride, (double*)(target + start), targetStep, depth);
        }

        int done = whole ? depth & ~3 : 0;
        for (int i = 0; i < count; i++)
        {
            T* from = source + i * stride + done * step, to = target + (nint)done * targetStep + i;
            for (int k = done; k < depth; k++, from += step, to += targetStep)
                *to = *from;
        }
    }

    /// <summary>
    /// Element (i, k) of a matrix, whose rows and columns may come in runs, goes to
    /// <c>target[k·targetStep + i]</c>, for i below <paramref name="count"/>, at most 128 bytes, and k below
    /// <paramref name="depth"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Panel<T>(int depth, int count, in MatrixView<T> matrix, T* target, int targetStep)
        where T : unmanaged
    {
        nint stride = matrix.RowStride, step = matrix.ColumnStride;
        for (int i = 0, rows; i < count; i += rows)
        {
            rows = matrix.RowsInRun(i, count - i);
            for (int k = 0, columns; k < depth; k += columns)
            {
                columns = matrix.ColumnsInRun(k, depth - k);
                T* block = target + (nint)k * targetStep + i;
                Panel(columns, rows, matrix.At(i, k), stride, step, block, targetStep);
            }
        }
    }

    // Steps of 4 to 128 bytes, each copied by two moves that may overlap.
    private static void Copy(byte* source, nint step, byte* target, nint targetStep, int size, int depth)
    {
        if (size > 64)
            Copy<Vector512<byte>>(source, step, target, targetStep, size, depth);
        else if (size > 32)
            Copy<Vector256<byte>>(source, step, target, targetStep, size, depth);
        else if (size > 16)
            Copy<Vector128<byte>>(source, step, target, targetStep, size, depth);
        else if (size > 8)
            Copy<long>(source, step, target, targetStep, size, depth);
        else
            Copy<int>(source, step, target, targetStep, size, depth);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy<TMove>(byte* source, nint step, byte* target, nint targetStep, int size, int depth)
        where TMove : unmanaged
    {
        int second = size - sizeof(TMove);
        for (; depth > 0; depth--, source += step, target += targetStep)
        {
            TMove first = *(TMove*)source;
            TMove last = *(TMove*)(source + second);
            *(TMove*)target = first;
            *(TMove*)(target + second) = last;
        }
    }

    // Four rows of floats, whose columns become groups of four.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose4(float* source, nint stride, float* target, nint step, int depth)
    {
        float* a = source, b = a + stride, c = b + stride, d = c + stride;
        for (; Avx.IsSupported && depth >= 8; depth -= 8, a += 8, b += 8, c += 8, d += 8, target += 8 * step)
        {
            Vector256<float> x = *(Vector256<float>*)a, y = *(Vector256<float>*)b;
            Vector256<float> z = *(Vector256<float>*)c, w = *(Vector256<float>*)d;
            Vector256<float> xzLow = Avx.UnpackLow(x, z), xzHigh = Avx.UnpackHigh(x, z);
            Vector256<float> ywLow = Avx.UnpackLow(y, w), ywHigh = Avx.UnpackHigh(y, w);
            StoreHalves(Avx.UnpackLow(xzLow, ywLow), target, step);
            StoreHalves(Avx.UnpackHigh(xzLow, ywLow), target + step, step);
            StoreHalves(Avx.UnpackLow(xzHigh, ywHigh), target + 2 * step, step);
            StoreHalves(Avx.UnpackHigh(xzHigh, ywHigh), target + 3 * step, step);
        }

        for (; depth >= 4; depth -= 4, a += 4, b += 4, c += 4, d += 4, target += 4 * step)
        {
            Vector128<float> x = *(Vector128<float>*)a, y = *(Vector128<float>*)b;
            Vector128<float> z = *(Vector128<float>*)c, w = *(Vector128<float>*)d;
            Vector128<float> xzLow = Zip.Low(x, z), xzHigh = Zip.High(x, z);
            Vector128<float> ywLow = Zip.Low(y, w), ywHigh = Zip.High(y, w);
            *(Vector128<float>*)target = Zip.Low(xzLow, ywLow);
            *(Vector128<float>*)(target + step) = Zip.High(xzLow, ywLow);
            *(Vector128<float>*)(target + 2 * step) = Zip.Low(xzHigh, ywHigh);
            *(Vector128<float>*)(target + 3 * step) = Zip.High(xzHigh, ywHigh);
        }
    }

    // The lanes of 128 bits hold steps that are four apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalves(Vector256<float> vector, float* target, nint step)
    {
        *(Vector128<float>*)target = vector.GetLower();
        *(Vector128<float>*)(target + 4 * step) = vector.GetUpper();
    }

    // Two rows of doubles, whose columns become pairs; four steps at a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose2(double* source, nint stride, double* target, nint step, int depth)
    {
        double* a = source, b = a + stride;
        for (; depth >= 4; depth -= 4, a += 4, b += 4, target += 4 * step)
        {
            Vector128<double> x = *(Vector128<double>*)a, y = *(Vector128<double>*)b;
            Vector128<double> z = *(Vector128<double>*)(a + 2), w = *(Vector128<double>*)(b + 2);
            *(Vector128<double>*)target = Zip.Low(x, y);
            *(Vector128<double>*)(target + step) = Zip.High(x, y);
            *(Vector128<double>*)(target + 2 * step) = Zip.Low(z, w);
            *(Vector128<double>*)(target + 3 * step) = Zip.High(z, w);
        }
    }
}
