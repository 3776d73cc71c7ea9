using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChainRule.Workloads.Baselines;

/// <summary>
/// The loops of <see cref="HandWrittenNetwork"/> over arrays [unit][point] of 96 points. Weights are [output][input],
/// each row followed by its bias. Eight sums at a time keep the multipliers busy.
/// </summary>
internal static class DenseLoops<T>
    where T : struct, ILanes<T>
{
    private const int Points = Moons.Points, Width = Moons.Width;

    /// <summary>y = max(0, W·x + b): four of 16 outputs, two vectors of points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(int inputs, ReadOnlySpan<double> weights, double[] x, double[] y)
    {
        int row = inputs + 1;
        for (int point = 0; point < Points; point += 2 * T.Count)
        {
            for (int j = 0; j < Width; j += 4)
            {
                ref double w = ref Unsafe.Add(ref MemoryMarshal.GetReference(weights), j * row);
                T a0 = All(ref w, inputs), a1 = All(ref w, row + inputs);
                T a2 = All(ref w, 2 * row + inputs), a3 = All(ref w, 3 * row + inputs);
                T b0 = a0, b1 = a1, b2 = a2, b3 = a3;
                for (int i = 0; i < inputs; i++)
                {
                    T a = Load(x, i, point), b = Load(x, i, point + T.Count);
                    T w0 = All(ref w, i), w1 = All(ref w, row + i);
                    T w2 = All(ref w, 2 * row + i), w3 = All(ref w, 3 * row + i);
                    (a0, a1) = (a.MultiplyAdd(w0, a0), a.MultiplyAdd(w1, a1));
                    (a2, a3) = (a.MultiplyAdd(w2, a2), a.MultiplyAdd(w3, a3));
                    (b0, b1) = (b.MultiplyAdd(w0, b0), b.MultiplyAdd(w1, b1));
                    (b2, b3) = (b.MultiplyAdd(w2, b2), b.MultiplyAdd(w3, b3));
                }

                Store(a0.Relu(), b0.Relu(), y, j, point);
                Store(a1.Relu(), b1.Relu(), y, j + 1, point);
                Store(a2.Relu(), b2.Relu(), y, j + 2, point);
                Store(a3.Relu(), b3.Relu(), y, j + 3, point);
            }
        }
    }

    /// <summary>x̄ = Wᵀ·ȳ where x > 0, else 0, for the layer of 16 inputs and outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(ReadOnlySpan<double> weights, double[] yBar, double[] x, double[] xBar)
    {
        const int Row = Width + 1;
        for (int point = 0; point < Points; point += 2 * T.Count)
        {
            for (int i = 0; i < Width; i += 4)
            {
                ref double w = ref Unsafe.Add(ref MemoryMarshal.GetReference(weights), i);
                T a0 = T.All(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
                for (int j = 0; j < Width; j++)
                {
                    T a = Load(yBar, j, point), b = Load(yBar, j, point + T.Count);
                    T w0 = All(ref w, j * Row), w1 = All(ref w, j * Row + 1);
                    T w2 = All(ref w, j * Row + 2), w3 = All(ref w, j * Row + 3);
                    (a0, a1) = (a.MultiplyAdd(w0, a0), a.MultiplyAdd(w1, a1));
                    (a2, a3) = (a.MultiplyAdd(w2, a2), a.MultiplyAdd(w3, a3));
                    (b0, b1) = (b.MultiplyAdd(w0, b0), b.MultiplyAdd(w1, b1));
                    (b2, b3) = (b.MultiplyAdd(w2, b2), b.MultiplyAdd(w3, b3));
                }

                StoreWhereOn(a0, b0, x, xBar, i, point);
                StoreWhereOn(a1, b1, x, xBar, i + 1, point);
                StoreWhereOn(a2, b2, x, xBar, i + 2, point);
                StoreWhereOn(a3, b3, x, xBar, i + 3, point);
            }
        }
    }

    /// <summary>W̄ = ȳ·xᵀ and b̄ = Σȳ for 16 outputs and an even number of inputs: four by two at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WeightGradient(int inputs, double[] yBar, double[] x, Span<double> gradient)
    {
        int row = inputs + 1;
        for (int j = 0; j < Width; j += 4)
        {
            Span<double> rows = gradient[(j * row)..];
            for (int i = 0; i < inputs; i += 2)
            {
                T a0 = T.All(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
                for (int point = 0; point < Points; point += T.Count)
                {
                    T a = Load(x, i, point), b = Load(x, i + 1, point);
                    T y0 = Load(yBar, j, point), y1 = Load(yBar, j + 1, point);
                    T y2 = Load(yBar, j + 2, point), y3 = Load(yBar, j + 3, point);
                    (a0, a1) = (a.MultiplyAdd(y0, a0), a.MultiplyAdd(y1, a1));
                    (a2, a3) = (a.MultiplyAdd(y2, a2), a.MultiplyAdd(y3, a3));
                    (b0, b1) = (b.MultiplyAdd(y0, b0), b.MultiplyAdd(y1, b1));
                    (b2, b3) = (b.MultiplyAdd(y2, b2), b.MultiplyAdd(y3, b3));
                }

                (rows[i], rows[i + 1]) = (a0.Sum(), b0.Sum());
                (rows[row + i], rows[row + i + 1]) = (a1.Sum(), b1.Sum());
                (rows[2 * row + i], rows[2 * row + i + 1]) = (a2.Sum(), b2.Sum());
                (rows[3 * row + i], rows[3 * row + i + 1]) = (a3.Sum(), b3.Sum());
            }
        }

        RowSums(yBar, gradient[inputs..], row);
    }

    /// <summary>The sum over the points of each of 16 units, stored some distance apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RowSums(double[] x, Span<double> sums, int distance)
    {
        T one = T.All(1);
        for (int j = 0; j < Width; j += 4)
        {
            T s0 = T.All(0), s1 = s0, s2 = s0, s3 = s0;
            for (int point = 0; point < Points; point += T.Count)
            {
                (s0, s1) = (one.MultiplyAdd(Load(x, j, point), s0), one.MultiplyAdd(Load(x, j + 1, point), s1));
                (s2, s3) = (one.MultiplyAdd(Load(x, j + 2, point), s2), one.MultiplyAdd(Load(x, j + 3, point), s3));
            }

            (sums[j * distance], sums[(j + 1) * distance]) = (s0.Sum(), s1.Sum());
            (sums[(j + 2) * distance], sums[(j + 3) * distance]) = (s2.Sum(), s3.Sum());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load(double[] array, int unit, int point) =>
        T.Load(ref MemoryMarshal.GetArrayDataReference(array), unit * Points + point);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T vector, double[] array, int unit, int point) =>
        vector.Store(ref MemoryMarshal.GetArrayDataReference(array), unit * Points + point);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T a, T b, double[] array, int unit, int point)
    {
        Store(a, array, unit, point);
        Store(b, array, unit, point + T.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreWhereOn(T a, T b, double[] x, double[] xBar, int unit, int point) => Store(
        a.WherePositive(Load(x, unit, point)), b.WherePositive(Load(x, unit, point + T.Count)), xBar, unit, point);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T All(ref double origin, int offset) => T.All(Unsafe.Add(ref origin, offset));
}
