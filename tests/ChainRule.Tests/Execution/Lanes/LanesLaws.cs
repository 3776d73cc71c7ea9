using System.Numerics;
using ChainRule.Execution;
using ChainRule.Ops;

namespace ChainRule.Tests.Execution;

/// <summary>What holds for registers of every width: each lane does what a number does.</summary>
internal static class LanesLaws
{
    private static readonly double[] Numbers =
    [
        0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 3.7, -1e30, 1e30, double.PositiveInfinity, double.NegativeInfinity,
        double.NaN, float.Epsilon, 1.1754944e-38f, 16777217, 8388607.5,
    ];

    public static void Check<TLanes, T>()
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Memory<TLanes, T>();
        Lanes<TLanes, T>();
        foreach (double a in Numbers)
        {
            Unary<TLanes, T>(T.CreateTruncating(a));
            foreach (double b in Numbers)
                Binary<TLanes, T>(T.CreateTruncating(a), T.CreateTruncating(b));
        }

        Scaling<TLanes, T>();
    }

    private static void Memory<TLanes, T>()
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] source = Counting<T>(TLanes.Count + 2), target = new T[TLanes.Count + 2];
        TLanes.Store(TLanes.Load(in source[1]), ref target[1]);
        Assert.Equal([T.Zero, .. source[1..^1], T.Zero], target);
        for (int count = 0; count <= TLanes.Count; count++)
        {
            T[] first = new T[TLanes.Count], part = new T[TLanes.Count];
            TLanes x = TLanes.LoadFirst(in source[0], count);
            TLanes.Store(x, ref first[0]);
            Assert.Equal([.. source[..count], .. new T[TLanes.Count - count]], first);
            TLanes.StoreFirst(TLanes.Load(in source[0]), ref part[0], count);
            Assert.Equal(first, part);
        }
    }

    private static void Lanes<TLanes, T>()
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Sums of such numbers depend on their order.
        T[] numbers =
            [.. Enumerable.Range(0, TLanes.Count).Select(static i => T.CreateTruncating(Math.Exp(i * 7 % 5)))];
        TLanes x = TLanes.Load(in numbers[0]);
        Assert.Equal(ByHalves(numbers, static (a, b) => a + b), TLanes.SumOfLanes(x));
        Assert.Equal(numbers.Max(), TLanes.MaxOfLanes(x));
        Assert.Equal(numbers.Min(), TLanes.MinOfLanes(x));
        for (int i = 0; i < numbers.Length; i++)
        {
            Assert.Equal(numbers[i], TLanes.Lane(x, i));
            T[] withNaN = [.. numbers];
            withNaN[i] = T.NaN;
            Assert.True(T.IsNaN(TLanes.MaxOfLanes(TLanes.Load(in withNaN[0]))));
            Assert.True(T.IsNaN(TLanes.MinOfLanes(TLanes.Load(in withNaN[0]))));
            withNaN[i] = T.CreateTruncating(1000);
            Assert.True(TLanes.AnyGreater(TLanes.Load(in withNaN[0]), 999));
            Assert.False(TLanes.AnyGreater(TLanes.Load(in withNaN[0]), 1000));
        }
    }

    private static void Unary<TLanes, T>(T a)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TLanes x = TLanes.Broadcast(a);
        Same(-a, -x);
        Same(T.Abs(a), TLanes.Abs(x));
        Same(T.Floor(a), TLanes.Floor(x));
        Same(T.Round(a), TLanes.Round(x));
        Same(T.Sqrt(a), TLanes.Sqrt(x));
        Same(Real<T>.Sign(new Real<T>(a)).Value, TLanes.Sign(x));
    }

    private static void Binary<TLanes, T>(T a, T b)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TLanes x = TLanes.Broadcast(a), y = TLanes.Broadcast(b), one = TLanes.Of(1), two = TLanes.Of(2);
        Same(a + b, x + y);
        Same(a - b, x - y);
        Same(a * b, x * y);
        Same(a / b, x / y);
        Same(T.Min(a, b), TLanes.Min(x, y));
        Same(T.Max(a, b), TLanes.Max(x, y));
        Same(T.CopySign(a, b), TLanes.CopySign(x, y));
        Same(T.MultiplyAddEstimate(a, b, T.One), TLanes.MultiplyAdd(x, y, one));
        Same(a < b, TLanes.IfLess(x, y, one, two));
        Same(a <= b, TLanes.IfLessOrEqual(x, y, one, two));
        Same(a == b, TLanes.IfEqual(x, y, one, two));
        TLanes less = TLanes.Less(x, y), equal = TLanes.Equal(x, y), not = TLanes.Not(less);
        Same(a < b, TLanes.Select(less, one, two));
        Same(a <= b, TLanes.Select(TLanes.LessOrEqual(x, y), one, two));
        Same(a == b, TLanes.Select(equal, one, two));
        Same(!(a < b), TLanes.Select(not, one, two));
        Same(a < b || a == b, TLanes.Select(TLanes.Or(less, equal), one, two));
        Same(false, TLanes.Select(TLanes.And(less, not), one, two));
        Same(true, TLanes.Select(TLanes.Xor(less, not), one, two));

        static void Same<TExpected>(TExpected expected, TLanes actual) =>
            LanesLaws.Same(expected is bool holds ? (holds ? T.One : T.One + T.One) : (T)(object)expected!, actual);
    }

    private static void Scaling<TLanes, T>()
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int limit = TLanes.IsDouble ? 2000 : 250;
        foreach (double size in (double[])[1, 1.1, -1.9, 0.3, 255])
        {
            T x = T.CreateTruncating(size);
            for (int n = -limit; n <= limit; n++)
                Same(T.ScaleB(x, n), TLanes.Scale(TLanes.Broadcast(x), TLanes.Of(n)));
        }

        int range = TLanes.IsDouble ? 1022 : 126;
        for (int n = -range; n <= range; n++)
        {
            foreach (double size in (double[])[1, 1.9999998, 1.3])
            {
                T mantissa = T.CreateTruncating(size);
                TLanes x = TLanes.Broadcast(T.ScaleB(mantissa, n));
                Same(T.CreateTruncating(n), TLanes.Exponent(x));
                Same(mantissa, TLanes.Mantissa(x));
            }
        }
    }

    private static T[] Counting<T>(int count) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(1, count).Select(static i => T.CreateTruncating(i))];

    private static T ByHalves<T>(T[] x, Func<T, T, T> combine) where T : unmanaged =>
        x.Length == 1 ? x[0] : ByHalves([.. x[..(x.Length / 2)].Zip(x[(x.Length / 2)..], combine)], combine);

    private static void Same<TLanes, T>(T expected, TLanes actual)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < TLanes.Count; i++)
        {
            T lane = TLanes.Lane(actual, i);
            Assert.Equal(expected, lane);
            if (!T.IsNaN(expected))
                Assert.Equal(T.IsNegative(expected), T.IsNegative(lane));
        }
    }
}
